// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/macros.h"
#include "core/cache/readmodel.h"
#include "ui/text/directories.h"
#include "ui/ticket/answerpopup.h"

#include <QObject>

class QRect;

namespace akwaba {

class Clock;
class Composer;

/// Offers text modules and macros for the open ticket and puts what was chosen into the composer, with the values that
/// are known. "::" in the text offers text modules where one writes. Knows no network: what is here is enough.
class Answers : public QObject {
    Q_OBJECT

public:
    Answers(Composer &composer, const Clock &clock, QWidget *window);

    void setDirectories(const Directories &directories);
    void setConversation(const Conversation &conversation, const AgentId &me);

    /// At the cursor.
    void offerTexts();
    /// In the middle of the window, or over the composer while one writes.
    void offerMacros(bool isWriting);
    /// Those that fit the ticket, whoever offers them; applyMacro() takes the id of one.
    [[nodiscard]] QList<AnswerPopup::Entry> fittingMacros(bool isWriting);
    void applyMacro(const QString &id);
    [[nodiscard]] bool hasTexts() const;
    [[nodiscard]] bool hasMacros() const;

Q_SIGNALS:
    /// A macro writes: this form has to be there.
    void writingWanted(akwaba::DraftForm form);
    /// A macro that writes nothing was applied.
    void applied(const QString &name, const QList<akwaba::Command> &commands);

private:
    void noteTyped(int position, int removed, int added);
    void offer(bool isMacros);
    [[nodiscard]] MacroPlace placeOf(bool isWriting) const;
    [[nodiscard]] QList<AnswerPopup::Entry> texts(const QString &typed) const;
    [[nodiscard]] QList<AnswerPopup::Entry> macros(const QString &typed) const;
    void insertText(const QString &id);
    void leave(const QString &typed);
    void takeColons();
    [[nodiscard]] QRect cursorPlace() const;
    [[nodiscard]] QString written(const QString &fr, const QString &en) const;
    [[nodiscard]] QString written(const MacroStep &step) const;

    Composer &m_composer;
    const Clock &m_clock;
    QWidget *m_window;
    AnswerPopup *m_popup;
    Directories m_directories;
    Conversation m_conversation;
    AgentId m_me;
    MacroPlace m_place = MacroPlace::Reading;
    bool m_isMacros = false;
    bool m_hasColons = false; // the two that opened the popup stand before the cursor
};

} // namespace akwaba
