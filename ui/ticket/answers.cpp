// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/answers.h"

#include "core/base/clock.h"
#include "ui/text/macrowords.h"
#include "ui/text/translate.h"
#include "ui/ticket/answerpopup.h"
#include "ui/ticket/answervalues.h"
#include "ui/ticket/composer.h"
#include "ui/ticket/timelineitems.h"
#include "ui/ticket/usecounts.h"

#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int macrosTop = 96; // below the edge of the window

QString usedTimes(int count)
{
    return count == 0 ? QString() : translate("Answers", "used %n time(s)", nullptr, count);
}

QString ownLanguage() { return speaksFrench() ? u"fr"_s : u"en"_s; }

} // namespace

Answers::Answers(Composer &composer, const Clock &clock, QWidget *window)
    : QObject(window), m_composer(composer), m_clock(clock), m_window(window), m_popup(new AnswerPopup(window))
{
    connect(composer.editor()->document(), &QTextDocument::contentsChange, this, &Answers::noteTyped);
    connect(&composer, &Composer::textWanted, this, &Answers::offerTexts);
    connect(&composer, &Composer::macroWanted, this, [this] { offerMacros(true); });
    connect(m_popup, &AnswerPopup::chosen, this,
            [this](const QString &id) { m_isMacros ? applyMacro(id) : insertText(id); });
    connect(m_popup, &AnswerPopup::left, this, &Answers::leave);
}

void Answers::setDirectories(const Directories &directories)
{
    m_directories = directories;
    m_composer.setNames(directories.names());
}

void Answers::setConversation(const Conversation &conversation, const AgentId &me)
{
    m_conversation = conversation;
    m_me = me;
}

bool Answers::hasTexts() const
{
    return std::ranges::any_of(m_directories.modules, [](const TextModule &each) { return each.active; });
}

bool Answers::hasMacros() const
{
    return std::ranges::any_of(m_directories.macros, [](const Macro &each) { return each.active; });
}

/// Two colons that were typed where a word may begin; a time, or a name of a program, has letters before them.
void Answers::noteTyped(int position, int removed, int added)
{
    if (removed != 0 || added != 1 || !m_composer.editor()->hasFocus() || !hasTexts()) return;
    const QTextDocument *document = m_composer.editor()->document();
    const auto at = [&](int place) { return place < 0 ? QChar(u' ') : document->characterAt(place); };
    if (at(position) != u':' || at(position - 1) != u':' || !at(position - 2).isSpace()) return;
    // Not before the cursor stands behind them.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_hasColons = true;
            offer(false);
        },
        Qt::QueuedConnection);
}

void Answers::offerTexts()
{
    m_hasColons = false;
    offer(false);
}

void Answers::offerMacros(bool isWriting)
{
    m_hasColons = false;
    m_place = placeOf(isWriting);
    offer(true);
}

MacroPlace Answers::placeOf(bool isWriting) const
{
    if (isWriting && m_composer.form() == DraftForm::Reply) return MacroPlace::Replying;
    return isWriting && m_composer.form() == DraftForm::Note ? MacroPlace::Noting : MacroPlace::Reading;
}

QList<AnswerPopup::Entry> Answers::fittingMacros(bool isWriting)
{
    if (m_conversation.ticket.id.isEmpty()) return {};
    m_place = placeOf(isWriting);
    return macros({});
}

void Answers::offer(bool isMacros)
{
    if (m_conversation.ticket.id.isEmpty() || m_popup->isVisible()) return;
    m_isMacros = isMacros;
    if (isMacros)
        m_popup->offer({translate("Answers", "Find a macro"), translate("Answers", "Macros"),
                        translate("Answers", "No macro fits this ticket and these words.")},
                       [this](const QString &typed) { return macros(typed); });
    else
        m_popup->offer({translate("Answers", "Find a text by keyword or words"), translate("Answers", "Text modules"),
                        translate("Answers", "No text module has these words.")},
                       [this](const QString &typed) { return texts(typed); });
    if (m_composer.isVisible())
        m_popup->openBeside(m_composer.editor(), cursorPlace());
    else
        m_popup->openOver(m_window, macrosTop);
}

