// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace akwaba {

class IconLabel;
class Label;

/// A field with its label above, a hint at the right of the label and, when something is wrong, a sentence below.
/// The label names the field for screen readers, the sentence describes it. Takes the field over.
class FormField : public QWidget {
    Q_OBJECT

public:
    FormField(const QString &label, QWidget *field, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *field() const { return m_field; }
    void setLabel(const QString &label);
    void setHint(const QString &hint);
    /// Something to press in the hint's place, e.g. a link button; taken over.
    void setHintWidget(QWidget *widget);
    /// Empty: nothing wrong.
    void setError(const QString &sentence);
    [[nodiscard]] QString error() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    QWidget *m_field;
    QHBoxLayout *m_head;
    Label *m_caption;
    Label *m_hint;
    QWidget *m_errorRow;
    Label *m_error;
};

} // namespace akwaba
