// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/store.h"
#include "tests/server/endurance/headlessconsole.h"
#include "tests/server/endurance/load.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/peers/testplace.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>

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
    [[nodiscard]] bool workAgainAfter(const std::function<void()> &kill);
    [[nodiscard]] bool becomeLiveAgainAfter(const std::function<void()> &kill);
    [[nodiscard]] bool comeBackAfter(const std::function<void()> &kill, const QString &what,
                                     const std::function<bool(const HeadlessConsole &)> &isBack);
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
bool TestFailover::workAgainAfter(const std::function<void()> &kill)
{
    QHash<const HeadlessConsole *, qsizetype> enough;
    for (const auto &console : m_consoles)
        enough.insert(console.get(), console->deeds().size() + 1);
    return comeBackAfter(kill, u"at work again"_s, [&enough](const HeadlessConsole &console) {
        return console.decided() >= enough.value(&console);
    });
}

/// Nobody does anything: each of them notices by itself that the server is gone, and is live at the other one.
bool TestFailover::becomeLiveAgainAfter(const std::function<void()> &kill)
{
    QSet<const HeadlessConsole *> noticed;
    return comeBackAfter(kill, u"live again"_s, [&noticed](const HeadlessConsole &console) {
        if (console.status().phase != SyncPhase::Live) noticed.insert(&console);
        return console.isUpToDate() && noticed.contains(&console);
    });
}

/// Prints after how many milliseconds each of them was.
bool TestFailover::comeBackAfter(const std::function<void()> &kill, const QString &what,
                                 const std::function<bool(const HeadlessConsole &)> &isBack)
{
    QHash<const HeadlessConsole *, qint64> back;
    QElapsedTimer timer;
    QObject context;
    for (const auto &console : m_consoles) {
        connect(console.get(), &HeadlessConsole::statusChanged, &context, [&, one = console.get()] {
            if (isBack(*one) && !back.contains(one)) back.insert(one, timer.elapsed());
        });
    }
    timer.start();
    kill();
    const bool came = QTest::qWaitFor([&] { return back.size() == consoles; }, patience);
    QList<qint64> ms = back.values();
    std::ranges::sort(ms);
    const auto at = [&ms](int percent) { return ms.value((ms.size() - 1) * percent / 100); };
    const QJsonObject line{{u"name"_s, QString(u"failover, consoles that are "_s + what)},
                           {u"n"_s, ms.size()},
                           {u"unit"_s, u"ms"_s},
                           {u"p50"_s, at(50)},
                           {u"p95"_s, at(95)},
                           {u"max"_s, at(100)}};
    qInfo("%s", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
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

    QVERIFY(workAgainAfter([&first] { first.kill(); }));
    QVERIFY2(first.start(), qPrintable(first.report()));
    QVERIFY(workAgainAfter([&second] { second.kill(); }));
    QVERIFY2(second.start(), qPrintable(second.report()));
    for (const auto &console : m_consoles)
        console->rest();
    QVERIFY(all([](const HeadlessConsole &console) { return console.isUpToDate(); }));
    QVERIFY(becomeLiveAgainAfter([&first] { first.kill(); }));

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
    QVERIFY2(second.stop(), qPrintable(second.report()));
}

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
