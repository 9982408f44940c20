// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "ui/shell/loginpage.h"
#include "ui/text/errorwords.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/formfield.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

/// The page as an agent finds it, on the screen.
struct Page {
    LogInPage page;
    QList<LogInForm> forms;

    Page()
    {
        QObject::connect(&page, &LogInPage::logInRequested, &page,
                         [this](const LogInForm &form) { forms.append(form); });
        page.setServer(u"support.test.invalid"_s);
        page.show();
        (void)QTest::qWaitForWindowExposed(&page);
    }
    template <class T> [[nodiscard]] T *part(const QString &name) const { return page.findChild<T *>(name); }
    [[nodiscard]] QLineEdit *edit(const QString &name) const { return part<QLineEdit>(name); }
    [[nodiscard]] QString errorAt(const QString &name) const
    {
        for (QWidget *parent = edit(name); parent != nullptr; parent = parent->parentWidget())
            if (const auto *field = qobject_cast<FormField *>(parent)) return field->error();
        return u"no field"_s;
    }
    [[nodiscard]] Banner *banner() const { return part<Banner>(u"logInBanner"_s); }
    void click(const QString &button) const { part<QPushButton>(button)->click(); }
    void fill() const
    {
        QTest::keyClicks(edit(u"logInEmail"_s), u"awa@test.invalid"_s);
        QTest::keyClicks(edit(u"logInPassword"_s), u"secret word"_s);
    }
};

} // namespace

