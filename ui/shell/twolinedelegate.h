// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>

namespace akwaba {

/// One of the lines of such a row, `top` below that of `words`; what is too long ends in an ellipsis.
void drawLineOfTwo(QPainter &painter, const QRectF &words, int top, const QFont &font, const QColor &color,
                   const QString &text);

/// Rows of two lines behind an icon: what it is, and what is true of it.
class TwoLineDelegate : public QStyledItemDelegate {
public:
    /// The second line, the name of the icon, and a Token for each where it is not Text2.
    enum Role { DetailRole = Qt::UserRole, IconRole, DetailInkRole, IconInkRole, FirstFreeRole };

    /// At scale 1.
    struct Geometry {
        int height;
        int margin; ///< left and right
        int first; ///< top of the first line; the icon is a hair lower
        int second;
        TextStyle style; ///< of the first line
    };

    TwoLineDelegate(const Geometry &geometry, QObject *parent) : QStyledItemDelegate(parent), m_geometry(geometry) { }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Geometry m_geometry;
};

} // namespace akwaba
