// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace akwaba {

class FormField;
class Label;

/// A dialog in which something is written: Ctrl+Enter finishes it, Esc asks before it throws words away, and what is
/// missing is said beneath its field.
class WordsDialog : public QDialog {
    Q_OBJECT

protected:
    struct Missing {
        FormField *field = nullptr;
        QString sentence;
    };

    explicit WordsDialog(QWidget *parent);

    /// The content goes above the foot, which has a quiet note, "Cancel" and the button that finishes.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] QPushButton *finisher() const { return m_finisher; }
    void setFootNote(const QString &note);

    /// Something that would be lost.
    [[nodiscard]] virtual bool holdsWords() const = 0;
    [[nodiscard]] virtual std::optional<Missing> missing() const = 0;
    /// Nothing is missing: hands over what was written.
    virtual void finish() = 0;
    /// What is missing may have changed.
    void check();

    void reject() override;

private:
    void buildFoot();
    void tryToFinish();
    void complain(const std::optional<Missing> &what);

    QVBoxLayout *m_body;
    Label *m_note;
    QPushButton *m_cancel;
    QPushButton *m_finisher;
    FormField *m_blamed = nullptr; // says what is missing in it
};

} // namespace akwaba
