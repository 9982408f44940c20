// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QHash>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace akwaba {

class Theme;

struct IconKey {
    QString name;
    int size = 0;
    QRgb color = 0;
    int ratio = 0; ///< in hundredths
    bool operator==(const IconKey &) const = default;
};
[[nodiscard]] inline size_t qHash(const IconKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.name, key.size, key.color, key.ratio);
}

/// Outline icons drawn in one colour, kept by (name, size, colour, device ratio). Owned by Theme, which empties it
/// when it changes. Reads NAME.svg from its folder once; an unknown name gives a transparent pixmap and a warning.
/// Stroke 2 up to 16 px and 1.75 above, on the 24 px grid of the drawings.
class IconCache {
public:
    explicit IconCache(QString folder);

    /// A pixmap of size x size device independent pixels.
    [[nodiscard]] QPixmap pixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio);
    [[nodiscard]] bool contains(const QString &name);
    void clear() { m_pixmaps.clear(); }

private:
    [[nodiscard]] const QByteArray &source(const QString &name);

    QString m_folder;
    QHash<QString, QByteArray> m_sources;
    QHash<IconKey, QPixmap> m_pixmaps;
};

/// An icon that asks the theme when it is painted: it follows colour scheme changes by itself; disabled is TextOff.
/// QIcon::name() gives the name back, so AkwabaStyle can draw it in the colour of a button's text. The theme must
/// outlive it.
[[nodiscard]] QIcon icon(const Theme &theme, const QString &name, Token color = Token::Text2);

[[nodiscard]] QPixmap iconPixmap(const Theme &theme, const QString &name, int size, Token color,
                                 qreal devicePixelRatio);

/// Paints the icon centred in rect, on whole device pixels; its size is the smaller side of rect.
void paintIcon(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &name, const QColor &color);

/// The mark of the program in the two colours of the scheme; below 20 px without its cross bar.
void paintLogo(QPainter &painter, const QRectF &rect, const Theme &theme);
[[nodiscard]] QPixmap logoPixmap(const Theme &theme, int size, qreal devicePixelRatio);

} // namespace akwaba
