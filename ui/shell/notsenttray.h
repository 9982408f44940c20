// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"

#include <QDialog>

class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace akwaba {

class EmptyState;
class Label;

/// The "Not sent" tray: what the server refused, with the reason and the whole text, so that no word is lost. Nothing
/// leaves it but by the agent's hand.
class NotSentTray : public QDialog {
    Q_OBJECT

public:
    explicit NotSentTray(QWidget *parent = nullptr);
    void setItems(const QList<OutboxItem> &items);

Q_SIGNALS:
    void editRequested(const akwaba::OutboxItem &item);
    void resendRequested(const akwaba::OutboxItem &item);
    void copyRequested(const QString &text);
    void discardRequested(const QString &iid);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void showCurrent();
    [[nodiscard]] const OutboxItem *current() const;

    QList<OutboxItem> m_items;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QListWidget *m_list = nullptr;
    Label *m_reason = nullptr;
    Label *m_what = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_resend = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_discard = nullptr;
};

} // namespace akwaba
