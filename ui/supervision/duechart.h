// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/supervision/figurewords.h"

#include <QWidget>

namespace akwaba {

/// What is due in the next opening hours, stacked by team.
class DueChart : public QWidget {
    Q_OBJECT

public:
    explicit DueChart(QWidget *parent = nullptr);

    void setColumns(const DueColumns &due);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintGrid(QPainter &painter, const QRect &plot, qint64 top) const;
    void paintColumns(QPainter &painter, const QRect &plot, qint64 top) const;
    void paintLegend(QPainter &painter, const QRect &where) const;

    DueColumns m_due;
};

/// Where a scale of four steps ends that reaches this number: each step is a round one, of 1, 2, 3, 4, 5, 6, 8, 10, 20,
/// …
[[nodiscard]] qint64 roundTop(qint64 highest);

} // namespace akwaba
