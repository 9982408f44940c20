// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "ui/settings/mailboxesdialog.h"
#include "ui/settings/mailboxwizard.h"
#include "ui/settings/mailwords.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTranslator>
#include <QTreeWidget>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

class FixedClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return {}; }
};

MailAccount support()
{
    MailAccount account;
    account.id.value = u"y01jdkq6v0000000000000000001"_s;
    account.name = u"Support"_s;
    account.address = u"sav@toner.ci"_s;
    account.team.value = u"e1"_s;
    account.imap = {u"imap.toner.ci"_s, 993, MailTls::Tls, u"sav"_s};
    account.folder = u"INBOX"_s;
    account.smtp = {u"smtp.toner.ci"_s, 587, MailTls::StartTls, u"sav"_s};
    return account;
}

QList<MailCheck> goodChecks()
{
    QList<MailCheck> checks;
    for (std::size_t i = 0; i < EnumNames<MailStep>::all.size(); ++i)
        checks.append({MailStep(i), MailTrouble::None, {}});
    return checks;
}

/// A server that remembers what was asked of it.
struct FakeServer {
    QList<MailAccount> accounts;
    QList<MailCheck> checks = goodChecks();
    QList<std::pair<MailAccount, MailPasswords>> sets;
    QList<std::pair<MailAccount, MailPasswords>> tests;
    QList<MailAccountId> removed;
    std::optional<Code> refuses;

    MailboxWays ways()
    {
        return {[this] { return answered<QList<MailAccount>>(accounts); },
                [this](const MailAccount &account, const MailPasswords &passwords) {
                    sets.append({account, passwords});
                    return answered<void>(refuses ? Result<void>(fail(*refuses)) : Result<void>());
                },
                [this](const MailAccountId &id) {
                    removed.append(id);
                    return answered<void>({});
                },
                [this](const MailAccount &account, const MailPasswords &passwords) {
                    tests.append({account, passwords});
                    return answered<QList<MailCheck>>(checks);
                }};
    }
};

QList<Team> teams() { return {{.id = {u"e1"_s}, .name = u"Support N1"_s}, {.id = {u"e2"_s}, .name = u"Technique"_s}}; }

/// The wizard under an administrator's hands.
struct Hands {
    explicit Hands(QWidget &where) : m_where(where) { }

    void type(const QString &field, const QString &text) const { must<QLineEdit>(field)->setText(text); }
    [[nodiscard]] QString typed(const QString &field) const { return must<QLineEdit>(field)->text(); }
    void choose(const QString &field, const QString &text) const { must<QComboBox>(field)->setCurrentText(text); }
    void press(const QString &button) const { must<QAbstractButton>(button)->click(); }
    [[nodiscard]] bool canPress(const QString &button) const { return must<QAbstractButton>(button)->isEnabled(); }
    [[nodiscard]] QString label(const QString &name) const { return must<QLabel>(name)->text(); }
    template <class W> [[nodiscard]] W *must(const QString &name) const
    {
        auto *found = m_where.findChild<W *>(name);
        if (!found) qFatal("no %s", qPrintable(name));
        return found;
    }

private:
    QWidget &m_where;
};

/// As far as to the test.
void fillServers(const Hands &hands)
{
    hands.type(u"mailboxName"_s, u"Shop"_s);
    hands.type(u"mailboxAddress"_s, u"shop@gmail.com"_s);
    hands.press(u"mailboxNext"_s);
    hands.type(u"imapPassword"_s, u"secret"_s);
    hands.press(u"mailboxNext"_s);
    hands.press(u"mailboxNext"_s);
}

} // namespace

