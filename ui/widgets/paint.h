// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainterPath>
#include <QString>

class QPainter;

/// Free functions that draw the small things of the design. Delegates call them for rows, the small widgets of this
/// folder for themselves. All lengths they take are pixels of the screen (already scaled by Theme::px()).
namespace akwaba {

// ---- shapes ---------------------------------------------------------------------------------------------------

/// Small marks that carry a state when colour can't be seen. No two are alike.
enum class Shape : quint8 {
    None,
    Disc, ///< new
    Triangle, ///< open
    Bars, ///< waiting, paused
    Hourglass, ///< waiting for a third party
    Moon, ///< snoozed
    Tick, ///< solved, met
    Square, ///< closed
    Dash, ///< spam
    QuarterDisc, ///< a quarter gone: risk
    ThreeQuarterDisc, ///< three quarters gone: high risk
};

/// The shape on a 12 x 12 grid, as one area to fill.
[[nodiscard]] const QPainterPath &shapePath(Shape shape);
void paintShape(QPainter &painter, const QRectF &rect, Shape shape, const QColor &color);

// ---- text -----------------------------------------------------------------------------------------------------

/// Width of text when each digit takes the place of a "0": columns of numbers stand still.
[[nodiscard]] qreal tabularWidth(const QFontMetricsF &metrics, const QString &text);
/// One line of text with equal digits, aligned in rect (horizontally and vertically); in the painter's font and pen.
void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);

struct ElisionKey {
    QString text;
    int pixels = 0;
    int weight = 0;
    int width = 0;
    Qt::TextElideMode mode = Qt::ElideRight;
    bool operator==(const ElisionKey &) const = default;
};
[[nodiscard]] inline size_t qHash(const ElisionKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.text, key.pixels, key.weight, key.width, int(key.mode));
}

/// Elided texts, kept by (text, font, width). One for each delegate; it forgets all when it grows beyond capacity.
class ElisionCache {
public:
    explicit ElisionCache(qsizetype capacity = 2048) : m_capacity(capacity) { }
    [[nodiscard]] QString elided(const QString &text, const QFont &font, qreal width,
                                 Qt::TextElideMode mode = Qt::ElideRight);
    void clear() { m_texts.clear(); }

private:
    QHash<ElisionKey, QString> m_texts;
    qsizetype m_capacity;
};

// ---- lines and panels -----------------------------------------------------------------------------------------

/// A line of one device pixel, crisp at every scale.
void drawHLine(QPainter &painter, qreal left, qreal right, qreal y, const QColor &color);
void drawVLine(QPainter &painter, qreal x, qreal top, qreal bottom, const QColor &color);

/// A rounded rectangle whose border lies within rect. An invalid colour leaves fill or border out.
void paintPanel(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border = {},
                qreal borderWidth = 1);

// ---- pills, chips, tags ---------------------------------------------------------------------------------------

/// How urgent a pill is. Each tone has its own shape, so that none is told by colour alone.
enum class PillTone : quint8 {
    Plain, ///< 2 h 10: text only
    Warn, ///< quarter disc, warn on its soft ground
    Hot, ///< three quarter disc, open on its soft ground, 600
    Filled, ///< the only filled one: late
    Faint, ///< bars, text only: paused
    Good, ///< tick on the soft ground
    GoodLate, ///< tick, open, no ground
    Struck, ///< struck out
};

struct Pill {
    QString text;
    PillTone tone = PillTone::Plain;
    bool unsure = false; ///< cloud-off before the text: computed without the server
    bool operator==(const Pill &) const = default;
};

/// Design height 20 (16 in compact rows); the width follows from the text and is never elided.
[[nodiscard]] QSizeF pillSize(const Theme &theme, const Pill &pill, qreal height);
/// Painted at the right end of rect (left end in a mirrored layout), centred vertically.
void paintPill(QPainter &painter, const QRectF &rect, const Theme &theme, const Pill &pill,
               Qt::LayoutDirection direction = Qt::LeftToRight);

/// A status: shape and word on a soft ground, 22 high, radius 4.
struct Chip {
    QString text;
    Shape shape = Shape::None;
    Tone tone;
    bool operator==(const Chip &) const = default;
};
[[nodiscard]] QSizeF chipSize(const Theme &theme, const Chip &chip);
void paintChip(QPainter &painter, const QRectF &rect, const Theme &theme, const Chip &chip);

/// A tag: micro text on closed-soft, 18 high, radius 4.
[[nodiscard]] QSizeF tagSize(const Theme &theme, const QString &text);
void paintTag(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &text);

/// A number on breach-fill, 16 high; above 99 it says "99+".
[[nodiscard]] QSizeF countBadgeSize(const Theme &theme, int count);
void paintCountBadge(QPainter &painter, const QRectF &rect, const Theme &theme, int count);

/// The name of a key in a small frame, 18 high.
[[nodiscard]] QSizeF keyHintSize(const Theme &theme, const QString &key);
void paintKeyHint(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &key);

// ---- avatars --------------------------------------------------------------------------------------------------

/// First letters of first and last name; with `clash`, the first two letters of the first name. "" for an empty name.
enum class InitialsRule : quint8 { FirstAndLast, FirstTwo };
[[nodiscard]] QString initials(const QString &name, InitialsRule rule = InitialsRule::FirstAndLast);
/// The ground for an id: one of 7 hues mixed into base. The same id has the same hue on every machine.
[[nodiscard]] QColor avatarColor(const Theme &theme, QStringView id);
void paintAvatar(QPainter &painter, const QRectF &rect, const Theme &theme, QStringView id, const QString &initials);

} // namespace akwaba
