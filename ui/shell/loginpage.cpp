// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/loginpage.h"

#include "ui/shell/loginquestion.h"
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

constexpr int columnWidth = 360; // at scale 1

int scaled(int length) { return themeOf(nullptr).px(length); }

/// The mark of the program, 48 px.
class Logo : public QWidget {
public:
    explicit Logo(QWidget *parent) : QWidget(parent) { setFixedSize(scaled(48), scaled(48)); }

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
    field->setMinimumHeight(scaled(32));
    return field;
}

/// An eye in the password field that shows what is typed.
void addEye(QLineEdit *password, IconButton *eye)
{
    eye->setCheckable(true);
    eye->setSizes(16, 22);
    auto *inside = new QHBoxLayout(password);
    inside->setContentsMargins(0, 0, scaled(5), 0);
    inside->addStretch();
    inside->addWidget(eye);
    password->setTextMargins(0, 0, scaled(26), 0);
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

    LogInQuestion *question = nullptr;

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
    column->addSpacing(scaled(12));
    p.title = new Label(u"Akwaba"_s, TextStyle::Title);
    p.title->setAlignment(Qt::AlignHCenter);
    column->addWidget(p.title);
    p.subtitle = new Label(TextStyle::Body, Token::Text2);
    p.subtitle->setAlignment(Qt::AlignHCenter);
    column->addWidget(p.subtitle);
    column->addSpacing(scaled(24));
    p.banner = new Banner;
    p.banner->setObjectName(u"logInBanner"_s);
    p.banner->setFixedWidth(scaled(columnWidth));
    column->addWidget(p.banner, 0, Qt::AlignHCenter);
    column->addWidget(p.form = buildForm(), 0, Qt::AlignHCenter);
    buildQuestion();
    column->addWidget(p.question, 0, Qt::AlignHCenter);
    column->addSpacing(scaled(12));
    column->addWidget(p.offline = buildOfflineCard(), 0, Qt::AlignHCenter);
    column->addSpacing(scaled(20));
    column->addWidget(buildFoot(), 0, Qt::AlignHCenter);
    column->addStretch(3);
    setLayout(column);
}

QWidget *LogInPage::buildForm()
{
    Parts &p = *m_parts;
    auto *panel = new Panel(Token::Raised);
    panel->setFixedWidth(scaled(columnWidth));
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(scaled(20), scaled(20), scaled(20), scaled(20));
    layout->setSpacing(scaled(14));

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
    p.submit->setMinimumHeight(scaled(34));
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

void LogInPage::buildQuestion()
{
    LogInQuestion *question = m_parts->question = new LogInQuestion(scaled(columnWidth));
    connect(question, &LogInQuestion::ended, this, [this] {
        setBusy(false);
        m_parts->form->show();
        m_parts->password->setFocus();
    });
    connect(question, &LogInQuestion::certificateConfirmed, this, &LogInPage::certificateConfirmed);
    connect(question, &LogInQuestion::passphraseGiven, this, &LogInPage::passphraseGiven);
    connect(question, &LogInQuestion::keepNothingChosen, this, &LogInPage::keepNothingChosen);
    connect(question, &LogInQuestion::codeGiven, this, [this](const QString &code) {
        m_parts->banner->hide();
        Q_EMIT codeGiven(code);
    });
}

QWidget *LogInPage::buildOfflineCard()
{
    Parts &p = *m_parts;
    auto *panel = new Panel(Token::Sunken);
    panel->setFixedWidth(scaled(columnWidth));
    auto *layout = new QHBoxLayout(panel);
    layout->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    layout->setSpacing(scaled(12));
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
    layout->setSpacing(scaled(8));
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
    // A question about the code goes on where the answer may still come; not where the form is to blame.
    if (aboutServer || code == Code::Unauthenticated) p.question->end();
    p.question->setBusy(false);
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

void LogInPage::showThrottled(std::chrono::seconds wait)
{
    showError(Code::Throttled);
    if (wait.count() <= 0) return;
    m_parts->banner->setMessage(Banner::Kind::Warning,
                                translate("LogInPage", "Too many attempts. Try again in %1.").arg(shortWait(wait)));
}

void LogInPage::askAboutCertificate(const QString &fingerprint)
{
    makeRoomForQuestion();
    m_parts->question->askAboutCertificate(fingerprint);
}

void LogInPage::askForPassphrase()
{
    makeRoomForQuestion();
    m_parts->question->askForPassphrase();
}

void LogInPage::askForCode(bool wasWrong)
{
    makeRoomForQuestion();
    m_parts->question->askForCode(wasWrong);
}

void LogInPage::makeRoomForQuestion()
{
    setBusy(false);
    m_parts->banner->hide();
    m_parts->form->hide();
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
