// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevel.h"

#include <QWidget>

namespace akwaba {

/// The hours of a day as a strip of 24 hours; the field beside it says the same in words. Without hours it is the scale
/// for those beneath.
class DayStrip : public QWidget {
    Q_OBJECT

public:
    enum class Kind : quint8 { Day, Scale };
    explicit DayStrip(Kind kind, QWidget *parent = nullptr);

    void setHours(const QList<HoursOfADay> &hours);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintScale(QPainter &painter) const;
    void paintDay(QPainter &painter) const;
    [[nodiscard]] qreal xOf(int minute) const;

    const Kind m_kind;
    QList<HoursOfADay> m_hours;
};

} // namespace akwaba