class TestMailboxes : public QObject {
    Q_OBJECT

public:
    explicit TestMailboxes(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void init() { m_server = {}; }
    void aNewMailbox_isSetUpPageByPage();
    void servers_areGuessedOnce_andCanBeCorrected();
    void encryption_bringsItsPort();
    void aFailingStep_isExplained_andStopsNobody();
    void whatTheServerRefuses_isTold();
    void everyTrouble_hasWords();
    void theList_showsWhatIsInTheWay();
    void mailboxesOfTheFile_areLeftAlone();
    void aPause_keepsEverythingElse();
    void removing_asksFirst();
    void everythingHasAName();
    void inFrench_nothingIsCut();

private:
    Theme &m_theme;
    FakeServer m_server;
    FixedClock m_clock;
};

void TestMailboxes::aNewMailbox_isSetUpPageByPage()
{
    MailboxWizard wizard({}, teams(), m_server.ways(), QDate(2026, 11, 26));
    wizard.show();
    const Hands hands(wizard);
    QSignalSpy saved(&wizard, &MailboxWizard::saved);
    QVERIFY(!hands.canPress(u"mailboxNext"_s));
    QVERIFY(!hands.canPress(u"mailboxBack"_s));
    keepPictures(m_theme, wizard, u"mailboxwizard-address"_s);
    fillServers(hands);
    QTRY_VERIFY(hands.canPress(u"mailboxNext"_s));
    QCOMPARE(m_server.tests.size(), 1);
    QCOMPARE(m_server.tests.constFirst().second, (MailPasswords{u"secret"_s, u"secret"_s}));
    QCOMPARE(hands.must<QListWidget>(u"mailboxSteps"_s)->count(), 10);
    keepPictures(m_theme, wizard, u"mailboxwizard-test"_s);
    QVERIFY(wizard.height() <= 700); // of the 768 that small screens have
    hands.press(u"mailboxNext"_s);
    hands.choose(u"mailboxTeam"_s, u"Technique"_s);
    keepPictures(m_theme, wizard, u"mailboxwizard-team"_s);
    hands.press(u"mailboxNext"_s);
    QTRY_COMPARE(saved.size(), 1);
    const auto &[account, passwords] = m_server.sets.constFirst();
    QCOMPARE(account.name, u"Shop"_s);
    QCOMPARE(account.address, u"shop@gmail.com"_s);
    QCOMPARE(account.imap, (MailHost{u"imap.gmail.com"_s, 993, MailTls::Tls, u"shop@gmail.com"_s}));
    QCOMPARE(account.smtp, (MailHost{u"smtp.gmail.com"_s, 587, MailTls::StartTls, u"shop@gmail.com"_s}));
    QCOMPARE(account.folder, u"INBOX"_s);
    QCOMPARE(account.team.value, u"e2"_s);
    QCOMPARE(account.fromDate, u"2026-11-26"_s);
    QVERIFY(account.active);
    QCOMPARE(passwords, (MailPasswords{u"secret"_s, u"secret"_s}));
}

void TestMailboxes::servers_areGuessedOnce_andCanBeCorrected()
{
    MailboxWizard wizard({}, teams(), m_server.ways(), QDate(2026, 11, 26));
    const Hands hands(wizard);
    hands.type(u"mailboxName"_s, u"Shop"_s);
    hands.type(u"mailboxAddress"_s, u"sav@toner.ci"_s);
    hands.press(u"mailboxNext"_s);
    QCOMPARE(hands.typed(u"imapHost"_s), u"imap.toner.ci"_s);
    hands.type(u"imapHost"_s, u"mail.toner.ci"_s);
    hands.press(u"mailboxNext"_s);
    hands.press(u"mailboxBack"_s);
    QCOMPARE(hands.typed(u"imapHost"_s), u"mail.toner.ci"_s);
    hands.press(u"mailboxBack"_s);
    hands.press(u"mailboxNext"_s);
    QCOMPARE(hands.typed(u"imapHost"_s), u"mail.toner.ci"_s);
    hands.press(u"mailboxBack"_s);
    hands.choose(u"mailboxProvider"_s, u"OVHcloud"_s);
    hands.press(u"mailboxNext"_s);
    QCOMPARE(hands.typed(u"imapHost"_s), u"ssl0.ovh.net"_s);
}

void TestMailboxes::encryption_bringsItsPort()
{
    MailboxWizard wizard(support(), teams(), m_server.ways(), QDate(2026, 11, 26));
    wizard.show();
    const Hands hands(wizard);
    hands.press(u"mailboxNext"_s);
    auto *tls = hands.must<QComboBox>(u"imapTls"_s);
    QCOMPARE(tls->currentText(), u"TLS"_s);
    tls->setFocus();
    QTest::keyClick(tls, Qt::Key_Up);
    QCOMPARE(tls->currentText(), u"STARTTLS"_s);
    QCOMPARE(hands.must<QSpinBox>(u"imapPort"_s)->value(), 143);
}

void TestMailboxes::aFailingStep_isExplained_andStopsNobody()
{
    m_server.checks = {{MailStep::ImapName, MailTrouble::None, {}},
                       {MailStep::ImapConnection, MailTrouble::None, {}},
                       {MailStep::ImapCertificate, MailTrouble::UnknownCertificate, u"0badcafe"_s},
                       {MailStep::SmtpName, MailTrouble::UnknownName, {}}};
    MailboxWizard wizard({}, teams(), m_server.ways(), QDate(2026, 11, 26));
    wizard.show();
    const Hands hands(wizard);
    fillServers(hands);
    QTRY_VERIFY(hands.canPress(u"mailboxNext"_s));
    const auto *steps = hands.must<QListWidget>(u"mailboxSteps"_s);
    QVERIFY(steps->item(0)->text().contains(troubleLabel(MailTrouble::None)));
    QVERIFY(steps->item(2)->text().contains(troubleLabel(MailTrouble::UnknownCertificate)));
    QVERIFY(steps->item(3)->text().contains(u"not tried"_s));
    const QString told = hands.label(u"mailboxTold"_s);
    QVERIFY(told.contains(explanation(MailTrouble::UnknownCertificate)));
    QVERIFY(told.contains(u"0badcafe"_s));
    QVERIFY(told.contains(explanation(MailTrouble::UnknownName)));
    keepPictures(m_theme, wizard, u"mailboxwizard-failed"_s);
    m_server.checks = goodChecks();
    hands.press(u"mailboxTestAgain"_s);
    QTRY_COMPARE(hands.label(u"mailboxTold"_s), u"Everything works."_s);
}

void TestMailboxes::whatTheServerRefuses_isTold()
{
    m_server.refuses = Code::Conflict;
    MailboxWizard wizard({}, teams(), m_server.ways(), QDate(2026, 11, 26));
    wizard.show();
    const Hands hands(wizard);
    fillServers(hands);
    QTRY_VERIFY(hands.canPress(u"mailboxNext"_s));
    hands.press(u"mailboxNext"_s);
    hands.press(u"mailboxNext"_s);
    QTRY_COMPARE(m_server.sets.size(), 1);
    QTRY_VERIFY(hands.canPress(u"mailboxNext"_s));
    QVERIFY(wizard.isVisible());
}

void TestMailboxes::everyTrouble_hasWords()
{
    for (std::size_t i = 1; i < EnumNames<MailTrouble>::all.size(); ++i) {
        QVERIFY(!troubleLabel(MailTrouble(i)).isEmpty());
        QVERIFY(!explanation(MailTrouble(i)).isEmpty());
    }
}

void TestMailboxes::theList_showsWhatIsInTheWay()
{
    MailAccount broken = support();
    broken.trouble = MailTrouble::WrongPassword;
    MailAccount paused = support();
    paused.name = u"Réclamations"_s;
    paused.active = false;
    MailAccount configured{.name = u"commandes"_s};
    m_server.accounts = {support(), broken, paused, configured};
    MailboxesDialog dialog(m_server.ways(), teams(), m_clock);
    dialog.show();
    const auto *list = Hands(dialog).must<QTreeWidget>(u"mailboxList"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 4);
    QCOMPARE(list->topLevelItem(0)->text(2), u"Support N1"_s);
    QCOMPARE(list->topLevelItem(0)->text(3), u"works"_s);
    QCOMPARE(list->topLevelItem(1)->text(3), troubleLabel(MailTrouble::WrongPassword));
    QCOMPARE(list->topLevelItem(1)->toolTip(3), explanation(MailTrouble::WrongPassword));
    QCOMPARE(list->topLevelItem(2)->text(3), u"paused"_s);
    keepPictures(m_theme, dialog, u"mailboxes"_s);
}

void TestMailboxes::mailboxesOfTheFile_areLeftAlone()
{
    m_server.accounts = {MailAccount{.name = u"commandes"_s}};
    MailboxesDialog dialog(m_server.ways(), teams(), m_clock);
    const Hands hands(dialog);
    QTRY_COMPARE(hands.must<QTreeWidget>(u"mailboxList"_s)->topLevelItemCount(), 1);
    for (const QString &button : {u"mailboxEdit"_s, u"mailboxPause"_s, u"mailboxRemove"_s})
        QVERIFY(!hands.canPress(button));
    QVERIFY(hands.canPress(u"mailboxAdd"_s));
}

void TestMailboxes::aPause_keepsEverythingElse()
{
    m_server.accounts = {support()};
    MailboxesDialog dialog(m_server.ways(), teams(), m_clock);
    const Hands hands(dialog);
    QTRY_VERIFY(hands.canPress(u"mailboxPause"_s));
    hands.press(u"mailboxPause"_s);
    MailAccount expected = support();
    expected.active = false;
    QCOMPARE(m_server.sets.size(), 1);
    QCOMPARE(m_server.sets.constFirst().first, expected);
    QCOMPARE(m_server.sets.constFirst().second, MailPasswords());
}

void TestMailboxes::removing_asksFirst()
{
    m_server.accounts = {support()};
    MailboxesDialog dialog(m_server.ways(), teams(), m_clock);
    dialog.show();
    const Hands hands(dialog);
    QTRY_VERIFY(hands.canPress(u"mailboxRemove"_s));
    hands.press(u"mailboxRemove"_s);
    auto *question = hands.must<QMessageBox>(u"mailboxQuestion"_s);
    QVERIFY(question->text().contains(u"Support"_s));
    QVERIFY(m_server.removed.isEmpty());
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole) button->click();
    }
    QCOMPARE(m_server.removed, QList<MailAccountId>{support().id});
}

