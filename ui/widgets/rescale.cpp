// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rescale.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QGridLayout>
#include <QMainWindow>
#include <QVariant>

namespace akwaba {

namespace {

/// From one scale to another, by the length that was meant: it is kept with its owner, as long as nobody else sets
/// another one, so that roundings do not add up.
struct Rescaler {
    double from;
    double to;

    [[nodiscard]] int operator()(QObject &owner, const QByteArray &what, int now) const
    {
        if (now <= 1 || now >= QWIDGETSIZE_MAX) return now;
        const QByteArray name = "meant." + what;
        const QPointF kept = owner.property(name.constData()).toPointF(); // what was meant, what was set
        const double meant = qRound(kept.y()) == now ? kept.x() : now / from;
        const int scaled = qRound(meant * to);
        owner.setProperty(name.constData(), QPointF(meant, scaled));
        return scaled;
    }

    [[nodiscard]] QMargins operator()(QObject &owner, const QMargins &now) const
    {
        return {(*this)(owner, "left", now.left()), (*this)(owner, "top", now.top()),
                (*this)(owner, "right", now.right()), (*this)(owner, "bottom", now.bottom())};
    }
};

void rescaleLayout(QLayout &layout, const Rescaler &scaled)
{
    layout.setContentsMargins(scaled(layout, layout.contentsMargins()));
    if (auto *grid = qobject_cast<QGridLayout *>(&layout)) {
        grid->setHorizontalSpacing(scaled(layout, "across", grid->horizontalSpacing()));
        grid->setVerticalSpacing(scaled(layout, "down", grid->verticalSpacing()));
    } else if (auto *form = qobject_cast<QFormLayout *>(&layout)) {
        form->setHorizontalSpacing(scaled(layout, "across", form->horizontalSpacing()));
        form->setVerticalSpacing(scaled(layout, "down", form->verticalSpacing()));
    } else if (layout.spacing() > 0) {
        layout.setSpacing(scaled(layout, "spacing", layout.spacing()));
    }
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (item->layout() != nullptr) rescaleLayout(*item->layout(), scaled);
        if (QSpacerItem *gap = item->spacerItem()) {
            const QSize size = gap->sizeHint();
            const QByteArray name = "gap" + QByteArray::number(i);
            const QSizePolicy policy = gap->sizePolicy();
            gap->changeSize(scaled(layout, name + 'w', size.width()), scaled(layout, name + 'h', size.height()),
                            policy.horizontalPolicy(), policy.verticalPolicy());
        }
    }
}

} // namespace

void rescale(QWidget &widget, double from, double to)
{
    const Rescaler scaled{from, to};
    if (widget.layout() != nullptr) rescaleLayout(*widget.layout(), scaled);
    widget.setContentsMargins(scaled(widget, widget.contentsMargins()));
    if (qobject_cast<QMainWindow *>(&widget)) return;
    const QSize least(scaled(widget, "leastWidth", widget.minimumWidth()),
                      scaled(widget, "leastHeight", widget.minimumHeight()));
    const QSize most(scaled(widget, "mostWidth", widget.maximumWidth()),
                     scaled(widget, "mostHeight", widget.maximumHeight()));
    if (least != widget.minimumSize()) widget.setMinimumSize(least);
    if (most != widget.maximumSize()) widget.setMaximumSize(most);
}

} // namespace akwaba
