// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/commands.h"
#include "ui/ticket/wordsdialog.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace akwaba {

/// The words of a move that needs some: why an escalation is refused, withdrawn or sent again, or what is handed back.
class EscalationMoveDialog final : public WordsDialog {
    Q_OBJECT

public:
    /// `command` has the words that were written before, if any.
    EscalationMoveDialog(MoveEscalation command, const QString &about, FormKeeper keeper, QWidget *parent = nullptr);

    [[nodiscard]] MoveEscalation command() const;

Q_SIGNALS:
    /// Accepted: to be performed.
    void commanded(const akwaba::Command &command);

protected:
    [[nodiscard]] bool holdsWords() const override;
    [[nodiscard]] std::optional<Missing> missing() const override;
    [[nodiscard]] Command written() const override { return command(); }
    void finish() override;

private:
    void build(const QString &about);
    void buildAnswer();
    [[nodiscard]] bool handsBack() const;

    MoveEscalation m_command;
    QPlainTextEdit *m_text; ///< the answer, or why
    FormField *m_textField;
    QLineEdit *m_cause = nullptr; ///< of what is handed back
    QCheckBox *m_faq = nullptr; ///< the same
};

} // namespace akwaba
