// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/ticketrow.h"
#include "ui/widgets/paintedbutton.h"

namespace akwaba {

/// One ticket on one line, beside the conversation: status, subject, age; a click opens it.
class TicketHint : public PaintedButton {
    Q_OBJECT

public:
    TicketHint(const TicketRow &row, const QDateTime &now, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TicketStatus m_status;
    QString m_subject;
    QString m_age;
};

} // namespace akwaba
