// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/loginquestion.h"

#include "ui/text/errorwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelMargin = 20;
constexpr int longestCode = 32; // a recovery code with spaces in it

QLineEdit *makeAnswer(const QString &objectName)
{
    auto *field = new QLineEdit;
    field->setObjectName(objectName);
    field->setMinimumHeight(themeOf(field).px(32));
    return field;
}

} // namespace

struct LogInQuestion::Parts {
    Label *title = nullptr;
    Label *text = nullptr;
    Label *fingerprint = nullptr;
    QLineEdit *passphrase = nullptr;
    QLineEdit *code = nullptr;
    FormField *codeField = nullptr;
    QPushButton *yes = nullptr;
    QPushButton *no = nullptr;
};

LogInQuestion::LogInQuestion(int width, QWidget *parent)
    : Panel(Token::Raised, parent), m_parts(std::make_unique<Parts>())
{
    setObjectName(u"logInQuestion"_s);
    build(width);
    hide();
}

LogInQuestion::~LogInQuestion() = default;

void LogInQuestion::build(int width)
{
    Parts &p = *m_parts;
    setFixedWidth(width);
    auto *layout = new QVBoxLayout(this);
    const Theme &theme = themeOf(this);
    const int margin = theme.px(panelMargin);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(theme.px(12));
    p.title = new Label(TextStyle::BodyStrong);
    p.text = new Label(TextStyle::Body, Token::Text2);
    p.fingerprint = new Label(TextStyle::BodyMedium);
    p.fingerprint->setObjectName(u"logInFingerprint"_s);
    p.fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (Label *label : {p.title, p.text, p.fingerprint})
        label->setWordWrap(true);
    p.passphrase = makeAnswer(u"logInPassphrase"_s);
    p.passphrase->setEchoMode(QLineEdit::Password);
    p.code = makeAnswer(u"logInCode"_s);
    p.code->setMaxLength(longestCode);
    p.code->setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    p.codeField = new FormField({}, p.code);
    p.yes = new QPushButton;
    p.yes->setObjectName(u"logInYes"_s);
    setLook(p.yes, ButtonLook::Primary);
    p.no = new QPushButton;
    p.no->setObjectName(u"logInNo"_s);
    for (QWidget *row :
         {static_cast<QWidget *>(p.title), static_cast<QWidget *>(p.text), static_cast<QWidget *>(p.fingerprint),
          static_cast<QWidget *>(p.passphrase), static_cast<QWidget *>(p.codeField)})
        layout->addWidget(row);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(p.no);
    buttons->addWidget(p.yes);
    layout->addLayout(buttons);
    connect(p.yes, &QPushButton::clicked, this, [this] { confirm(); });
    connect(p.no, &QPushButton::clicked, this, [this] { refuse(); });
    for (QLineEdit *field : {p.passphrase, p.code})
        connect(field, &QLineEdit::returnPressed, p.yes, &QPushButton::click);
}

void LogInQuestion::askAboutCertificate(const QString &fingerprint)
{
    m_fingerprint = fingerprint;
    m_parts->fingerprint->setText(QString(fingerprint).replace(u':', u' '));
    ask(Subject::Certificate);
    m_parts->no->setFocus();
}

void LogInQuestion::askForPassphrase()
{
    m_parts->passphrase->clear();
    ask(Subject::Passphrase);
    m_parts->passphrase->setFocus();
}

void LogInQuestion::askForCode(bool wasWrong)
{
    m_codeWasWrong = wasWrong;
    if (!wasWrong) m_parts->code->clear();
    ask(Subject::Code);
    m_parts->code->setFocus();
    m_parts->code->selectAll();
}

void LogInQuestion::ask(Subject subject)
{
    Parts &p = *m_parts;
    m_subject = subject;
    p.fingerprint->setVisible(subject == Subject::Certificate);
    p.passphrase->setVisible(subject == Subject::Passphrase);
    p.codeField->setVisible(subject == Subject::Code);
    setBusy(false);
    show();
}

void LogInQuestion::retranslate()
{
    Parts &p = *m_parts;
    switch (m_subject) {
    case Subject::Certificate:
        p.title->setText(translate("LogInPage", "Is this your server?"));
        p.text->setText(translate("LogInPage",
                                  "Nobody vouches for its certificate. Compare this fingerprint with the one that was "
                                  "printed when the server was set up; go on only if they are the same."));
        p.yes->setText(translate("LogInPage", "They are the same"));
        p.no->setText(translate("LogInPage", "Cancel"));
        break;
    case Subject::Passphrase:
        p.title->setText(translate("LogInPage", "This computer has no keyring"));
        p.text->setText(translate("LogInPage",
                                  "To keep encrypted data here for working offline, choose a passphrase; it is asked "
                                  "for each time and kept nowhere. Without it nothing stays on this computer."));
        p.yes->setText(translate("LogInPage", "Use the passphrase"));
        p.no->setText(translate("LogInPage", "Keep nothing here"));
        break;
    case Subject::Code:
        p.title->setText(translate("LogInPage", "Your one-time code"));
        p.text->setText(translate("LogInPage",
                                  "Type the six digits that your authenticator shows now. Without it, type one of your "
                                  "recovery codes."));
        p.yes->setText(p.code->isEnabled() ? translate("LogInPage", "Log in") : translate("LogInPage", "Connecting…"));
        p.no->setText(translate("LogInPage", "Back"));
        break;
    }
    p.passphrase->setAccessibleName(p.title->text());
    p.codeField->setLabel(translate("LogInPage", "One-time code"));
    p.codeField->setError(m_codeWasWrong ? sentence(Code::SecondFactorWrong) : QString());
    fitTexts();
}

/// A column that centres its panels asks none of them how high its text gets.
void LogInQuestion::fitTexts()
{
    for (Label *label : {m_parts->title, m_parts->text, m_parts->fingerprint})
        label->setMinimumHeight(qMax(0, label->heightForWidth(width() - 2 * themeOf(this).px(panelMargin))));
}

void LogInQuestion::setBusy(bool busy)
{
    Parts &p = *m_parts;
    for (QWidget *part : {static_cast<QWidget *>(p.code), static_cast<QWidget *>(p.yes)})
        part->setEnabled(!busy);
    retranslate();
}

void LogInQuestion::end()
{
    if (isHidden()) return;
    m_fingerprint.clear();
    m_codeWasWrong = false;
    m_parts->passphrase->clear();
    m_parts->code->clear();
    hide();
    Q_EMIT ended();
}

void LogInQuestion::confirm()
{
    const QString fingerprint = m_fingerprint;
    const QString passphrase = m_parts->passphrase->text();
    const QString code = m_parts->code->text().trimmed();
    switch (m_subject) {
    case Subject::Certificate:
        end();
        Q_EMIT certificateConfirmed(fingerprint);
        break;
    case Subject::Passphrase:
        if (passphrase.isEmpty()) return;
        end();
        Q_EMIT passphraseGiven(passphrase);
        break;
    case Subject::Code:
        if (code.isEmpty()) return;
        m_codeWasWrong = false;
        setBusy(true);
        Q_EMIT codeGiven(code);
        break;
    }
}

void LogInQuestion::refuse()
{
    const bool keepsNothing = m_subject == Subject::Passphrase;
    end();
    if (keepsNothing) Q_EMIT keepNothingChosen();
}

void LogInQuestion::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    Panel::changeEvent(event);
}

} // namespace akwaba
