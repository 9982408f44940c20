// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/secondfactor.h"
#include "app/server/store/secretbox.h"
#include "core/database/statement.h"
#include "tests/server/store/storefixture.h"

#include <QUrl>
#include <QUrlQuery>

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// One-time codes, recovery codes, and what lies in the database of them.
class TestSecondFactor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesAreThoseOfTheStandard_data();
    void codesAreThoseOfTheStandard();
    void itIsInForce_onceConfirmed();
    void aCodeWorksOnce();
    void anOlderCodeThanTheLastIsNoGood();
    void aClockThatIsALittleWrongIsForgiven();
    void aRecoveryCodeWorksOnceInAnySpelling();
    void anothersRecoveryCodeIsNoGood();
    void removing_forgetsAll();
    void theDatabaseAloneTellsNoSecret();
    void aSecretInAnothersRowDoesNotOpen();
    void theKeyFileIsForItsOwnerOnly();
    void aLostKey_isTold();
    void theUrlHoldsWhatAnAuthenticatorNeeds();
};

namespace {

struct Factor : StoreFixture {
    Factor() : awa(agent(u"Awa"_s, {})), yao(agent(u"Yao"_s, {})) { }

    template <class T> Result<T> during(const std::function<Result<T>(Writer &)> &work)
    {
        Result<T> result = fail(Code::Internal);
        const auto written = store->write([&](Writer &writer) -> Result<void> {
            result = work(writer);
            return result ? Result<void>() : tl::unexpected(result.error());
        });
        return result;
    }
    QString begin(const Agent &agent)
    {
        return must(during<QString>([&](Writer &writer) { return beginSecondFactor(writer, box, agent.id); }));
    }
    Result<QStringList> confirm(const Agent &agent, const QString &code)
    {
        return during<QStringList>([&](Writer &writer) { return confirmSecondFactor(writer, box, agent.id, code); });
    }
    Code use(const Agent &agent, const QString &code)
    {
        const auto done = store->write([&](Writer &writer) { return useSecondFactor(writer, box, agent.id, code); });
        return done ? Code::Unsupported : done.error().code; // stands for "it fitted"
    }
    [[nodiscard]] QString codeAt(const QString &secret, std::chrono::seconds later = 0s) const
    {
        return must(oneTimeCode(secret, clock.now().addSecs(later.count())));
    }
    /// In force; the code of this moment is used up.
    QStringList enrol(const Agent &agent, QString &secret)
    {
        secret = begin(agent);
        return must(confirm(agent, codeAt(secret)));
    }
    bool isOn(const Agent &agent) { return must(hasSecondFactor(must(store->read()).database(), agent.id)); }

    SecretBox box{dir.path(), random};
    Agent awa;
    Agent yao;
};

constexpr Code fitted = Code::Unsupported;

} // namespace

void TestSecondFactor::codesAreThoseOfTheStandard_data()
{
    // RFC 6238, appendix B, the last six of eight digits.
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("code");
    QTest::newRow("1970") << qint64(59) << u"287082"_s;
    QTest::newRow("2005") << qint64(1111111109) << u"081804"_s;
    QTest::newRow("2009") << qint64(1234567890) << u"005924"_s;
    QTest::newRow("2033") << qint64(2000000000) << u"279037"_s;
    QTest::newRow("2603") << qint64(20000000000) << u"353130"_s;
}

void TestSecondFactor::codesAreThoseOfTheStandard()
{
    QFETCH(const qint64, seconds);
    const QString secret = u"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s; // "12345678901234567890"
    QTEST(StoreFixture::must(oneTimeCode(secret, QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC))), "code");
}

