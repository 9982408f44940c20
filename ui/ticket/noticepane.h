// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/values.h"
#include "ui/ticket/noticetext.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace akwaba {

class FormField;
class Label;

/// What the customer is told of an escalation, as it will be sent, to be read over and changed; or why he is told
/// nothing. Follows the facts until the agent writes in it; after that only the date in it does.
class NoticePane : public QWidget {
    Q_OBJECT

public:
    explicit NoticePane(QWidget *parent = nullptr);

    void setRecipients(const QList<EmailAddress> &recipients, const QString &subject);
    void setFacts(const NoticeFacts &facts);
    /// What was written before, with the date that stands in it; empty where nothing was. `why` he was to be told
    /// nothing.
    void take(const QString &text, bool isWaived, const QString &why, const QDateTime &promisedAt);

    [[nodiscard]] bool isWaived() const;
    [[nodiscard]] QString waiver() const; ///< why; empty unless it is waived
    [[nodiscard]] QString text() const;
    /// The agent wrote in it.
    [[nodiscard]] bool isEdited() const { return m_isEdited; }
    /// The date that is promised stands in it.
    [[nodiscard]] bool saysDate() const;
    /// The field in which something is missing.
    [[nodiscard]] FormField *field() const;

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class NoticeHighlighter;

    void build();
    void connectParts();
    void setText(const QString &text);

    NoticeFacts m_facts;
    QString m_made; ///< what was put into the field, and not by the agent
    bool m_isEdited = false;
    Label *m_language;
    QPushButton *m_edit;
    QWidget *m_paper;
    Label *m_to;
    Label *m_subject;
    QPlainTextEdit *m_text;
    FormField *m_textField;
    NoticeHighlighter *m_highlighter;
    QWidget *m_hint;
    QCheckBox *m_waive;
    QLineEdit *m_why;
    FormField *m_whyField;
};

} // namespace akwaba
