// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include "ui/widgets/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

QPixmap emptyPixmap(int size, qreal ratio)
{
    const int device = qRound(size * ratio);
    QPixmap pixmap(device, device);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

// Snapping the corner to device pixels keeps 1 px strokes from being smeared over two.
QPointF snapped(const QPainter &painter, const QPointF &point)
{
    const QTransform toDevice = painter.deviceTransform();
    if (toDevice.type() > QTransform::TxScale) return point;
    const QPointF device = toDevice.map(point);
    return toDevice.inverted().map(QPointF(qRound(device.x()), qRound(device.y())));
}

class ThemedIconEngine final : public QIconEngine {
public:
    ThemedIconEngine(const Theme &theme, QString name, Token color)
        : m_theme(theme), m_name(std::move(name)), m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_theme, m_name, colorFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    // Qt passes the size in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = qRound(std::min(size.width(), size.height()) / scale);
        if (side < 1) return {}; // nothing can be painted on
        return m_theme.icons().pixmap(m_name, side, colorFor(mode), scale);
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }

    QString key() const override { return u"akwaba"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new ThemedIconEngine(m_theme, m_name, m_color); }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        return m_theme.color(mode == QIcon::Disabled ? Token::TextOff : m_color);
    }

    const Theme &m_theme;
    QString m_name;
    Token m_color;
};

} // namespace

IconCache::IconCache(QString folder) : m_folder(std::move(folder)) { }

const QByteArray &IconCache::source(const QString &name)
{
    const auto known = m_sources.constFind(name);
    if (known != m_sources.constEnd()) return *known;
    QFile file(m_folder + u'/' + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) qWarning("no icon named %s", qUtf8Printable(name));
    return *m_sources.insert(name, file.isOpen() ? file.readAll() : QByteArray());
}

bool IconCache::contains(const QString &name) { return QFile::exists(m_folder + u'/' + name + u".svg"_s); }

QPixmap IconCache::pixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio)
{
    const IconKey key{name, size, color.rgba(), qRound(devicePixelRatio * 100)};
    const auto known = m_pixmaps.constFind(key);
    if (known != m_pixmaps.constEnd()) return *known;
    QPixmap pixmap = emptyPixmap(size, devicePixelRatio);
    QByteArray svg = source(name);
    if (!svg.isEmpty()) {
        // Qt SVG knows neither currentColor nor a style from outside.
        svg.replace("currentColor", color.name().toLatin1());
        if (size > 16) svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, size, size));
    }
    return *m_pixmaps.insert(key, pixmap);
}

QIcon icon(const Theme &theme, const QString &name, Token color)
{
    return QIcon(new ThemedIconEngine(theme, name, color));
}

QPixmap iconPixmap(const Theme &theme, const QString &name, int size, Token color, qreal devicePixelRatio)
{
    return theme.icons().pixmap(name, size, theme.color(color), devicePixelRatio);
}

void paintIcon(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &name, const QColor &color)
{
    const int side = qRound(std::min(rect.width(), rect.height()));
    if (side <= 0) return;
    const QPointF corner = rect.center() - QPointF(side / 2.0, side / 2.0);
    const QPixmap pixmap = theme.icons().pixmap(name, side, color, painter.device()->devicePixelRatioF());
    painter.drawPixmap(snapped(painter, corner), pixmap);
}

void paintLogo(QPainter &painter, const QRectF &rect, const Theme &theme)
{
    const qreal side = std::min(rect.width(), rect.height());
    QFile file(u":/akwaba/akwaba.svg"_s);
    if (!file.open(QIODevice::ReadOnly)) return;
    // The drawing holds the two light colours, so that it also serves as the icon of the desktop.
    QByteArray svg = file.readAll();
    svg.replace("#0B6670", theme.color(Token::Accent).name().toLatin1());
    svg.replace("#FFFFFF", theme.color(Token::OnAccent).name().toLatin1());
    if (side < 20) svg.replace("M9.6 10h4.8", "");
    QSvgRenderer(svg).render(&painter, QRectF(rect.center() - QPointF(side / 2, side / 2), QSizeF(side, side)));
}

QPixmap logoPixmap(const Theme &theme, int size, qreal devicePixelRatio)
{
    QPixmap pixmap = emptyPixmap(size, devicePixelRatio);
    QPainter painter(&pixmap);
    paintLogo(painter, QRectF(0, 0, size, size), theme);
    return pixmap;
}

} // namespace akwaba
