// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/audit.h"
#include "app/server/store/sessions.h"
#include "tests/server/store/storefixture.h"

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is remembered of sessions and devices, and for how long.
class TestAudit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLifeOfASessionIsWrittenDown();
    void whatTheCommandLineDoesHasNoActor();
    void whatFailsWithItsEffectIsNotWritten();
    void sinceSaysFromWhen();
    void afterFourHundredDaysItIsGone();
};

namespace {

struct Trail : StoreFixture {
    /// "action result actor subject device repeats", with names for ids.
    QStringList lines(const QDateTime &since = {})
    {
        QStringList all;
        must(readAudit(must(store->read()), since, [&](const QDateTime &, const AuditEntry &entry) {
            all += QStringList{wireName(entry.action),    wireName(entry.result),   name(entry.actor.value),
                               name(entry.subject.value), name(entry.device.value), QString::number(entry.repeats)}
                       .join(u' ');
        }));
        return all;
    }
    [[nodiscard]] QString name(const QString &id) const
    {
        if (id == awa.id.value) return u"awa"_s;
        if (id == boss.id.value) return u"boss"_s;
        return id.isEmpty() ? u"-"_s : u"device"_s;
    }
    void fail()
    {
        write([&](Writer &writer) {
            return writeAudit(writer, {AuditAction::LogIn, {}, awa.id, {}, AuditResult::WrongPassword, 7});
        });
    }

    Agent awa = agent(u"Awa"_s, {});
    Agent boss = agent(u"Boss"_s, {}, {Role::Administrator});
};

} // namespace

void TestAudit::theLifeOfASessionIsWrittenDown()
{
    Trail trail;
    const Login first = Trail::must(trail.store->openSession(trail.awa.id, {u"Poste 1"_s, {}, {}}));
    trail.clock.advance(1ms);
    const Login second = Trail::must(trail.store->openSession(trail.awa.id, {u"Poste 2"_s, {}, {}}));
    trail.clock.advance(1ms);
    Trail::must(trail.store->setPasswordHash(trail.awa.id, u"hash"_s, second.token));
    trail.clock.advance(1ms);
    trail.write([&](Writer &writer) { return revokeDevice(writer, first.caller.device, trail.boss.id); });
    trail.clock.advance(1ms);
    Trail::must(trail.store->logOut(second.token));
    trail.clock.advance(1ms);
    trail.fail();
    QCOMPARE(trail.lines(),
             (QStringList{u"logIn success awa awa device 1"_s, u"logIn success awa awa device 1"_s,
                          u"changePassword success awa awa - 1"_s, u"revokeDevice success boss awa device 1"_s,
                          u"logOut success awa awa device 1"_s, u"logIn wrongPassword - awa - 7"_s}));
}

void TestAudit::whatTheCommandLineDoesHasNoActor()
{
    Trail trail;
    Trail::must(trail.store->setPasswordHash(trail.awa.id, u"hash"_s));
    trail.clock.advance(1ms);
    Trail::must(trail.store->setActive(trail.awa.id, false));
    trail.clock.advance(1ms);
    Trail::must(trail.store->setActive(trail.awa.id, true));
    QCOMPARE(trail.lines(),
             (QStringList{u"changePassword success - awa - 1"_s, u"disableAgent success - awa - 1"_s,
                          u"enableAgent success - awa - 1"_s}));
}

void TestAudit::whatFailsWithItsEffectIsNotWritten()
{
    Trail trail;
    QVERIFY(!trail.store->setActive(trail.id<AgentId>(), false));
    QVERIFY(!trail.store->logOut(u"guess"_s));
    const auto half = trail.store->write([&](Writer &writer) -> Result<void> {
        Trail::must(writeAudit(writer, {AuditAction::LogIn, trail.awa.id, trail.awa.id}));
        return akwaba::fail(Code::Conflict);
    });
    QVERIFY(!half);
    QCOMPARE(trail.lines(), QStringList());
}

void TestAudit::sinceSaysFromWhen()
{
    Trail trail;
    trail.fail();
    trail.clock.advance(1h);
    const QDateTime later = trail.clock.now();
    trail.fail();
    QCOMPARE(trail.lines().size(), 2);
    QCOMPARE(trail.lines(later).size(), 1);
    QCOMPARE(trail.lines(later.addMSecs(1)).size(), 0);
}

void TestAudit::afterFourHundredDaysItIsGone()
{
    Trail trail;
    trail.fail();
    trail.clock.advance(24h * 400);
    trail.fail();
    QCOMPARE(trail.lines().size(), 2);
    trail.clock.advance(1ms);
    trail.fail();
    QCOMPARE(trail.lines().size(), 2);
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
