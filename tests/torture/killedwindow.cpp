// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/killedwindow.h"

#include "core/sync/passphrasekeyring.h"
#include "core/sync/profile.h"
#include "core/sync/secrets.h"
#include "tests/server/e2e/program.h"
#include "tests/server/peers/peer.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const auto passphrase = u"akwaba signifie bienvenue"_s;

// There is no keychain here, so each start asks for the passphrase. See app/console/tourplan.cpp for the verbs.
const auto comingIn = R"(await logInWindow
wait logInQuestion
focus logInPassphrase
type %1
click logInYes
await mainWindow
)"_L1;

// %1 is what is searched for, %2 the reply, %3 the name of the marks. What an earlier life left in the composer goes.
const auto answering = R"(pause 8
action searchTickets
type %1
pause 3
key Return
wait ticketList
focus ticketList
key Down
pause 2
action reply
wait composer
focus composerEditor
key Ctrl+A
key Del
mark begun-%3
type %2
action send
wait undoToast
mark kept-%3
pause 5
quit
)"_L1;

constexpr auto resting = "pause 100000\n";

QString textOf(int number) { return u"reply %1 of the window"_s.arg(number); }

} // namespace

KilledWindow::KilledWindow(const ServerProcess &server, QString word, Sites &sites, const QString &folder)
    : m_server(server), m_word(std::move(word)), m_sites(sites), m_folder(folder), m_profiles(folder + u"/profiles"_s)
{
    QDir().mkpath(m_profiles);
    QDir().mkpath(mark({}));
    endWithTest(m_process);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder + u"/window.log"_s, QIODevice::Append);
    connect(&m_process, &QProcess::finished, this, [this] { ended(); });
}

void KilledWindow::work()
{
    m_works = true;
    start();
}

void KilledWindow::rest()
{
    m_works = false;
    end();
    start();
}

void KilledWindow::end()
{
    const QSignalBlocker quietly(m_process); // nobody planned this
    m_process.kill();
    m_process.waitForFinished();
    (void)m_sites.death(m_profiles);
}

void KilledWindow::start()
{
    ++m_starts;
    writePlan(m_works);
    QProcessEnvironment environment = m_works ? m_sites.planned(m_profiles) : QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_folder);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    for (const QString &variable : {u"DBUS_SESSION_BUS_ADDRESS"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s})
        environment.remove(variable);
    m_process.setProcessEnvironment(environment);
    QStringList arguments{u"--server"_s, m_server.url().toString(), u"--profiles"_s,      m_profiles, u"--tour"_s,
                          mark({}),      u"--tour-plan"_s,          m_folder + u"/plan"_s};
    // Until there is a profile whose secrets are kept he has to log in.
    if (Profile::list(m_profiles).isEmpty() || !QFile::exists(m_profiles + u"/keyring"_s)) {
        QFile login(m_server.place().directory + u"/test-login.json"_s);
        if (!login.open(QIODevice::ReadOnly)) qFatal("the test instance has no log-in");
        const QJsonObject agent = QJsonDocument::fromJson(login.readAll()).object();
        if (!peer::writeText(m_folder + u"/password"_s, agent.value(u"password"_s).toString())) qFatal("no password");
        arguments += {u"--email"_s, agent.value(u"user"_s).toString(), u"--password-file"_s, m_folder + u"/password"_s};
    }
    m_process.start(programPath(u"akwaba"_s), arguments);
}

void KilledWindow::writePlan(bool answers)
{
    QString plan = QString(comingIn).arg(passphrase);
    plan += answers ? QString(answering).arg(m_word, textOf(m_starts)).arg(m_starts) : QString::fromLatin1(resting);
    if (!peer::writeText(m_folder + u"/plan"_s, plan)) qFatal("no plan for the window");
}

void KilledWindow::ended()
{
    if (const QString where = m_sites.death(m_profiles); !where.isEmpty()) Q_EMIT died(where);
    start(); // also where it came to the end of its tour, or waited there in vain for a server
}

QMap<QString, bool> KilledWindow::replies() const
{
    QMap<QString, bool> replies;
    for (int number = 1; number <= m_starts; ++number) {
        if (QFile::exists(mark(u"begun-%1.mark"_s.arg(number))))
            replies.insert(textOf(number), QFile::exists(mark(u"kept-%1.mark"_s.arg(number))));
    }
    return replies;
}

CacheReader *KilledWindow::reader()
{
    if (m_reader) return m_reader.get();
    const QList<ProfileInfo> profiles = Profile::list(m_profiles);
    if (profiles.isEmpty()) return nullptr;
    SystemRandom random;
    const QString name = QDir(m_profiles).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
    auto keyring = PassphraseKeyring::open(m_profiles + u"/keyring"_s, passphrase, random);
    if (!keyring) return nullptr;
    const Result<Secrets> secrets = (*keyring)->read(name).result().and_then(secretsFrom);
    if (!secrets) return nullptr;
    const QString files = m_profiles + u'/' + name;
    auto opened = CacheReader::open({files + u"/cache.db"_s, secrets->cacheKey(), files + u"/outbox.db"_s,
                                     secrets->outboxKey, profiles.constFirst().agent});
    if (opened) m_reader = std::move(*opened);
    return m_reader.get();
}

bool KilledWindow::isUpToDate()
{
    if (replies().isEmpty()) return true; // it never came so far
    const auto waiting = reader() != nullptr ? reader()->notYetSent() : fail(Code::NotFound);
    return waiting && waiting->isEmpty();
}

QStringList KilledWindow::refused()
{
    QStringList texts;
    if (reader() == nullptr) return texts;
    for (const OutboxItem &item : reader()->notSent().value_or(QList<OutboxItem>()))
        texts.append(item.intent.args.value(u"text"_s).toString());
    return texts;
}
