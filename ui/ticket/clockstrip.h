// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/explanation.h"

#include <QDateTime>
#include <QTimeZone>
#include <QWidget>

namespace akwaba {

/// The life of a clock as a picture: one strip a day, from the first opening to the last closing, with what was
/// counted, what is to come, pauses, and the hours in which we are closed. The table beneath it says the same in words.
class ClockStrip : public QWidget {
    Q_OBJECT

public:
    explicit ClockStrip(QWidget *parent = nullptr);

    /// Days and hours are those of `zone`.
    void show(const sla::Explanation &explanation, std::optional<qint64> dueAt, const QTimeZone &zone,
              const QDateTime &now);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Day {
        QDate date;
        qint64 midnight = 0;
        qint64 next = 0; // midnight
        std::vector<sla::Span> open;
    };

    [[nodiscard]] QRectF strip(int day) const;
    [[nodiscard]] qreal xOf(const Day &day, qint64 at) const;
    void paintHours(QPainter &painter) const;
    void paintDay(QPainter &painter, int index) const;
    void paintPassage(QPainter &painter, const QRectF &rect, const sla::Passage &passage) const;
    void paintMark(QPainter &painter, int index, qint64 at, bool isDue) const;
    void paintGap(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    [[nodiscard]] QString timeAt(qint64 at) const;
    [[nodiscard]] int bottom() const; // of the last strip, in pixels of the design

    sla::Explanation m_explanation;
    std::optional<qint64> m_dueAt;
    qint64 m_now = 0;
    QTimeZone m_zone{"UTC"};
    std::vector<Day> m_days; // at most seven: those in the middle are left out
    int m_leftOut = 0; // of them, in front of the last three
    int m_firstMinute = 0;
    int m_lastMinute = 0;
};

} // namespace akwaba
