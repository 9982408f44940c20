// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"
#include "ui/widgets/popupframe.h"

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace akwaba {

class Label;

/// "Not yet sent": everything done here that the server has not accepted, in the order of sending, under the badge of
/// the top bar. What was not sent yet can be edited or taken back.
class OutboxPopup : public PopupFrame {
    Q_OBJECT

public:
    explicit OutboxPopup(QWidget *parent = nullptr);
    void setItems(const QList<OutboxItem> &items, int refused, bool online);

Q_SIGNALS:
    void retryRequested();
    void editRequested(const akwaba::OutboxItem &item);
    void cancelRequested(const QString &iid);
    void notSentRequested();

private:
    [[nodiscard]] QWidget *rowFor(const OutboxItem &item, bool online);

    Label *m_title;
    Label *m_count;
    QPushButton *m_retry;
    QPushButton *m_refused;
    QVBoxLayout *m_rows;
    QScrollArea *m_scroll;
    Label *m_foot;
};

} // namespace akwaba
