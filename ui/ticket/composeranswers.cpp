// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What text modules and macros put into the composer, and what keeps their open values from being sent.
#include "ui/ticket/composer.h"

#include "core/actions/commandmaking.h"
#include "core/actions/macros.h"
#include "core/domain/variables.h"
#include "core/text/cardnumbers.h"
#include "ui/text/macrowords.h"
#include "ui/text/translate.h"
#include "ui/ticket/sendwords.h"
#include "ui/ticket/stepchips.h"
#include "ui/widgets/label.h"
#include "ui/widgets/splitbutton.h"
#include "ui/widgets/theme.h"

#include <QTextCursor>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// A ticket has several tags and one of everything else.
bool replaces(const MacroStep &step, const MacroStep &before)
{
    const bool isTag = step.act == MacroAct::AddTag || step.act == MacroAct::RemoveTag;
    const bool wasTag = before.act == MacroAct::AddTag || before.act == MacroAct::RemoveTag;
    return isTag ? wasTag && step.value == before.value : step.act == before.act;
}

} // namespace

bool Composer::hasOpenVariables() const { return !openVariables(m_editor->toPlainText()).isEmpty(); }

const QList<MacroStep> &Composer::steps() const { return m_steps->steps(); }

void Composer::setNames(const NameOf &nameOf) { m_steps->setNames(nameOf); }

void Composer::insert(const QString &text)
{
    QTextCursor cursor = m_editor->textCursor();
    const int from = cursor.selectionStart();
    cursor.insertText(text);
    m_editor->setTextCursor(cursor);
    showOpenVariable(from);
}

void Composer::apply(const QString &text, const QList<MacroStep> &steps)
{
    QTextCursor cursor = m_editor->textCursor();
    cursor.clearSelection();
    if (!cursor.atBlockStart()) cursor.movePosition(QTextCursor::EndOfBlock);
    m_editor->setTextCursor(cursor);
    insert(cursor.atBlockStart() ? text : u"\n"_s + text);
    QList<MacroStep> all = this->steps();
    for (const MacroStep &step : steps) {
        all.removeIf([&step](const MacroStep &before) { return replaces(step, before); });
        all.append(step);
    }
    setSteps(all);
    edited();
}

/// What the status becomes is also what the button says.
void Composer::setSteps(const QList<MacroStep> &steps)
{
    m_steps->setSteps(steps);
    if (const auto status = statusOf(steps); status && statusChoices(m_ticket.status).contains(*status))
        m_then = *status;
    m_send->setText(sendLabel(m_ticket.status, m_then));
    fillSendMenu();
    warn();
}

/// Another one than that of a macro: its step is no longer meant.
void Composer::chooseStatus(TicketStatus then)
{
    QList<MacroStep> left = steps();
    left.removeIf([](const MacroStep &step) { return step.act == MacroAct::Status; });
    m_then = then;
    m_steps->setSteps(left);
    m_send->setText(sendLabel(m_ticket.status, m_then));
}

void Composer::warn()
{
    const QString text = m_editor->toPlainText();
    const QList<CardNumber> cards = cardNumbersIn(text);
    QStringList sentences;
    if (!cards.isEmpty())
        sentences.append(translate("Composer", "The card number ending in %1 is not kept: it will read as asterisks.")
                             .arg(cards.first().last4));
    if (const QString open = openSentence(openNames(text)); !open.isEmpty()) sentences.append(open);
    m_warning->setText(sentences.join(u'\n'));
    m_warning->setVisible(!sentences.isEmpty());
    markOpenVariables();
}

void Composer::markOpenVariables()
{
    const Theme &theme = themeOf(this);
    QTextEdit::ExtraSelection mark;
    mark.format.setBackground(theme.color(Token::WarnSoft));
    mark.format.setForeground(theme.color(Token::Warn));
    mark.format.setUnderlineStyle(QTextCharFormat::DashUnderline);
    QList<QTextEdit::ExtraSelection> marks;
    for (const OpenVariable &open : openVariables(m_editor->toPlainText())) {
        mark.cursor = QTextCursor(m_editor->document());
        mark.cursor.setPosition(int(open.start));
        mark.cursor.setPosition(int(open.start + open.length), QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    m_editor->setExtraSelections(marks);
}

/// Selects the first one behind that place: what is typed next takes its place.
void Composer::showOpenVariable(qsizetype from)
{
    const QList<OpenVariable> all = openVariables(m_editor->toPlainText());
    const auto next = std::ranges::find_if(all, [from](const OpenVariable &open) { return open.start >= from; });
    m_editor->setFocus();
    if (next == all.end()) return;
    QTextCursor cursor = m_editor->textCursor();
    cursor.setPosition(int(next->start));
    cursor.setPosition(int(next->start + next->length), QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor);
}

} // namespace akwaba