class TestLogInPage : public QObject {
    Q_OBJECT

public:
    explicit TestLogInPage(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void whatWasTyped_isAskedForOnce();
    void emptyFields_areNamedAndNothingIsAsked();
    void aWrongPassword_isSaidBesideThePassword();
    void whatIsWrongWithTheAddress_isSaidBesideTheServer_data();
    void whatIsWrongWithTheAddress_isSaidBesideTheServer();
    void everythingElse_isSaidAboveTheForm_data();
    void everythingElse_isSaidAboveTheForm();
    void anUnknownCertificate_isShownToBeCompared();
    void aDoubtedCertificate_isNeverConfirmed();
    void withoutKeyring_aPassphraseOrNothing();
    void aSecondFactor_isAskedForInThePlaceOfTheForm();
    void aWrongCode_isSaidAndAskedForAgain();
    void whileACodeIsLookedAt_nothingIsPressedTwice();
    void goingBackFromTheCode_leavesTheFormAsItWas();
    void aPasswordThatNoLongerFits_endsTheQuestionForTheCode();
    void aLostNetwork_leavesTheQuestionForTheCode();
    void howLongToWait_isSaid_data();
    void howLongToWait_isSaid();
    void aKnownProfile_opensOffline();

private:
    Theme &m_theme;
};

void TestLogInPage::whatWasTyped_isAskedForOnce()
{
    const Page log;
    log.fill();
    log.part<QCheckBox>(u"logInKeepOffline"_s)->setChecked(false);
    QTest::keyClick(log.edit(u"logInPassword"_s), Qt::Key_Return);
    QTest::keyClick(log.edit(u"logInPassword"_s), Qt::Key_Return); // while the answer is awaited
    log.click(u"logInButton"_s);
    QCOMPARE(log.forms.size(), 1);
    QCOMPARE(log.forms.first().server, u"support.test.invalid"_s);
    QCOMPARE(log.forms.first().email, u"awa@test.invalid"_s);
    QCOMPARE(log.forms.first().password, u"secret word"_s);
    QVERIFY(!log.forms.first().keepOffline);
}

void TestLogInPage::emptyFields_areNamedAndNothingIsAsked()
{
    Page log;
    log.page.setServer({});
    log.click(u"logInButton"_s);
    QVERIFY(log.forms.isEmpty());
    for (const QString &name : {u"logInEmail"_s, u"logInPassword"_s, u"logInServer"_s})
        QVERIFY2(!log.errorAt(name).isEmpty(), qPrintable(name));
    keepPictures(m_theme, log.page, u"login-empty"_s);
    log.fill();
    log.page.setServer(u"support.test.invalid"_s);
    log.click(u"logInButton"_s);
    QCOMPARE(log.forms.size(), 1);
    QVERIFY(log.errorAt(u"logInEmail"_s).isEmpty());
}

void TestLogInPage::aWrongPassword_isSaidBesideThePassword()
{
    Page log;
    log.fill();
    log.click(u"logInButton"_s);
    log.page.showError(Code::Unauthenticated);
    QCOMPARE(log.errorAt(u"logInPassword"_s), sentence(Code::Unauthenticated));
    QVERIFY(log.errorAt(u"logInServer"_s).isEmpty());
    QVERIFY(log.banner()->isHidden());
    QCOMPARE(log.edit(u"logInPassword"_s)->selectedText().size(), u"secret word"_s.size()); // to be typed over
    log.click(u"logInButton"_s);
    QCOMPARE(log.forms.size(), 2); // he may try again
}

void TestLogInPage::whatIsWrongWithTheAddress_isSaidBesideTheServer_data()
{
    QTest::addColumn<Code>("code");
    QTest::newRow("no address") << Code::BadInput;
    QTest::newRow("http") << Code::InsecureAddress;
    QTest::newRow("another server") << Code::Protocol;
}

void TestLogInPage::whatIsWrongWithTheAddress_isSaidBesideTheServer()
{
    QFETCH(Code, code);
    Page log;
    QVERIFY(!log.edit(u"logInServer"_s)->isVisible()); // known, so only its name is shown
    log.page.showError(code);
    QVERIFY(log.edit(u"logInServer"_s)->isVisible());
    QCOMPARE(log.errorAt(u"logInServer"_s), sentence(code));
    QVERIFY(log.errorAt(u"logInPassword"_s).isEmpty());
    QVERIFY(log.banner()->isHidden());
}

void TestLogInPage::everythingElse_isSaidAboveTheForm_data()
{
    QTest::addColumn<Code>("code");
    for (const Code code : {Code::Unreachable, Code::Throttled, Code::Locked, Code::DiskFull, Code::TooOld,
                            Code::TooNew, Code::Corrupt, Code::Internal})
        QTest::newRow(qPrintable(codeName(code))) << code;
}

void TestLogInPage::everythingElse_isSaidAboveTheForm()
{
    QFETCH(Code, code);
    Page log;
    log.page.showError(Code::Unauthenticated);
    log.page.showError(code);
    QVERIFY(log.banner()->isVisible());
    QCOMPARE(log.banner()->text(), sentence(code));
    QVERIFY(log.errorAt(u"logInPassword"_s).isEmpty()); // the last word is the only one
}

void TestLogInPage::anUnknownCertificate_isShownToBeCompared()
{
    Page log;
    QSignalSpy confirmed(&log.page, &LogInPage::certificateConfirmed);
    log.page.askAboutCertificate(u"ab:cd:ef"_s);
    keepPictures(m_theme, log.page, u"login-certificate"_s);
    QVERIFY(log.part<QWidget>(u"logInQuestion"_s)->isVisible());
    QVERIFY(!log.edit(u"logInEmail"_s)->isVisible());
    QVERIFY(!log.edit(u"logInPassphrase"_s)->isVisible());
    QCOMPARE(log.part<QLabel>(u"logInFingerprint"_s)->text(), u"ab cd ef"_s);
    log.click(u"logInYes"_s);
    QCOMPARE(confirmed, (QList<QVariantList>{{u"ab:cd:ef"_s}}));
    QVERIFY(!log.part<QWidget>(u"logInQuestion"_s)->isVisible());
}

void TestLogInPage::aDoubtedCertificate_isNeverConfirmed()
{
    Page log;
    QSignalSpy confirmed(&log.page, &LogInPage::certificateConfirmed);
    QSignalSpy keptNothing(&log.page, &LogInPage::keepNothingChosen);
    log.page.askAboutCertificate(u"ab:cd:ef"_s);
    QVERIFY(log.part<QPushButton>(u"logInNo"_s)->hasFocus()); // what Enter or Space would press
    log.click(u"logInNo"_s);
    QVERIFY(confirmed.isEmpty());
    QVERIFY(keptNothing.isEmpty()); // the answer to another question
    QVERIFY(log.edit(u"logInEmail"_s)->isVisible());
}

void TestLogInPage::withoutKeyring_aPassphraseOrNothing()
{
    Page log;
    QSignalSpy given(&log.page, &LogInPage::passphraseGiven);
    QSignalSpy keptNothing(&log.page, &LogInPage::keepNothingChosen);
    log.page.askForPassphrase();
    log.click(u"logInYes"_s);
    QVERIFY(given.isEmpty()); // an empty one is none
    QVERIFY(log.part<QWidget>(u"logInQuestion"_s)->isVisible());
    QCOMPARE(log.edit(u"logInPassphrase"_s)->echoMode(), QLineEdit::Password);
    QTest::keyClicks(log.edit(u"logInPassphrase"_s), u"four words of mine"_s);
    QTest::keyClick(log.edit(u"logInPassphrase"_s), Qt::Key_Return);
    QCOMPARE(given, (QList<QVariantList>{{u"four words of mine"_s}}));

    log.page.askForPassphrase();
    QVERIFY(log.edit(u"logInPassphrase"_s)->text().isEmpty());
    log.click(u"logInNo"_s);
    QCOMPARE(keptNothing.size(), 1);
}

void TestLogInPage::aSecondFactor_isAskedForInThePlaceOfTheForm()
{
    Page log;
    QSignalSpy given(&log.page, &LogInPage::codeGiven);
    log.fill();
    log.click(u"logInButton"_s);
    log.page.askForCode(false);
    QVERIFY(!log.edit(u"logInEmail"_s)->isVisible());
    QVERIFY(!log.edit(u"logInPassphrase"_s)->isVisible());
    QLineEdit *code = log.edit(u"logInCode"_s);
    QVERIFY(code->hasFocus()); // he types at once
    QCOMPARE(code->accessibleName(), u"One-time code"_s);
    QTest::keyClick(code, Qt::Key_Return);
    QVERIFY(given.isEmpty()); // nothing typed is no code
    QTest::keyClicks(code, u"123 456"_s);
    keepPictures(m_theme, log.page, u"login-code"_s);
    QTest::keyClick(code, Qt::Key_Return);
    QCOMPARE(given, (QList<QVariantList>{{u"123 456"_s}}));
    QCOMPARE(log.forms.size(), 1); // the form asks nothing meanwhile
}

void TestLogInPage::aWrongCode_isSaidAndAskedForAgain()
{
    Page log;
    QSignalSpy given(&log.page, &LogInPage::codeGiven);
    log.page.askForCode(false);
    QVERIFY(log.errorAt(u"logInCode"_s).isEmpty());
    QTest::keyClicks(log.edit(u"logInCode"_s), u"123456"_s);
    log.click(u"logInYes"_s);
    log.page.askForCode(true);
    QCOMPARE(log.errorAt(u"logInCode"_s), sentence(Code::SecondFactorWrong));
    keepPictures(m_theme, log.page, u"login-code-wrong"_s);
    QCOMPARE(log.edit(u"logInCode"_s)->selectedText(), u"123456"_s); // to be typed over
    QTest::keyClicks(log.edit(u"logInCode"_s), u"654321"_s);
    log.click(u"logInYes"_s);
    QCOMPARE(given.last(), QVariantList{u"654321"_s});
    QVERIFY(log.errorAt(u"logInCode"_s).isEmpty());
    log.page.askForCode(false); // another log-in begins anew
    QVERIFY(log.edit(u"logInCode"_s)->text().isEmpty());
}

void TestLogInPage::whileACodeIsLookedAt_nothingIsPressedTwice()
{
    Page log;
    QSignalSpy given(&log.page, &LogInPage::codeGiven);
    log.page.askForCode(false);
    QTest::keyClicks(log.edit(u"logInCode"_s), u"123456"_s);
    log.click(u"logInYes"_s);
    log.click(u"logInYes"_s);
    QTest::keyClick(log.edit(u"logInCode"_s), Qt::Key_Return);
    QCOMPARE(given.size(), 1);
    QVERIFY(log.edit(u"logInCode"_s)->isVisible());
}

void TestLogInPage::goingBackFromTheCode_leavesTheFormAsItWas()
{
    Page log;
    QSignalSpy keptNothing(&log.page, &LogInPage::keepNothingChosen);
    log.fill();
    log.click(u"logInButton"_s);
    log.page.askForCode(false);
    log.click(u"logInNo"_s);
    QVERIFY(!log.edit(u"logInCode"_s)->isVisible());
    QVERIFY(keptNothing.isEmpty()); // the answer to another question
    QCOMPARE(log.edit(u"logInPassword"_s)->text(), u"secret word"_s);
    log.click(u"logInButton"_s);
    QCOMPARE(log.forms.size(), 2);
}

void TestLogInPage::aPasswordThatNoLongerFits_endsTheQuestionForTheCode()
{
    Page log;
    log.page.askForCode(false);
    log.page.showError(Code::Unauthenticated);
    QVERIFY(!log.edit(u"logInCode"_s)->isVisible());
    QCOMPARE(log.errorAt(u"logInPassword"_s), sentence(Code::Unauthenticated));
}

void TestLogInPage::aLostNetwork_leavesTheQuestionForTheCode()
{
    Page log;
    QSignalSpy given(&log.page, &LogInPage::codeGiven);
    log.page.askForCode(false);
    QTest::keyClicks(log.edit(u"logInCode"_s), u"123456"_s);
    log.click(u"logInYes"_s);
    log.page.showError(Code::Unreachable);
    QVERIFY(log.banner()->isVisible());
    QVERIFY(log.edit(u"logInCode"_s)->isVisible());
    log.click(u"logInYes"_s);
    QCOMPARE(given.size(), 2);
    QVERIFY(!log.banner()->isVisible()); // said until he tries again
}

void TestLogInPage::howLongToWait_isSaid_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("said");
    QTest::newRow("seconds") << 45 << u"Too many attempts. Try again in 45 s."_s;
    QTest::newRow("a minute") << 60 << u"Too many attempts. Try again in 1 min."_s;
    QTest::newRow("never too little") << 61 << u"Too many attempts. Try again in 2 min."_s;
    QTest::newRow("unknown") << 0 << sentence(Code::Throttled);
}