void TestMailboxes::everythingHasAName()
{
    MailboxWizard wizard(support(), teams(), m_server.ways(), QDate(2026, 11, 26));
    for (const QWidget *widget : wizard.findChildren<QWidget *>()) {
        const bool isField = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QListWidget *>(widget);
        const bool isOurs = isField && !widget->objectName().startsWith(u"qt_"_s);
        if (isOurs) QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

void TestMailboxes::inFrench_nothingIsCut()
{
    QTranslator french;
    QVERIFY(french.load(u":/akwaba/translations/akwaba_fr"_s));
    QVERIFY(QCoreApplication::installTranslator(&french));
    const auto english = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    m_server.checks = {{MailStep::ImapName, MailTrouble::None, {}},
                       {MailStep::ImapConnection, MailTrouble::None, {}},
                       {MailStep::ImapCertificate, MailTrouble::None, {}},
                       {MailStep::ImapLogIn, MailTrouble::AppPasswordNeeded, {}}};
    MailboxWizard wizard({}, teams(), m_server.ways(), QDate(2026, 11, 26));
    wizard.show();
    const Hands hands(wizard);
    hands.type(u"mailboxName"_s, u"Boutique"_s);
    hands.type(u"mailboxAddress"_s, u"boutique@gmail.com"_s);
    hands.press(u"mailboxNext"_s);
    keepPictures(m_theme, wizard, u"mailboxwizard-server-fr"_s);
    hands.press(u"mailboxNext"_s);
    hands.press(u"mailboxNext"_s);
    QTRY_VERIFY(hands.canPress(u"mailboxNext"_s));
    QVERIFY(hands.label(u"mailboxTold"_s).contains(u"mot de passe"_s));
    keepPictures(m_theme, wizard, u"mailboxwizard-failed-fr"_s);
    hands.press(u"mailboxNext"_s);
    keepPictures(m_theme, wizard, u"mailboxwizard-team-fr"_s);
    QVERIFY(wizard.height() <= 700);
    m_server.accounts = {support()};
    MailboxesDialog dialog(m_server.ways(), teams(), m_clock);
    dialog.show();
    for (const QWidget *window : {static_cast<QWidget *>(&wizard), static_cast<QWidget *>(&dialog)}) {
        for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                QTRY_VERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        }
    }
}

AKWABA_PICTURES_MAIN(TestMailboxes)
#include "tst_mailboxes.moc"
