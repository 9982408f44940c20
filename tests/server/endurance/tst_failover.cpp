// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/store.h"
#include "tests/server/endurance/headlessconsole.h"
#include "tests/server/endurance/load.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/peers/testplace.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

constexpr int consoles = 20;
constexpr int patience = 60'000;

} // namespace

/// Twenty consoles know one address; two server processes stand behind one PostgreSQL, and die in turns.
class TestFailover : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Random> m_random = seededRandom();
    SmtpSink m_sink;
    Company m_company;
    std::vector<std::unique_ptr<HeadlessConsole>> m_consoles;

    [[nodiscard]] bool all(const std::function<bool(const HeadlessConsole &)> &test) const
    {
        return QTest::qWaitFor(
            [&] { return std::ranges::all_of(m_consoles, [&test](const auto &one) { return test(*one); }); }, patience);
    }
    [[nodiscard]] bool openAll(const QUrl &server);
    [[nodiscard]] bool comeBackAfter(const std::function<void()> &kill);
    [[nodiscard]] static QHash<QString, int> textsAt(const store::Place &place);

private Q_SLOTS:
    void aServerThatDies_isLeftForTheOther_andNothingIsLost();
};

bool TestFailover::openAll(const QUrl &server)
{
    for (int i = 0; i < consoles; ++i) {
        m_consoles.push_back(std::make_unique<HeadlessConsole>(m_company, i, *m_random,
                                                               m_folder.filePath(u"console%1"_s.arg(i)), server));
        const auto opened = m_consoles.back()->open();
        if (!QTest::qWaitFor([&opened] { return opened.isFinished(); }) || !opened.result()) return false;
    }
    return all([](const HeadlessConsole &console) { return console.isUpToDate(); });
}

/// The server decides again what each of them does. They never rest, so none of them ever has nothing to do.
bool TestFailover::comeBackAfter(const std::function<void()> &kill)
{
    QHash<const HeadlessConsole *, qsizetype> enough;
    for (const auto &console : m_consoles)
        enough.insert(console.get(), console->deeds().size() + 1);
    kill();
    QElapsedTimer timer;
    timer.start();
    QSet<const HeadlessConsole *> back;
    const bool came = QTest::qWaitFor(
        [&] {
            for (const auto &console : m_consoles) {
                if (console->decided() >= enough.value(console.get())) back.insert(console.get());
            }
            return back.size() == qsizetype(m_consoles.size());
        },
        patience);
    qInfo("%lld consoles of %d at work again after %lld ms", qlonglong(back.size()), consoles, timer.elapsed());
    return came;
}

QHash<QString, int> TestFailover::textsAt(const store::Place &place)
{
    const SystemClock clock;
    SystemRandom random;
    QHash<QString, int> texts;
    const auto read = store::Store::open(place, clock, random).and_then([&texts](const auto &store) {
        return store->read().map([&texts](const store::Snapshot &moment) {
            for (const Message &message : moment.all<Message>().value_or(QList<Message>()))
                ++texts[message.text];
        });
    });
    if (!read) qWarning("%s", qPrintable(read.error().detail));
    return texts;
}

void TestFailover::aServerThatDies_isLeftForTheOther_andNothingIsLost()
{
    ServerProcess first(postgresqlPlace(m_folder.filePath(u"first"_s)), m_sink.port());
    ServerProcess second(store::Place(first.place().directory + u"-copy"_s, first.place().databaseUrl), m_sink.port());
    const QString servers =
        u"[http]\nservers = [\"%1\", \"%2\"]\n"_s.arg(first.url().toString(), second.url().toString());
    first.configure(servers);
    second.configure(servers);
    QVERIFY2(first.start(), qPrintable(first.report()));
    (void)onAnotherMachine(first.place());
    QVERIFY2(second.start(), qPrintable(second.report()));
    m_company = furnish(first.place(), consoles, *m_random);
    QVERIFY(openAll(first.url()));
    for (const auto &console : m_consoles)
        console->work();
    QVERIFY(all([](const HeadlessConsole &console) { return console.decided() >= 3; }));

    QVERIFY(comeBackAfter([&first] { first.kill(); }));
    QVERIFY2(first.start(), qPrintable(first.report()));
    QVERIFY(comeBackAfter([&second] { second.kill(); }));

    for (const auto &console : m_consoles)
        console->rest();
    QVERIFY(all([](const HeadlessConsole &console) { return console.isUpToDate(); }));
    const QHash<QString, int> held = textsAt(first.place());
    qsizetype deeds = 0;
    for (const auto &console : m_consoles) {
        QCOMPARE(console->status().notSent, 0);
        deeds += console->deeds().size();
        for (const HeadlessConsole::Deed &deed : console->deeds()) {
            if (!deed.message.isEmpty()) QCOMPARE(held.value(deed.text), 1);
        }
    }
    qInfo("%lld deeds, none lost and none twice", qlonglong(deeds));
    QVERIFY2(first.stop(), qPrintable(first.report()));
}

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
