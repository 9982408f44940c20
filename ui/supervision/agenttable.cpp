// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/agenttable.h"

#include "ui/text/enumwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme.h"

#include <QCollator>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

enum AgentColumn { NameOfAgent, StateOfAgent, OpenTickets, LateTickets, LongestWait, Drafts, AgentColumns };
constexpr int agentRole = Qt::UserRole;

Token colorOf(AgentState state)
{
    switch (state) {
    case AgentState::Available: return Token::Solved;
    case AgentState::Busy: return Token::Warn;
    case AgentState::Away: return Token::Wait;
    case AgentState::Offline: return Token::TextOff;
    }
    Q_UNREACHABLE();
}

Shape shapeOf(AgentState state)
{
    switch (state) {
    case AgentState::Available: return Shape::Disc;
    case AgentState::Busy: return Shape::Triangle;
    case AgentState::Away: return Shape::Bars;
    case AgentState::Offline: return Shape::Dash;
    }
    Q_UNREACHABLE();
}

QPixmap painted(const QWidget &widget, int side, const std::function<void(QPainter &, const QRectF &)> &paint)
{
    const qreal ratio = widget.devicePixelRatioF();
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, QRectF(0, 0, side, side));
    return pixmap;
}

constexpr int shareRole = Qt::UserRole + 1; // of the highest load, 0 to 1

/// A number with a bar, so that one sees at once who has how much.
class LoadDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const Theme &look = themeOf(option.widget);
        const int words = look.px(44);
        const QRect cell = option.rect.adjusted(words, 0, -look.px(24), 0);
        const QRect track(cell.left(), cell.center().y() - look.px(2), std::min(cell.width(), look.px(160)),
                          look.px(5));
        if (track.width() <= 0) return;
        const auto bar = [&](const QRect &where, Token color) {
            paintPanel(*painter, QStyle::visualRect(option.direction, option.rect, where), look.px(2),
                       look.color(color));
        };
        bar(track, Token::ClosedSoft);
        const int filled = qRound(track.width() * index.data(shareRole).toDouble());
        if (filled > 0) bar({track.topLeft(), QSize(filled, track.height())}, Token::C1);
    }
};

} // namespace

AgentTable::AgentTable(QWidget *parent) : CardTable(parent)
{
    setObjectName(u"agentTable"_s);
    setColumnCount(AgentColumns);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(OpenTickets, QHeaderView::Stretch);
    setItemDelegateForColumn(OpenTickets, new LoadDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        Q_EMIT agentChosen({item->data(NameOfAgent, agentRole).toString()});
    });
}

void AgentTable::setAgents(const QList<AgentLoad> &agents, const Directories &directories, const QDateTime &now)
{
    setAccessibleName(translate("Supervision", "Agents"));
    setHeaderLabels({translate("Supervision", "Agent"), translate("Supervision", "State"),
                     translate("Supervision", "Open tickets"), translate("Supervision", "Late"),
                     translate("Supervision", "Waiting since"), translate("Supervision", "Drafts")});
    for (int column = LateTickets; column < AgentColumns; ++column)
        headerItem()->setTextAlignment(column, ofNumbers);
    const QString current =
        currentItem() != nullptr ? currentItem()->data(NameOfAgent, agentRole).toString() : QString();
    clear();
    const NameOf names = directories.names();
    QList<std::pair<QString, AgentLoad>> named;
    for (const AgentLoad &load : agents)
        named.append({names(load.agent.value), load});
    const QCollator collator;
    std::ranges::stable_sort(named, [&collator](const auto &one, const auto &other) {
        return collator.compare(one.first, other.first) < 0;
    });
    qint64 highest = 1;
    for (const AgentLoad &load : agents)
        highest = std::max(highest, load.open);
    for (const auto &[name, load] : std::as_const(named)) {
        add(load, name, now);
        topLevelItem(topLevelItemCount() - 1)->setData(OpenTickets, shareRole, double(load.open) / double(highest));
        if (load.agent.value == current) setCurrentItem(topLevelItem(topLevelItemCount() - 1));
    }
    updateGeometry();
}

void AgentTable::add(const AgentLoad &load, const QString &name, const QDateTime &now)
{
    const Theme &look = themeOf(this);
    const QString wait = load.waitingSince.isValid() ? dueMoment(load.waitingSince, now) : u"–"_s;
    auto *item = new QTreeWidgetItem(
        this, {name, word(load.state), number(load.open), number(load.late), wait, number(load.drafts)});
    item->setData(NameOfAgent, agentRole, load.agent.value);
    item->setSizeHint(NameOfAgent, {look.px(220), look.px(32)});
    item->setSizeHint(StateOfAgent, {look.px(140), look.px(32)});
    item->setIcon(NameOfAgent, painted(*this, look.px(20), [&](QPainter &painter, const QRectF &where) {
                      paintAvatar(painter, where, look, load.agent.value, initials(name));
                  }));
    item->setIcon(StateOfAgent, painted(*this, look.px(16), [&](QPainter &painter, const QRectF &where) {
                      paintShape(painter, where.adjusted(4, 4, -4, -4), shapeOf(load.state),
                                 look.color(colorOf(load.state)));
                  }));
    for (int column = LateTickets; column < AgentColumns; ++column)
        item->setTextAlignment(column, ofNumbers);
    if (load.late == 0) return;
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    item->setFont(LateTickets, strong);
    item->setForeground(LateTickets, look.color(Token::Breach));
}

QSize AgentTable::sizeHint() const
{
    const int rows = topLevelItemCount() * themeOf(this).px(32);
    return {themeOf(this).px(560), header()->sizeHint().height() + rows + 2};
}

} // namespace akwaba
