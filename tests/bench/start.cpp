// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From exec to the first painted inbox of the real console, beside an empty window in the same run, and what both
// weigh. The profile is a kept one: filled by a first sync of the corpus "hundred", its secrets in a real keyring, the
// server running. bench_start [runs]; bench_start --read-secret NAME is what it starts itself to see what the keyring
// costs.
#include "core/sync/profile.h"
#include "core/sync/qtkeyring.h"
#include "core/sync/wire.h"
#include "tests/bench/child.h"
#include "tests/bench/firstsync.h"
#include "tests/bench/hundredserver.h"
#include "tests/bench/report.h"
#include "tests/bench/secretsession.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>

using namespace akwaba;
using namespace akwaba::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

/// A named pipe: who waits on it is awake when the other program writes, not at the next look.
class Mark {
public:
    explicit Mark(const QString &path) : m_path(path)
    {
        if (mkfifo(path.toLocal8Bit().constData(), S_IRUSR | S_IWUSR) == 0)
            m_pipe = open(path.toLocal8Bit().constData(), O_RDWR | O_NONBLOCK);
        if (m_pipe < 0) giveUp({Code::Io, path});
    }
    ~Mark() { close(m_pipe); }
    Q_DISABLE_COPY_MOVE(Mark)

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool wait() const
    {
        pollfd waiting{m_pipe, POLLIN, 0};
        std::array<char, 64> text{};
        return poll(&waiting, 1, patienceMs) == 1 && read(m_pipe, text.data(), text.size()) > 0;
    }

private:
    QString m_path;
    int m_pipe = -1;
};

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) giveUp({Code::Io, path});
}

/// Until the mark, in milliseconds. Then it is killed: how a program ends is not measured here.
double timeToPaint(const QString &program, const QStringList &arguments, const Mark &mark)
{
    QProcess process;
    endWithMe(process);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    if (!mark.wait()) giveUp({Code::Internal, u"not painted: "_s + program});
    const double painted = milliseconds(timer);
    process.kill();
    process.waitForFinished(patienceMs);
    return painted;
}

double pssMegabytes(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) giveUp({Code::Io, file.fileName()});
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:")) return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    giveUp({Code::Internal, u"no PSS"_s});
}

QString besideMe(const QString &name) { return QCoreApplication::applicationDirPath() + u'/' + name; }

QList<QJsonObject> page(HttpClient &http, const wire::Session &session, const QString &type)
{
    std::optional<QByteArray> body;
    http.send(2, "POST", session.apiPath, wire::bytes(session, {wire::syncPage(session, type, {}, 200)}),
              [&body](const HttpReply &reply) { body = reply.body; });
    if (!QTest::qWaitFor([&body] { return body.has_value(); }, patienceMs)) giveUp({Code::Unreachable, type});
    const jmap::Response response = must(wire::responseFrom(*body));
    const jmap::Invocation *answer = jmap::answerTo(response, u"page"_s);
    if (answer == nullptr) giveUp({Code::Protocol, type});
    return wire::objects(answer->arguments.value(u"list"_s));
}

/// The address of the agent who has most to do: an empty inbox would be painted sooner.
QString busiestAgent(const HundredServer &server)
{
    HttpClient http(server.address());
    http.setToken(logInTo(server.address(), server.user(), server.password()).token);
    std::optional<wire::Session> session;
    http.send(1, "GET", u"/jmap/session"_s, {},
              [&session](const HttpReply &reply) { session = must(wire::sessionFrom(reply.body)); });
    if (!QTest::qWaitFor([&session] { return session.has_value(); }, patienceMs))
        giveUp({Code::Unreachable, u"no session"_s});
    QHash<QString, int> load;
    for (const QJsonObject &ticket : page(http, *session, u"Ticket"_s)) {
        if (ticket.value(u"status"_s).toString() == u"open"_s) ++load[ticket.value(u"assignee"_s).toString()];
    }
    QString busiest = server.user();
    int most = 0;
    for (const QJsonObject &agent : page(http, *session, u"Agent"_s)) {
        const int tickets = load.value(agent.value(u"id"_s).toString());
        if (tickets <= most) continue;
        most = tickets;
        busiest = agent.value(u"email"_s).toString();
    }
    return busiest;
}

/// The kept console: profile and secrets.
class KeptConsole {
public:
    KeptConsole(const HundredServer &server, QString folder) : m_folder(std::move(folder))
    {
        const QString user = busiestAgent(server); // all agents of the corpus have one password
        const LogInAnswer login = logInTo(server.address(), user, server.password());
        const auto profile = must(Profile::open(
            m_folder + u"/profiles"_s, {server.address().url, user, login.agent, login.device, login.account, {}}));
        m_name = profile->name();
        SystemRandom random;
        const Secrets secrets = newSecrets(random, login.token);
        const auto written = m_keyring.write(m_name, toBytes(secrets));
        if (!QTest::qWaitFor([&written] { return written.isFinished(); }, patienceMs))
            giveUp({Code::NoKeyring, u"no answer"_s});
        must(written.result());
        const ClientConfig config{
            profile->cacheFile(), profile->outboxFile(), secrets, server.address(), {login.agent, login.device}};
        (void)firstSync(config);
        finishIndex(config);
    }