void TestSecondFactor::itIsInForce_onceConfirmed()
{
    Factor factor;
    QVERIFY(!factor.isOn(factor.awa));
    QCOMPARE(factor.confirm(factor.awa, u"123456"_s).error().code, Code::NotFound);
    (void)factor.begin(factor.awa);
    const QString secret = factor.begin(factor.awa); // he closed the window, and began again
    QVERIFY(!factor.isOn(factor.awa));
    QCOMPARE(factor.confirm(factor.awa, u"12345"_s).error().code, Code::SecondFactorWrong);
    QVERIFY(!factor.isOn(factor.awa));
    const QStringList codes = StoreFixture::must(factor.confirm(factor.awa, factor.codeAt(secret)));
    QCOMPARE(codes.size(), 10);
    QCOMPARE(QSet<QString>(codes.cbegin(), codes.cend()).size(), 10);
    QVERIFY(factor.isOn(factor.awa));
    QVERIFY(!factor.isOn(factor.yao));
    QCOMPARE(factor.confirm(factor.awa, factor.codeAt(secret, 30s)).error().code, Code::Conflict);
    const auto again =
        factor.during<QString>([&](Writer &writer) { return beginSecondFactor(writer, factor.box, factor.awa.id); });
    QCOMPARE(again.error().code, Code::Conflict); // who has it on must end it first
}

void TestSecondFactor::aCodeWorksOnce()
{
    Factor factor;
    QString secret;
    factor.enrol(factor.awa, secret);
    QCOMPARE(factor.use(factor.awa, factor.codeAt(secret)), Code::SecondFactorWrong); // it was the confirmation
    factor.clock.advance(30s);
    QCOMPARE(factor.use(factor.awa, factor.codeAt(secret)), fitted);
    QCOMPARE(factor.use(factor.awa, factor.codeAt(secret)), Code::SecondFactorWrong);
    factor.clock.advance(30s);
    const QString code = factor.codeAt(secret);
    QCOMPARE(factor.use(factor.awa, code.left(3) + u' ' + code.mid(3)), fitted); // as the telephone shows it
}

void TestSecondFactor::anOlderCodeThanTheLastIsNoGood()
{
    Factor factor;
    QString secret;
    factor.enrol(factor.awa, secret);
    factor.clock.advance(10min);
    QCOMPARE(factor.use(factor.awa, factor.codeAt(secret, 30s)), fitted);
    QCOMPARE(factor.use(factor.awa, factor.codeAt(secret)), Code::SecondFactorWrong);
}

void TestSecondFactor::aClockThatIsALittleWrongIsForgiven()
{
    Factor factor;
    QString secret;
    factor.enrol(factor.awa, secret);
    factor.clock.advance(10min);
    QCOMPARE(factor.use(factor.awa, factor.codeAt(secret, -60s)), Code::SecondFactorWrong);
    QCOMPARE(factor.use(factor.awa, factor.codeAt(secret, 60s)), Code::SecondFactorWrong);
    QCOMPARE(factor.use(factor.awa, factor.codeAt(secret, -30s)), fitted);
    QCOMPARE(factor.use(factor.awa, factor.codeAt(secret, 30s)), fitted);
}

void TestSecondFactor::aRecoveryCodeWorksOnceInAnySpelling()
{
    Factor factor;
    QString secret;
    const QStringList codes = factor.enrol(factor.awa, secret);
    QCOMPARE(factor.use(factor.awa, codes.at(0)), fitted);
    QCOMPARE(factor.use(factor.awa, codes.at(0)), Code::SecondFactorWrong);
    QCOMPARE(factor.use(factor.awa, QString(codes.at(1)).remove(u'-').toUpper()), fitted);
    QCOMPARE(factor.use(factor.awa, u"00000-00000"_s), Code::SecondFactorWrong);
    QCOMPARE(factor.use(factor.awa, {}), Code::SecondFactorWrong);
}

void TestSecondFactor::anothersRecoveryCodeIsNoGood()
{
    Factor factor;
    QString secret;
    const QStringList codes = factor.enrol(factor.awa, secret);
    factor.enrol(factor.yao, secret);
    QCOMPARE(factor.use(factor.yao, codes.at(0)), Code::SecondFactorWrong);
    QCOMPARE(factor.use(factor.awa, codes.at(0)), fitted);
}

void TestSecondFactor::removing_forgetsAll()
{
    Factor factor;
    QString secret;
    const QStringList codes = factor.enrol(factor.awa, secret);
    const auto remove = [&] {
        return factor.during<bool>([&](Writer &writer) { return removeSecondFactor(writer, factor.awa.id); });
    };
    QCOMPARE(remove(), true);
    QVERIFY(!factor.isOn(factor.awa));
    QCOMPARE(factor.use(factor.awa, codes.at(0)), Code::SecondFactorWrong);
    QCOMPARE(remove(), false);
    factor.enrol(factor.awa, secret);
    QCOMPARE(factor.use(factor.awa, codes.at(0)), Code::SecondFactorWrong); // those of before stay dead
}

