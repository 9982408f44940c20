// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include "core/cache/cacherekey.h"
#include "core/sync/address.h"
#include "core/sync/passphrasekeyring.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

namespace akwaba {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

MailboxWays waysTo(MailAdministration &mail)
{
    return {
        [&mail] { return mail.accounts(); },
        [&mail](const MailAccount &account, const MailPasswords &passwords) { return mail.set(account, passwords); },
        [&mail](const MailAccountId &id) { return mail.remove(id); },
        [&mail](const MailAccount &account, const MailPasswords &passwords) { return mail.test(account, passwords); }};
}

HolidayWays waysTo(HolidayAdministration &holidays)
{
    return {[&holidays](const Holiday &holiday) { return holidays.tryOut(holiday); },
            [&holidays](const Holiday &holiday) { return holidays.set(holiday); },
            [&holidays](const QByteArray &ics) { return holidays.import(ics); },
            {}};
}

SupervisionWays supervisionOf(Session &session)
{
    return {[&session] { return session.supervision().live(); },
            [&session](const LiveFigures &figures) { (void)session.client().keepFigures(figures); },
            [&session] { return session.reader().keptFigures().value_or(std::nullopt); }};
}

RuleWays waysTo(RuleAdministration &rules)
{
    return {[&rules](const CalendarEdit &edit) { return rules.tryOut(edit); },
            [&rules](const CalendarEdit &edit) { return rules.set(edit); },
            [&rules](const QList<PolicyEdit> &edits) { return rules.tryOut(edits); },
            [&rules](const QList<PolicyEdit> &edits) { return rules.set(edits); }};
}

MacroWays waysTo(MacroAdministration &macros)
{
    return {[&macros](const TextModule &module) { return macros.set(module); },
            [&macros](const Macro &macro) { return macros.set(macro); }};
}

} // namespace

Console::Console(Options options, const Parts &parts)
    : m_options(std::move(options)), m_parts(parts), m_keyring(&parts.keyring)
{
    m_leaseTimer.setInterval(1min);
    connect(&m_leaseTimer, &QTimer::timeout, this, &Console::watchLease);
}

Console::~Console() = default;

void Console::start()
{
    const QList<ProfileInfo> profiles = Profile::list(m_options.profiles);
    const bool loggingInAnyway = !m_options.password.isEmpty();
    if (!profiles.isEmpty() && !loggingInAnyway) return resume(profiles.first());
    showLogIn();
    if (loggingInAnyway) logIn({m_options.server, m_options.email, m_options.password, !m_options.keepNothing});
}

/// The window of whatever is shown before there is an inbox.
void Console::showFrame(QWidget *page)
{
    m_logInWindow = std::make_unique<QMainWindow>();
    m_logInWindow->setObjectName(u"logInWindow"_s);
    m_logInWindow->setWindowTitle(u"Akwaba"_s);
    m_logInWindow->resize(960, 680);
    m_logInWindow->setCentralWidget(page);
    m_logInWindow->show();
    Q_EMIT shown(m_logInWindow.get());
}

void Console::showLogIn()
{
    m_page = new LogInPage;
    const QList<ProfileInfo> profiles = Profile::list(m_options.profiles);
    m_page->setServer(!m_options.server.isEmpty() ? m_options.server
                          : profiles.isEmpty()    ? QString()
                                                  : profiles.first().server.toString());
    if (!profiles.isEmpty()) {
        m_server.pinnedCertificate = profiles.first().pinnedCertificate;
        m_page->setKnownProfile(KnownProfile{profiles.first().server.toString(), profiles.first().email, m_dataAsOf});
    }
    connect(m_page, &LogInPage::logInRequested, this, &Console::logIn);
    connect(m_page, &LogInPage::certificateConfirmed, this, &Console::confirmed);
    connect(m_page, &LogInPage::passphraseGiven, this, &Console::keepUnder);
    connect(m_page, &LogInPage::codeGiven, this, [this](const QString &code) {
        m_form.code = code;
        logIn(m_form);
    });
    connect(m_page, &LogInPage::keepNothingChosen, this, [this] {
        if (m_unkept) keepNothing(*m_unkept);
        m_unopened.reset();
    });
    connect(m_page, &LogInPage::offlineRequested, this, [this] {
        m_options.offline = true;
        const QList<ProfileInfo> known = Profile::list(m_options.profiles);
        if (!known.isEmpty()) resume(known.first());
    });
    connect(m_page, &LogInPage::languageRequested, this,
            [this](const QString &language) { m_parts.language.use(language); });
    showFrame(m_page);
}

