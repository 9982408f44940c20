// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/loginpage.h"

#include "ui/shell/panel.h"
#include "ui/text/errorwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr int questionMargin = 20;
constexpr int columnWidth = 360;

/// The mark of the program, 48 px.
class Logo : public QWidget {
public:
    explicit Logo(QWidget *parent) : QWidget(parent) { setFixedSize(48, 48); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintLogo(painter, rect(), themeOf(this));
    }
};

QLineEdit *makeField(const QString &objectName)
{
    auto *field = new QLineEdit;
    field->setObjectName(objectName);
    field->setMinimumHeight(32);
    return field;
}

/// An eye in the password field that shows what is typed.
void addEye(QLineEdit *password, IconButton *eye)
{
    eye->setCheckable(true);
    eye->setSizes(16, 22);
    auto *inside = new QHBoxLayout(password);
    inside->setContentsMargins(0, 0, 5, 0);
    inside->addStretch();
    inside->addWidget(eye);
    password->setTextMargins(0, 0, 26, 0);
    QObject::connect(eye, &QAbstractButton::toggled, password, [password](bool shown) {
        password->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
}

} // namespace

struct LogInPage::Parts {
    Label *title = nullptr;
    Label *subtitle = nullptr;
    Banner *banner = nullptr;
    QWidget *form = nullptr;
    QLineEdit *email = nullptr;
    FormField *emailField = nullptr;
    QLineEdit *password = nullptr;
    FormField *passwordField = nullptr;
    IconButton *eye = nullptr;
    QLineEdit *server = nullptr;
    FormField *serverField = nullptr;
    QCheckBox *keep = nullptr;
    QPushButton *submit = nullptr;

    QWidget *question = nullptr;
    Label *questionTitle = nullptr;
    Label *questionText = nullptr;
    Label *fingerprint = nullptr;
    QLineEdit *passphrase = nullptr;
    QPushButton *yes = nullptr;
    QPushButton *no = nullptr;

    QWidget *offline = nullptr;
    Label *offlineTitle = nullptr;
    Label *offlineText = nullptr;
    QPushButton *offlineButton = nullptr;

    Label *serverName = nullptr;
    QPushButton *change = nullptr;
    QPushButton *language = nullptr;
};

LogInPage::LogInPage(QWidget *parent) : QWidget(parent), m_parts(std::make_unique<Parts>())
{
    setObjectName(u"logInPage"_s);
    build();
    retranslate();
    setKnownProfile({});
    m_parts->question->hide();
    m_parts->banner->hide();
}

LogInPage::~LogInPage() = default;

void LogInPage::build()
{
    Parts &p = *m_parts;
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(new Logo(this), 0, Qt::AlignHCenter);
    column->addSpacing(12);
    p.title = new Label(u"Akwaba"_s, TextStyle::Title);
    p.title->setAlignment(Qt::AlignHCenter);
    column->addWidget(p.title);
    p.subtitle = new Label(TextStyle::Body, Token::Text2);
    p.subtitle->setAlignment(Qt::AlignHCenter);
    column->addWidget(p.subtitle);
    column->addSpacing(24);
    p.banner = new Banner;
    p.banner->setObjectName(u"logInBanner"_s);
    p.banner->setFixedWidth(columnWidth);
    column->addWidget(p.banner, 0, Qt::AlignHCenter);
    column->addWidget(p.form = buildForm(), 0, Qt::AlignHCenter);
    column->addWidget(p.question = buildQuestion(), 0, Qt::AlignHCenter);
    column->addSpacing(12);
    column->addWidget(p.offline = buildOfflineCard(), 0, Qt::AlignHCenter);
    column->addSpacing(20);
    column->addWidget(buildFoot(), 0, Qt::AlignHCenter);
    column->addStretch(3);
    setLayout(column);
}

QWidget *LogInPage::buildForm()
{
    Parts &p = *m_parts;
    auto *panel = new Panel(Token::Raised);
    panel->setFixedWidth(columnWidth);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(14);

    p.email = makeField(u"logInEmail"_s);
    p.emailField = new FormField({}, p.email);
    p.password = makeField(u"logInPassword"_s);
    p.password->setEchoMode(QLineEdit::Password);
    p.passwordField = new FormField({}, p.password);
    p.eye = new IconButton(u"eye"_s, {});
    addEye(p.password, p.eye);
    p.server = makeField(u"logInServer"_s);
    p.serverField = new FormField({}, p.server);
    p.keep = new QCheckBox;
    p.keep->setObjectName(u"logInKeepOffline"_s);
    p.keep->setChecked(true);
    p.submit = new QPushButton;
    p.submit->setObjectName(u"logInButton"_s);
    p.submit->setMinimumHeight(34);
    setLook(p.submit, ButtonLook::Primary);
    for (QWidget *row :
         {static_cast<QWidget *>(p.emailField), static_cast<QWidget *>(p.passwordField),
          static_cast<QWidget *>(p.serverField), static_cast<QWidget *>(p.keep), static_cast<QWidget *>(p.submit)})
        layout->addWidget(row);

    connect(p.submit, &QPushButton::clicked, this, [this] { submit(); });
    for (QLineEdit *field : {p.email, p.password, p.server})
        connect(field, &QLineEdit::returnPressed, this, [this] { submit(); });
    return panel;
}

QWidget *LogInPage::buildQuestion()
{
    Parts &p = *m_parts;
    auto *panel = new Panel(Token::Raised);
    panel->setObjectName(u"logInQuestion"_s);
    panel->setFixedWidth(columnWidth);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(questionMargin, questionMargin, questionMargin, questionMargin);
    layout->setSpacing(12);
    p.questionTitle = new Label(TextStyle::BodyStrong);
    p.questionTitle->setWordWrap(true);
    p.questionText = new Label(TextStyle::Body, Token::Text2);
    p.questionText->setWordWrap(true);
    p.fingerprint = new Label(TextStyle::BodyMedium);
    p.fingerprint->setObjectName(u"logInFingerprint"_s);
    p.fingerprint->setWordWrap(true);
    p.fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    p.passphrase = makeField(u"logInPassphrase"_s);
    p.passphrase->setEchoMode(QLineEdit::Password);
    p.yes = new QPushButton;
    p.yes->setObjectName(u"logInYes"_s);
    setLook(p.yes, ButtonLook::Primary);
    p.no = new QPushButton;
    p.no->setObjectName(u"logInNo"_s);
    for (QWidget *row : {static_cast<QWidget *>(p.questionTitle), static_cast<QWidget *>(p.questionText),
                         static_cast<QWidget *>(p.fingerprint), static_cast<QWidget *>(p.passphrase)})
        layout->addWidget(row);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(p.no);
    buttons->addWidget(p.yes);
    layout->addLayout(buttons);

    connect(p.yes, &QPushButton::clicked, this, [this] {
        const QString fingerprint = m_fingerprint;
        const QString passphrase = m_parts->passphrase->text();
        if (fingerprint.isEmpty() && passphrase.isEmpty()) return;
        endQuestion();
        if (fingerprint.isEmpty())
            Q_EMIT passphraseGiven(passphrase);
        else
            Q_EMIT certificateConfirmed(fingerprint);
    });
    connect(p.no, &QPushButton::clicked, this, [this] {
        const bool aboutCertificate = !m_fingerprint.isEmpty();
        endQuestion();
        if (!aboutCertificate) Q_EMIT keepNothingChosen();
    });
    connect(p.passphrase, &QLineEdit::returnPressed, p.yes, &QPushButton::click);
    return panel;
}

QWidget *LogInPage::buildOfflineCard()
{
    Parts &p = *m_parts;
    auto *panel = new Panel(Token::Sunken);
    panel->setFixedWidth(columnWidth);
    auto *layout = new QHBoxLayout(panel);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(p.offlineTitle = new Label(TextStyle::BodyMedium));
    words->addWidget(p.offlineText = new Label(TextStyle::Small, Token::Text2));
    p.offlineButton = new QPushButton;
    p.offlineButton->setObjectName(u"logInOffline"_s);
    layout->addWidget(new IconLabel(u"cloud-off"_s, 18));
    layout->addLayout(words, 1);
    layout->addWidget(p.offlineButton);
    connect(p.offlineButton, &QPushButton::clicked, this, [this] {
        if (m_profile) Q_EMIT offlineRequested(*m_profile);
    });
    return panel;
}

QWidget *LogInPage::buildFoot()
{
    Parts &p = *m_parts;
    auto *foot = new QWidget;
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    p.serverName = new Label(TextStyle::Body, Token::Text2);
    p.serverName->setObjectName(u"logInServerName"_s);
    p.change = new QPushButton;
    p.change->setObjectName(u"logInChangeServer"_s);
    setLook(p.change, ButtonLook::Link);
    p.language = new QPushButton;
    p.language->setObjectName(u"logInLanguage"_s);
    setLook(p.language, ButtonLook::Link);
    layout->addWidget(new IconLabel(u"world"_s, 14));
    layout->addWidget(p.serverName);
    layout->addWidget(p.change);
    layout->addWidget(p.language);
    connect(p.change, &QPushButton::clicked, this, [this] { editServer(true); });
    connect(p.language, &QPushButton::clicked, this,
            [this] { Q_EMIT languageRequested(speaksFrench() ? u"en"_s : u"fr"_s); });
    return foot;
}

void LogInPage::retranslate()
{
    Parts &p = *m_parts;
    p.subtitle->setText(translate("LogInPage", "Customer service"));
    p.emailField->setLabel(translate("LogInPage", "Address"));
    p.passwordField->setLabel(translate("LogInPage", "Password"));
    p.eye->setName(translate("LogInPage", "Show the password"));
    p.serverField->setLabel(translate("LogInPage", "Server"));
    p.server->setPlaceholderText(translate("LogInPage", "support.example.com"));
    p.keep->setText(translate("LogInPage", "Encrypted copy here, for working offline"));
    p.submit->setText(translate("LogInPage", "Log in"));
    p.offlineTitle->setText(translate("LogInPage", "No network?"));
    p.offlineButton->setText(translate("LogInPage", "Work offline"));
    p.change->setText(translate("LogInPage", "Change"));
    // In the language that it leads to, so that whoever needs it can read it.
    p.language->setText(speaksFrench() ? u"English"_s : u"Français"_s);
    p.language->setAccessibleName(translate("LogInPage", "Language: %1").arg(p.language->text()));
    setKnownProfile(m_profile);
}

void LogInPage::setServer(const QString &server)
{
    m_parts->server->setText(server);
    m_parts->serverName->setText(server);
    editServer(server.isEmpty());
}

void LogInPage::editServer(bool editing)
{
    m_parts->serverField->setVisible(editing);
    m_parts->serverName->setVisible(!editing);
    m_parts->change->setVisible(!editing);
    if (editing && isVisible()) m_parts->server->setFocus();
}

void LogInPage::setKnownProfile(const std::optional<KnownProfile> &profile)
{
    m_profile = profile;
    m_parts->offline->setVisible(profile.has_value());
    if (!profile) return;
    if (m_parts->email->text().isEmpty()) m_parts->email->setText(profile->email);
    m_parts->offlineText->setVisible(profile->dataAsOf.isValid());
    if (profile->dataAsOf.isValid())
        m_parts->offlineText->setText(translate("LogInPage", "Data of %1").arg(clockTime(profile->dataAsOf)));
}

void LogInPage::setBusy(bool busy)
{
    Parts &p = *m_parts;
    for (QWidget *part :
         {static_cast<QWidget *>(p.email), static_cast<QWidget *>(p.password), static_cast<QWidget *>(p.server),
          static_cast<QWidget *>(p.keep), static_cast<QWidget *>(p.submit), static_cast<QWidget *>(p.offlineButton)})
        part->setEnabled(!busy);
    p.submit->setText(busy ? translate("LogInPage", "Connecting…") : translate("LogInPage", "Log in"));
}

void LogInPage::showError(Code code)
{
    Parts &p = *m_parts;
    setBusy(false);
    const bool aboutServer = code == Code::BadInput || code == Code::InsecureAddress || code == Code::Protocol;
    p.passwordField->setError(code == Code::Unauthenticated ? sentence(code) : QString());
    p.serverField->setError(aboutServer ? sentence(code) : QString());
    if (aboutServer) editServer(true);
    const bool elsewhere = !aboutServer && code != Code::Unauthenticated;
    p.banner->setVisible(elsewhere);
    if (elsewhere)
        p.banner->setMessage(code == Code::Unreachable ? Banner::Kind::Warning : Banner::Kind::Bad, sentence(code));
    if (code == Code::Unauthenticated) {
        p.password->setFocus();
        p.password->selectAll();
    }
}

void LogInPage::askAboutCertificate(const QString &fingerprint)
{
    m_fingerprint = fingerprint;
    m_parts->fingerprint->setText(QString(fingerprint).replace(u':', u' '));
    askQuestion(translate("LogInPage", "Is this your server?"),
                translate("LogInPage",
                          "Nobody vouches for its certificate. Compare this fingerprint with the one that was printed "
                          "when the server was set up; go on only if they are the same."),
                false);
    m_parts->yes->setText(translate("LogInPage", "They are the same"));
    m_parts->no->setText(translate("LogInPage", "Cancel"));
}

void LogInPage::askForPassphrase()
{
    m_fingerprint.clear();
    askQuestion(translate("LogInPage", "This computer has no keyring"),
                translate("LogInPage",
                          "To keep encrypted data here for working offline, choose a passphrase; it is asked for each "
                          "time and kept nowhere. Without it nothing stays on this computer."),
                true);
    m_parts->yes->setText(translate("LogInPage", "Use the passphrase"));
    m_parts->no->setText(translate("LogInPage", "Keep nothing here"));
}

void LogInPage::askQuestion(const QString &title, const QString &text, bool withPassphrase)
{
    Parts &p = *m_parts;
    setBusy(false);
    p.questionTitle->setText(title);
    p.questionText->setText(text);
    p.fingerprint->setVisible(!withPassphrase);
    // A column that centres its panels asks none of them how high its text gets.
    for (Label *label : {p.questionTitle, p.questionText, p.fingerprint})
        label->setMinimumHeight(qMax(0, label->heightForWidth(columnWidth - 2 * questionMargin)));
    p.passphrase->setVisible(withPassphrase);
    p.passphrase->setAccessibleName(title);
    p.passphrase->clear();
    p.banner->hide();
    p.form->hide();
    p.question->show();
    (withPassphrase ? static_cast<QWidget *>(p.passphrase) : static_cast<QWidget *>(p.no))->setFocus();
}

void LogInPage::endQuestion()
{
    m_fingerprint.clear();
    m_parts->question->hide();
    m_parts->form->show();
}

void LogInPage::submit()
{
    Parts &p = *m_parts;
    p.emailField->setError(p.email->text().trimmed().isEmpty() ? translate("LogInPage", "Your address is missing.")
                                                               : QString());
    p.passwordField->setError(p.password->text().isEmpty() ? translate("LogInPage", "Your password is missing.")
                                                           : QString());
    p.serverField->setError(p.server->text().trimmed().isEmpty()
                                ? translate("LogInPage", "The address of the server is missing.")
                                : QString());
    if (!p.emailField->error().isEmpty() || !p.passwordField->error().isEmpty() || !p.serverField->error().isEmpty())
        return;
    p.banner->hide();
    setBusy(true);
    Q_EMIT logInRequested(
        {p.server->text().trimmed(), p.email->text().trimmed(), p.password->text(), p.keep->isChecked()});
}

void LogInPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

} // namespace akwaba