void TestSecondFactor::theDatabaseAloneTellsNoSecret()
{
    Factor factor;
    QString secret;
    const QStringList codes = factor.enrol(factor.awa, secret);
    QString all;
    for (const QString &sql : {u"SELECT sealed_secret FROM second_factors"_s, u"SELECT hash FROM recovery_codes"_s}) {
        const auto snapshot = StoreFixture::must(factor.store->read());
        Statement select(snapshot.database(), sql);
        StoreFixture::must(select.forEach([&all](const Statement &row) { all += row.text(0); }));
    }
    QVERIFY(!all.isEmpty());
    QVERIFY(!all.contains(secret));
    QVERIFY(!all.contains(codes.at(0)));
    // Another key, as who has a backup would make one.
    QTemporaryDir elsewhere;
    SecretBox other(elsewhere.path(), factor.random);
    const auto snapshot = StoreFixture::must(factor.store->read());
    Statement select(snapshot.database(), u"SELECT sealed_secret FROM second_factors"_s);
    const auto sealed = StoreFixture::must(select.first([](const Statement &row) { return row.text(0); }));
    QCOMPARE(other.open(*sealed, factor.awa.id.value).error().code, Code::Corrupt);
    QVERIFY(factor.box.open(*sealed, factor.awa.id.value));
}

void TestSecondFactor::aSecretInAnothersRowDoesNotOpen()
{
    Factor factor;
    const QString sealed = StoreFixture::must(factor.box.seal("secret", u"awa"_s));
    QCOMPARE(StoreFixture::must(factor.box.open(sealed, u"awa"_s)), QByteArray("secret"));
    QCOMPARE(factor.box.open(sealed, u"yao"_s).error().code, Code::Corrupt);
    QCOMPARE(factor.box.open({}, u"awa"_s).error().code, Code::Corrupt);
    QVERIFY(factor.box.seal("secret", u"awa"_s) != sealed); // never the same twice
}

void TestSecondFactor::theKeyFileIsForItsOwnerOnly()
{
    Factor factor;
    const QString path = factor.dir.filePath(u"secrets.key"_s);
    QVERIFY(!QFileInfo::exists(path)); // where nobody needs it
    StoreFixture::must(factor.box.seal("secret", u"awa"_s));
    const QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(path).permissions() & others));
    QCOMPARE(factor.dir.path(), QFileInfo(path).absolutePath());
    QCOMPARE(QDir(factor.dir.path()).entryList({u"secrets*"_s}), QStringList{u"secrets.key"_s});
    const QString sealed = StoreFixture::must(factor.box.seal("secret", u"awa"_s));
    SecretBox next(factor.dir.path(), factor.random); // of the next process
    QCOMPARE(StoreFixture::must(next.open(sealed, u"awa"_s)), QByteArray("secret"));
}

void TestSecondFactor::aLostKey_isTold()
{
    Factor factor;
    QFile file(factor.dir.filePath(u"secrets.key"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("torn") == 4);
    file.close();
    QCOMPARE(factor.box.seal("secret", u"awa"_s).error().code, Code::Corrupt);
}

void TestSecondFactor::theUrlHoldsWhatAnAuthenticatorNeeds()
{
    const QUrl url(enrolmentUrl(u"GEZDGNBV"_s, u"awa+2b@shop.ci"_s), QUrl::StrictMode);
    QVERIFY(url.isValid());
    QCOMPARE(url.scheme(), u"otpauth"_s);
    QCOMPARE(url.host(), u"totp"_s);
    QCOMPARE(url.path(), u"/Akwaba:awa+2b@shop.ci"_s);
    const QUrlQuery query(url);
    QCOMPARE(query.queryItemValue(u"secret"_s), u"GEZDGNBV"_s);
    QCOMPARE(query.queryItemValue(u"issuer"_s), u"Akwaba"_s);
    QCOMPARE(query.queryItemValue(u"digits"_s), u"6"_s);
    QCOMPARE(query.queryItemValue(u"period"_s), u"30"_s);
}

QTEST_GUILESS_MAIN(TestSecondFactor)
#include "tst_secondfactor.moc"