void Console::resume(const ProfileInfo &info)
{
    Result<std::unique_ptr<Profile>> profile = Profile::open(m_options.profiles, info);
    if (!profile) return failed(profile.error().code);
    auto setup = std::make_shared<Session::Setup>();
    setup->profile = std::move(*profile);
    setup->offline = m_options.offline;
    onResult(m_keyring->read(setup->profile->name()), this, [this, setup](const Result<QByteArray> &entry) {
        const Result<Secrets> secrets = entry.and_then(secretsFrom);
        if (secrets && (!secrets->token.isEmpty() || setup->offline)) {
            setup->secrets = *secrets;
            if (stateOf(secrets->lease, m_parts.clock.now()) == LeaseState::Open) return prepare(setup);
            setup->secrets.lease = closed(secrets->lease);
            onResult(m_keyring->write(setup->profile->name(), toBytes(setup->secrets)), this,
                     [](const Result<void> &) { });
            return showClosed(std::move(*setup));
        }
        const ProfileInfo known = setup->profile->info();
        setup->profile.reset(); // and its lock
        if (m_page == nullptr) showLogIn();
        if (secrets) return;
        if (secrets.error().code == Code::NoKeyring) {
            m_unopened = known;
            m_page->askForPassphrase();
        } else if (secrets.error().code != Code::NotFound) {
            m_page->showError(secrets.error().code);
        }
    });
}

void Console::logIn(const LogInForm &form)
{
    m_form = form;
    const Result<QUrl> url = serverAddress(form.server);
    if (!url) return failed(url.error().code);
    m_server.url = *url;
    DeviceId device;
    for (const ProfileInfo &info : Profile::list(m_options.profiles)) {
        if (info.server == *url && info.email.compare(form.email, Qt::CaseInsensitive) == 0) device = info.device;
    }
    const Credentials credentials{
        form.email, form.password, QSysInfo::machineHostName(), QCoreApplication::applicationVersion(),
        device,     form.code};
    onResult(akwaba::logIn(m_server, credentials, this), this,
             [this](const Result<LogInAnswer> &answer) { answered(answer); });
}

void Console::confirmed(const QString &fingerprint)
{
    m_server.pinnedCertificate = fingerprint;
    m_page->setBusy(true);
    logIn(m_form);
}

void Console::answered(const Result<LogInAnswer> &answer)
{
    if (answer) return m_form.keepOffline ? keep(*answer) : keepNothing(*answer);
    const Error &error = answer.error();
    if (error.code == Code::UnknownCertificate) return m_page->askAboutCertificate(error.detail);
    if (error.code == Code::SecondFactorRequired) return m_page->askForCode(false);
    if (error.code == Code::SecondFactorWrong) return m_page->askForCode(true);
    if (error.code == Code::Throttled) return m_page->showThrottled(std::chrono::seconds(error.detail.toInt()));
    failed(error.code);
}

ProfileInfo Console::infoOf(const LogInAnswer &answer) const
{
    return {m_server.url, m_form.email, answer.agent, answer.device, answer.account, m_server.pinnedCertificate};
}

void Console::keep(const LogInAnswer &answer)
{
    Result<std::unique_ptr<Profile>> profile = Profile::open(m_options.profiles, infoOf(answer));
    if (!profile) return failed(profile.error().code);
    auto kept = std::make_shared<std::unique_ptr<Profile>>(std::move(*profile));
    // The keys of files that exist already are kept; a new token replaces the old one.
    onResult(m_keyring->read((*kept)->name()), this, [this, kept, answer](const Result<QByteArray> &entry) {
        if (!entry && entry.error().code == Code::NoKeyring) {
            m_unkept = answer;
            kept->reset();
            return m_page->askForPassphrase();
        }
        const Result<Secrets> known = entry.and_then(secretsFrom);
        // What a newer program wrote opens an outbox that is not empty, maybe.
        if (!known && known.error().code == Code::TooNew) return failed(Code::TooNew);
        Secrets secrets = known.value_or(newSecrets(m_parts.random, answer.token));
        secrets.token = answer.token;
        askForLease(std::move(*kept), secrets);
    });
}

