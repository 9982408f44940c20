// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocol/commands.h"
#include "ui/ticket/journaltimer.h"

#include <QDialog>
#include <QFuture>

#include <functional>

class QPushButton;
class QVBoxLayout;

namespace akwaba {

class DialogFoot;
class FormField;

/// Where what stands in a form is kept, as the command that it would make. Both answer once what they did is durable;
/// who performs the command need not call either.
struct FormKeeper {
    std::function<QFuture<Result<void>>(const Command &)> journal;
    std::function<QFuture<Result<void>>(const Command &)> forget;
};

/// A dialog in which something is written: Ctrl+Enter finishes it, Esc asks before it throws words away, and what is
/// missing is said beneath its field. What is typed is journalled within half a second, until it is finished or thrown
/// away.
class WordsDialog : public QDialog {
    Q_OBJECT

public:
    /// Closes it, and writes nothing down any more.
    void abandon();

protected:
    struct Missing {
        FormField *field = nullptr;
        QString sentence;
    };

    WordsDialog(FormKeeper keeper, QWidget *parent);

    /// The content goes above the foot, which has a quiet note, "Cancel" and the button that finishes.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] QPushButton *finisher() const { return m_finisher; }
    void setFootNote(const QString &note);

    /// Something that would be lost.
    [[nodiscard]] virtual bool holdsWords() const = 0;
    [[nodiscard]] virtual std::optional<Missing> missing() const = 0;
    /// What stands in it, whatever is missing.
    [[nodiscard]] virtual Command written() const = 0;
    /// Nothing is missing: hands over what was written.
    virtual void finish() = 0;
    /// What is missing may have changed.
    void check();
    /// What is written changed.
    void edited();
    /// It holds what was written before.
    void tellResumed();

    void reject() override;
    void hideEvent(QHideEvent *event) override;

private:
    void tryToFinish();
    void complain(const std::optional<Missing> &what);
    void flush();
    void forget();
    void showKept(const Result<void> &answer);

    FormKeeper m_keeper;
    JournalTimer m_journalSoon; ///< runs while something is typed that is not journalled
    bool m_isKept = false; ///< there is something to forget
    QString m_quietNote;
    QVBoxLayout *m_body;
    DialogFoot *m_foot;
    QPushButton *m_cancel;
    QPushButton *m_finisher;
    FormField *m_blamed = nullptr; // says what is missing in it
};

} // namespace akwaba