void TestLogInPage::howLongToWait_isSaid()
{
    QFETCH(const int, seconds);
    Page log;
    log.fill();
    log.click(u"logInButton"_s);
    log.page.showThrottled(std::chrono::seconds(seconds));
    QVERIFY(log.banner()->isVisible());
    QTEST(log.banner()->text(), "said");
    if (seconds == 45) keepPictures(m_theme, log.page, u"login-throttled"_s);
    log.click(u"logInButton"_s);
    QCOMPARE(log.forms.size(), 2);
}

void TestLogInPage::aKnownProfile_opensOffline()
{
    Page log;
    auto *button = log.part<QPushButton>(u"logInOffline"_s);
    QVERIFY(!button->isVisible());
    QString opened;
    connect(&log.page, &LogInPage::offlineRequested, this,
            [&](const KnownProfile &profile) { opened = profile.email; });
    log.page.setKnownProfile(KnownProfile{u"support.test.invalid"_s, u"awa@test.invalid"_s, {}});
    QVERIFY(button->isVisible());
    QCOMPARE(log.edit(u"logInEmail"_s)->text(), u"awa@test.invalid"_s);
    button->click();
    QCOMPARE(opened, u"awa@test.invalid"_s);
}

AKWABA_PICTURES_MAIN(TestLogInPage)

#include "tst_loginpage.moc"