void Console::askForLease(std::unique_ptr<Profile> profile, const Secrets &secrets)
{
    auto kept = std::make_shared<std::unique_ptr<Profile>>(std::move(profile));
    const auto answer = [this, kept, secrets](const Result<LeaseGrant> &grant) {
        const QDateTime now = m_parts.clock.now();
        Secrets leased = secrets;
        if (grant) leased.lease = renewed(leased.lease, *grant, now);
        if (!QFile::exists((*kept)->cacheFile())) leased.lease = rotated(leased.lease);
        // A server of before grants none, and lets in all the same; but not where it was closed.
        if (!grant && stateOf(leased.lease, now) != LeaseState::Open) return failed(grant.error().code);
        store(std::move(*kept), leased);
    };
    onResult(requestLease(m_server, secrets.token, secrets.lease.half.generation, this), this, answer);
}

void Console::store(std::unique_ptr<Profile> profile, const Secrets &secrets)
{
    auto setup = std::make_shared<Session::Setup>();
    setup->profile = std::move(profile);
    setup->secrets = secrets;
    onResult(m_keyring->write(setup->profile->name(), toBytes(secrets)), this,
             [this, setup](const Result<void> &written) {
                 if (written) return prepare(setup);
                 failed(written.error().code);
             });
}

void Console::keepUnder(const QString &passphrase)
{
    Result<std::unique_ptr<PassphraseKeyring>> keyring =
        PassphraseKeyring::open(m_options.profiles + u"/keyring"_s, passphrase, m_parts.random);
    if (!keyring) return failed(keyring.error().code);
    m_ownKeyring = std::move(*keyring);
    m_keyring = m_ownKeyring.get();
    if (m_unopened) return resume(*std::exchange(m_unopened, std::nullopt));
    if (m_unkept) keep(*std::exchange(m_unkept, std::nullopt));
}

void Console::keepNothing(const LogInAnswer &answer)
{
    Session::Setup setup;
    setup.temporary = std::make_unique<QTemporaryDir>();
    Result<std::unique_ptr<Profile>> profile = Profile::open(setup.temporary->path(), infoOf(answer));
    if (!profile) return failed(profile.error().code);
    setup.profile = std::move(*profile);
    setup.secrets = newSecrets(m_parts.random, answer.token);
    begin(std::move(setup));
}

/// Under its new key first, where there is one.
void Console::prepare(const std::shared_ptr<Session::Setup> &setup)
{
    if (setup->secrets.lease.next.generation == 0) return begin(std::move(*setup));
    Secrets after = setup->secrets;
    after.lease = rotated(after.lease);
    const auto rekey = [path = setup->profile->cacheFile(), from = setup->secrets.cacheKey(), to = after.cacheKey()] {
        return rekeyCache(path, from, to);
    };
    onResult(m_workers.run(rekey), this, [this, setup, after](const Result<void> &done) {
        if (!done) return begin(std::move(*setup)); // under the old one; the next start tries again
        setup->secrets = after;
        // The keyring has both until it has this.
        onResult(m_keyring->write(setup->profile->name(), toBytes(after)), this,
                 [this, setup](const Result<void> &) { begin(std::move(*setup)); });
    });
}

void Console::begin(Session::Setup setup)
{
    m_unkept.reset();
    setup.window.days = m_options.keepDays;
    m_session = std::make_unique<Session>(std::move(setup), m_parts.clock, m_parts.random);
    m_lease = m_session->lease();
    connect(&m_session->client(), &Client::leaseGranted, this, &Console::granted);
    m_leaseTimer.start();
    onResult(m_session->open(), this, [this](const Result<void> &result) { opened(result); });
    m_parts.theme.loadFonts(); // the files are opened by another thread meanwhile
}

void Console::opened(const Result<void> &result)
{
    if (result) return showMainWindow();
    m_session.reset();
    failed(result.error().code);
}