QRect Answers::cursorPlace() const
{
    const QTextEdit *editor = m_composer.editor();
    return editor->cursorRect().translated(editor->viewport()->pos());
}

QList<AnswerPopup::Entry> Answers::texts(const QString &typed) const
{
    QList<AnswerPopup::Entry> entries;
    const UseCounts uses = readUseCounts();
    for (const TextModule &module : offered(m_directories.modules, typed, uses)) {
        const QString text = written(module.textFr, module.textEn);
        entries.append({module.id.value, module.name, text.simplified(), u"::"_s + module.keyword, text});
    }
    return entries;
}

QList<AnswerPopup::Entry> Answers::macros(const QString &typed) const
{
    QList<AnswerPopup::Entry> entries;
    const UseCounts uses = readUseCounts();
    const NameOf names = m_directories.names();
    const sla::Attributes ticket = attributesOf(m_conversation.ticket, m_conversation.customer, m_conversation.product);
    for (const Macro &macro : offered(m_directories.macros, ticket, m_place, typed, uses)) {
        const MacroStep *text = textStep(macro);
        entries.append({macro.id.value, nameOf(macro), summary(macro, names), usedTimes(uses.value(macro.id.value)),
                        text != nullptr ? written(*text) : QString()});
    }
    return entries;
}

/// To the customer, with the values that are known.
QString Answers::written(const QString &fr, const QString &en) const
{
    const QString language = writingLanguage(m_conversation.ticket, m_conversation.customer, ownLanguage());
    return filled(textIn(language, fr, en), answerValues(m_conversation, m_directories, m_me, language));
}

/// A note is read by colleagues, in the language of the one who writes it.
QString Answers::written(const MacroStep &step) const
{
    if (step.act != MacroAct::Note) return written(step.textFr, step.textEn);
    const QString language = ownLanguage();
    return filled(textIn(language, step.textFr, step.textEn),
                  answerValues(m_conversation, m_directories, m_me, language));
}

void Answers::takeColons()
{
    if (!std::exchange(m_hasColons, false)) return;
    QTextCursor cursor = m_composer.editor()->textCursor();
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, 2);
    if (cursor.selectedText() == u"::") m_composer.editor()->setTextCursor(cursor); // what is inserted replaces them
}

void Answers::insertText(const QString &id)
{
    const auto module = std::ranges::find(m_directories.modules, TextModuleId{id}, &TextModule::id);
    if (module == m_directories.modules.end()) return;
    countUse(id);
    takeColons();
    m_composer.insert(written(module->textFr, module->textEn));
}

void Answers::applyMacro(const QString &id)
{
    const auto found = std::ranges::find(m_directories.macros, MacroId{id}, &Macro::id);
    if (found == m_directories.macros.end()) return;
    const Macro &macro = *found;
    countUse(id);
    if (const MacroStep *text = textStep(macro)) {
        const QString words = written(*text);
        Q_EMIT writingWanted(text->act == MacroAct::Note ? DraftForm::Note : DraftForm::Reply);
        return m_composer.apply(words, deeds(macro));
    }
    const QList<Command> commands =
        commandsOf(deeds(macro), m_conversation.ticket, {m_me, lastMessage(m_conversation), m_clock.now()});
    Q_EMIT applied(nameOf(macro), commands);
}

/// What was typed for a text that was not found after all is a text itself.
void Answers::leave(const QString &typed)
{
    const bool hadColons = std::exchange(m_hasColons, false);
    if (m_composer.isVisible()) m_composer.editor()->setFocus();
    if (hadColons && !typed.isEmpty()) m_composer.editor()->insertPlainText(typed);
}

} // namespace akwaba
