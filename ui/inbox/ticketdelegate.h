// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inbox/rowgeometry.h"
#include "ui/inbox/ticketsource.h"
#include "ui/widgets/paint.h"

#include <QStyledItemDelegate>

#include <optional>
#include <utility>

namespace akwaba {

class Clock;
class TimesLeft;

/// Draws one ticket as the design says (look.md 5), in every state, and the header of a group. No widget per row: the
/// geometry is kept per density, scale and width, elided texts in a cache.
class TicketDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TicketDelegate(const Clock &clock, const TimesLeft &times, QObject *parent = nullptr);

    /// Off where all tickets have the same owner.
    void setShowsOwner(bool shows) { m_showsOwner = shows; }

    /// Whether one of the rows drawn since the last call changes each second.
    [[nodiscard]] bool takeShowsSeconds() { return std::exchange(m_showsSeconds, false); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static void paintGroup(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &title,
                           qint64 count, bool collapsed, bool alarms);

private:
    struct Brush; // what one call of paint() draws with
    void paintGround(const Brush &brush) const;
    void paintMarks(const Brush &brush) const;
    static void paintCheck(const Brush &brush);
    void paintFirstLine(const Brush &brush) const;
    static void paintPresence(const Brush &brush, qreal left);
    [[nodiscard]] static qreal paintTags(const Brush &brush, const QStringList &tags, qreal left, qreal room);
    [[nodiscard]] qreal paintGlyph(const Brush &brush) const;
    void paintSubject(const Brush &brush) const;
    void paintExtract(const Brush &brush, const QRectF &rect, TextStyle style, const QString &before = {}) const;
    /// The room that it took.
    [[nodiscard]] qreal paintClock(const Brush &brush) const;
    [[nodiscard]] const RowGeometry &geometry(const Theme &theme, qreal width) const;

    const Clock &m_clock;
    const TimesLeft &m_times;
    mutable std::optional<RowGeometry> m_geometry;
    mutable ElisionCache m_elided;
    mutable bool m_showsSeconds = false;
    bool m_showsOwner = true;
};

} // namespace akwaba