void Console::showClosed(Session::Setup setup)
{
    auto *page = new ClosedPage;
    m_page = nullptr;
    m_closed = std::make_unique<ClosedProfile>(std::move(setup), m_parts.clock, *page);
    connect(m_closed.get(), &ClosedProfile::reopened, this, &Console::reopen, Qt::QueuedConnection);
    connect(
        m_closed.get(), &ClosedProfile::logInNeeded, this,
        [this] {
            m_closed.reset(); // and the lock of its profile
            showLogIn();
        },
        Qt::QueuedConnection);
    showFrame(page);
    page->setFocus();
    if (!m_options.offline) m_closed->contact();
}

void Console::reopen()
{
    if (!m_closed) return;
    Session::Setup setup = m_closed->take();
    m_closed.reset();
    const Secrets secrets = setup.secrets;
    store(std::move(setup.profile), secrets);
}

void Console::granted(const LeaseGrant &grant)
{
    const QDateTime now = m_parts.clock.now();
    keepLease([grant, now](const Lease &lease) { return renewed(lease, grant, now); });
}

/// Once a minute: the lease may end while an agent works, and time that has passed is written down once an hour.
void Console::watchLease()
{
    const QDateTime now = m_parts.clock.now();
    if (!m_window || !m_lease.endsAt.isValid()) return;
    if (stateOf(m_lease, now) != LeaseState::Open) return endSession();
    if (m_lease.seenAt.secsTo(now) < std::chrono::seconds(1h).count()) return;
    keepLease([now](Lease lease) {
        lease.seenAt = now;
        return lease;
    });
}

void Console::keepLease(const std::function<Lease(const Lease &)> &change)
{
    if (!m_session || m_session->isTemporary()) return;
    const QString name = m_session->profile().name();
    onResult(m_keyring->read(name), this, [this, name, change](const Result<QByteArray> &entry) {
        Result<Secrets> kept = entry.and_then(secretsFrom);
        if (!kept || !m_session) return;
        kept->lease = change(kept->lease);
        m_lease = kept->lease;
        onResult(m_keyring->write(name, toBytes(*kept)), this, [](const Result<void> &) { });
    });
}

/// What the agent has typed is in the outbox; the page that comes shows it.
void Console::endSession()
{
    const ProfileInfo info = m_session->profile().info();
    leaveSession();
    resume(info);
}

/// A window that is hidden writes down what was typed last, and needs the session for that.
void Console::leaveSession()
{
    m_leaseTimer.stop();
    m_window->hide();
    m_window.reset();
    m_session.reset();
}

void Console::showMainWindow()
{
    const auto follow = [this] { m_serverClock.setShift(m_session->client().status().serverOffset); };
    follow();
    connect(&m_session->client(), &Client::statusChanged, this, follow);
    MainWindow::Parts parts{m_session->client(), m_session->reader(), m_session->readerOptions(),
                            m_parts.theme,       m_parts.language,    m_serverClock,
                            m_parts.random,      m_session->me(),     m_session->profile().info().device};
    parts.mailboxes = waysTo(m_session->mail());
    parts.holidays = waysTo(m_session->holidays());
    parts.supervision = supervisionOf(*m_session);
    parts.rules = waysTo(m_session->rules());
    parts.macros = waysTo(m_session->macros());
    parts.keepDays = m_options.keepDays;
    m_window = std::make_unique<MainWindow>(parts);
    connect(m_session.get(), &Session::readerReplaced, m_window.get(),
            [this] { m_window->setReader(m_session->reader()); });
    connect(m_window.get(), &MainWindow::logOutRequested, this, &Console::logOut);
    m_window->show();
    Q_EMIT shown(m_window.get());
    if (m_logInWindow) m_logInWindow.release()->deleteLater();
    m_page = nullptr;
}

void Console::logOut()
{
    const QString name = m_session->profile().name();
    m_dataAsOf = m_session->client().status().dataAsOf;
    // The keys stay with their files, so that nothing unsent is lost; only the token is forgotten.
    onResult(m_keyring->read(name), this, [this, name](const Result<QByteArray> &entry) {
        if (!m_session) return; // its lease has ended meanwhile, or it was asked twice
        Result<Secrets> kept = entry.and_then(secretsFrom);
        if (kept) {
            kept->token.clear();
            onResult(m_keyring->write(name, toBytes(*kept)), this, [](const Result<void> &) { });
        }
        showLogIn();
        leaveSession();
    });
}

void Console::failed(Code code)
{
    if (m_page == nullptr) showLogIn();
    m_page->showError(code);
}

} // namespace akwaba