    [[nodiscard]] const QString &secretName() const { return m_name; }
    [[nodiscard]] QStringList tour(const QByteArray &plan) const
    {
        write(m_folder + u"/plan"_s, plan);
        return {u"--profiles"_s, m_folder + u"/profiles"_s, u"--tour"_s,
                m_folder,        u"--tour-plan"_s,          m_folder + u"/plan"_s};
    }

private:
    QString m_folder;
    QString m_name;
    QtKeyring m_keyring;
};

void startUps(const KeptConsole &console, const Mark &mark, int runs)
{
    const QStringList arguments =
        console.tour("await mainWindow\npause 200\nquit\n") + QStringList{u"--started-mark"_s, mark.path()};
    QList<double> empty;
    QList<double> inbox;
    QList<double> ratio;
    for (int i = -1; i < runs; ++i) { // the first one only warms the disk cache
        const double window = timeToPaint(besideMe(u"emptywindow"_s), {mark.path(), u"10000"_s}, mark);
        const double painted = timeToPaint(program(u"akwaba"_s), arguments, mark);
        if (i < 0) continue;
        empty += window;
        inbox += painted;
        ratio += painted / window;
    }
    print({u"start.empty window"_s, u"ms"_s, {}, {}}, empty);
    print({u"start.painted inbox, warm, keyring included"_s, u"ms"_s, u"<= 150 ms"_s, {}}, inbox);
    print({u"start.painted inbox by empty window"_s, u"times"_s, u"<= 3"_s, {}}, ratio);
}

/// In a process of its own each time: the library, the bus and the keyring are met for the first time.
void keyringCost(const QString &name, int runs)
{
    QList<double> samples;
    for (int i = 0; i < runs; ++i) {
        QProcess reader;
        reader.start(QCoreApplication::applicationFilePath(), {u"--read-secret"_s, name});
        if (!reader.waitForFinished(patienceMs) || reader.exitCode() != 0) giveUp({Code::NoKeyring, u"not read"_s});
        samples += reader.readAllStandardOutput().trimmed().toDouble();
    }
    print({u"start.of it the keyring"_s, u"ms"_s, {}, {}}, samples);
}

int readSecret(const QString &name)
{
    QtKeyring keyring;
    QElapsedTimer timer;
    timer.start();
    onResult(keyring.read(name), qApp, [&timer](const Result<QByteArray> &secret) {
        std::printf("%f\n", milliseconds(timer));
        QCoreApplication::exit(secret ? 0 : 1);
    });
    return QCoreApplication::exec();
}

void memory(const KeptConsole &console, const QString &folder, int tickets)
{
    const QByteArray open = QByteArray("key Down\npause 2\n").repeated(tickets);
    QProcess process;
    endWithMe(process);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program(u"akwaba"_s),
                  console.tour("await mainWindow\nwait ticketList\npause 10\nfocus ticketList\n" + open
                               + "picture opened.png\npause 200\nquit\n"));
    const bool opened = QTest::qWaitFor(
        [&] { return QFile::exists(folder + u"/opened.png"_s) || process.state() == QProcess::NotRunning; },
        patienceMs);
    if (!opened || process.state() == QProcess::NotRunning) giveUp({Code::Internal, u"no ticket was opened"_s});
    const QJsonObject more{{u"tickets"_s, tickets}};
    print({u"memory.console after opening tickets, PSS"_s, u"MB"_s, u"<= 80 MB"_s, more},
          {pssMegabytes(process.processId())});
    process.kill();
    process.waitForFinished(patienceMs);

    QProcess empty;
    endWithMe(empty);
    const Mark mark(folder + u"/empty"_s);
    empty.start(besideMe(u"emptywindow"_s), {mark.path(), u"10000"_s});
    if (!mark.wait()) giveUp({Code::Internal, u"no empty window"_s});
    print({u"memory.empty window, PSS"_s, u"MB"_s, {}, {}}, {pssMegabytes(empty.processId())});
    empty.kill();
    empty.waitForFinished(patienceMs);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--read-secret"_s) return readSecret(arguments.value(2));
    const int runs = argc > 1 ? arguments.at(1).toInt() : 20;
    const QTemporaryDir dir;
    SecretSession session(dir.path());
    must(session.start());
    HundredServer server;
    must(server.start());
    const KeptConsole console(server, dir.path());
    const Mark mark(dir.filePath(u"painted"_s));
    startUps(console, mark, runs);
    keyringCost(console.secretName(), runs);
    memory(console, dir.path(), 20);
    return 0;
}
