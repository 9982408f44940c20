// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/escalationmovedialog.h"

#include "ui/text/escalationwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QString textLabel(EscalationState to)
{
    switch (to) {
    case EscalationState::HandedBack: return translate("EscalationMove", "&Answer to the customer, as a draft");
    case EscalationState::Requested: return translate("EscalationMove", "What is &missing");
    default: return translate("EscalationMove", "&Why");
    }
}

QString whatIsMissing(EscalationState to)
{
    return to == EscalationState::HandedBack ? translate("EscalationMove", "An answer is needed.")
                                             : translate("EscalationMove", "The others need to know why.");
}

} // namespace

EscalationMoveDialog::EscalationMoveDialog(MoveEscalation command, const QString &about, FormKeeper keeper,
                                           QWidget *parent)
    : WordsDialog(std::move(keeper), parent), m_command(std::move(command)), m_text(new QPlainTextEdit),
      m_textField(new FormField(textLabel(m_command.to), m_text))
{
    setObjectName(u"escalationMoveDialog"_s);
    m_text->setObjectName(u"moveText"_s);
    const QString label = moveLabel(m_command.to).remove(u'…');
    setWindowTitle(label);
    finisher()->setText(label);
    akwaba::setLook(finisher(), needsNote(m_command.to) ? ButtonLook::Primary : ButtonLook::Escalate);
    build(about);
    m_text->setPlainText(handsBack() ? m_command.answer : m_command.note);
    if (holdsWords()) tellResumed();
    connect(m_text, &QPlainTextEdit::textChanged, this, &EscalationMoveDialog::edited);
    check();
    resize(themeOf(this).px(480), themeOf(this).px(handsBack() ? 380 : 260));
    m_text->setFocus();
}

bool EscalationMoveDialog::handsBack() const { return m_command.to == EscalationState::HandedBack; }

void EscalationMoveDialog::build(const QString &about)
{
    const Theme &theme = themeOf(this);
    body()->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    body()->setSpacing(theme.px(12));
    auto *what = new Label(about, TextStyle::Body, Token::Text2, this);
    what->setWordWrap(true);
    body()->addWidget(what);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(theme.px(64));
    body()->addWidget(m_textField, 1);
    if (handsBack()) buildAnswer();
}

void EscalationMoveDialog::buildAnswer()
{
    m_cause = new QLineEdit(m_command.cause);
    m_cause->setObjectName(u"moveCause"_s);
    body()->addWidget(new FormField(translate("EscalationMove", "Ca&use, as found"), m_cause, this));
    m_faq = new QCheckBox(translate("EscalationMove", "Others should &read about it in the FAQ"), this);
    m_faq->setObjectName(u"moveFaq"_s);
    m_faq->setChecked(m_command.faqCandidate);
    body()->addWidget(m_faq);
    connect(m_cause, &QLineEdit::textChanged, this, &EscalationMoveDialog::edited);
    connect(m_faq, &QCheckBox::toggled, this, &EscalationMoveDialog::edited);
}

std::optional<WordsDialog::Missing> EscalationMoveDialog::missing() const
{
    if (!m_text->toPlainText().trimmed().isEmpty()) return std::nullopt;
    return Missing{m_textField, whatIsMissing(m_command.to)};
}

bool EscalationMoveDialog::holdsWords() const
{
    return !m_text->toPlainText().trimmed().isEmpty() || (m_cause != nullptr && !m_cause->text().trimmed().isEmpty());
}

MoveEscalation EscalationMoveDialog::command() const
{
    MoveEscalation command = m_command;
    const QString text = m_text->toPlainText().trimmed();
    (handsBack() ? command.answer : command.note) = text;
    if (m_cause != nullptr) command.cause = m_cause->text().trimmed();
    if (m_faq != nullptr) command.faqCandidate = m_faq->isChecked();
    return command;
}

void EscalationMoveDialog::finish() { Q_EMIT commanded(command()); }

} // namespace akwaba
