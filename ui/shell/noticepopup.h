// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"
#include "ui/widgets/popupframe.h"

class QListWidget;
class QPushButton;

namespace akwaba {

class EmptyState;
class Label;

/// What the agent was told, newest first, under the bell of the top bar. Enter or a click opens what it is about.
class NoticePopup : public PopupFrame {
    Q_OBJECT

public:
    explicit NoticePopup(QWidget *parent = nullptr);
    void setItems(const QList<NoticeItem> &items, const QDateTime &now);

Q_SIGNALS:
    void chosen(const akwaba::NoticeItem &item);
    void allReadRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void choose();

    QList<NoticeItem> m_items;
    Label *m_title;
    QPushButton *m_allRead;
    QListWidget *m_list;
    EmptyState *m_empty;
};

} // namespace akwaba
