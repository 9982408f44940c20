// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/sidebar.h"

#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

void SideBarModel::setEntries(const QList<SideBarEntry> &entries)
{
    const bool sameViews = std::ranges::equal(entries, m_entries, {}, &SideBarEntry::id, &SideBarEntry::id);
    if (!sameViews) beginResetModel();
    m_entries = entries;
    if (!sameViews)
        endResetModel();
    else if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int SideBarModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_entries, id, &SideBarEntry::id);
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int SideBarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant SideBarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const SideBarEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return entry.title;
    case Qt::ToolTipRole: return entry.id.isEmpty() ? QString() : entry.title;
    case Qt::AccessibleTextRole:
        return entry.count < 0 ? entry.title : translate("SideBar", "%1, %2").arg(entry.title, number(entry.count));
    case IdRole: return entry.id;
    case IconRole: return entry.icon;
    case CountRole: return entry.count;
    case SectionRole: return entry.id.isEmpty();
    case AlarmRole: return entry.alarms && entry.count > 0;
    default: return {};
    }
}

Qt::ItemFlags SideBarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) return {};
    const bool section = m_entries.at(index.row()).id.isEmpty();
    return section ? Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QSize SideBarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const bool section = index.data(SideBarModel::SectionRole).toBool();
    return {0, theme.px(!section ? 28 : index.row() == 0 ? 26 : 34)};
}

namespace {

/// Too narrow for words: icons alone, with the titles as tool tips.
bool isNarrow(const Theme &theme, const QRect &row) { return row.width() < theme.px(120); }

} // namespace

void SideBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool narrow = isNarrow(theme, option.rect);
    if (index.data(SideBarModel::SectionRole).toBool()) {
        if (narrow) {
            drawHLine(*painter, option.rect.left(), option.rect.right(), option.rect.center().y(),
                      theme.color(Token::Line));
            painter->restore();
            return;
        }
        painter->setFont(theme.font(TextStyle::MicroStrong));
        painter->setPen(theme.color(Token::Text3));
        painter->drawText(option.rect.adjusted(theme.px(16), 0, -theme.px(16), -theme.px(6)),
                          Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
        painter->restore();
        return;
    }
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const QRectF entry = QRectF(option.rect).adjusted(theme.px(8), 0, -theme.px(8), 0);
    if (current || option.state.testFlag(QStyle::State_MouseOver))
        paintPanel(*painter, entry, theme.px(6), theme.color(current ? Token::Sel : Token::Hover));
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintPanel(*painter, entry, theme.px(6), {}, theme.color(Token::Focus), 2);
    const qreal side = theme.px(16);
    const qreal iconLeft = narrow ? entry.center().x() - side / 2 : entry.left() + theme.px(8);
    paintIcon(*painter, QRectF(iconLeft, entry.center().y() - side / 2, side, side), theme,
              index.data(SideBarModel::IconRole).toString(), theme.color(current ? Token::Accent : Token::Text3));

    if (narrow) return painter->restore();
    QRectF text = entry.adjusted(theme.px(8 + 16 + 10), 0, -theme.px(8), 0);
    const int count = index.data(SideBarModel::CountRole).toInt();
    if (count >= 0) {
        const bool alarms = index.data(SideBarModel::AlarmRole).toBool();
        painter->setFont(theme.font(alarms ? TextStyle::SmallStrong : TextStyle::Small));
        painter->setPen(theme.color(alarms ? Token::Breach : Token::Text3));
        drawTabular(*painter, text, Qt::AlignRight | Qt::AlignVCenter, number(count));
        text.setRight(text.right() - tabularWidth(QFontMetricsF(painter->font()), number(count)) - theme.px(8));
    }
    painter->setFont(theme.font(current ? TextStyle::BodyStrong : TextStyle::Body));
    painter->setPen(theme.color(Token::Text1));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetricsF(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

SideBar::SideBar(QWidget *parent) : QListView(parent), m_model(new SideBarModel(this))
{
    setObjectName(u"sideBar"_s);
    setAccessibleName(translate("SideBar", "Views"));
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    setItemDelegate(new SideBarDelegate(this));
    setModel(m_model);
}

void SideBar::setEntries(const QList<SideBarEntry> &entries)
{
    const QString before = currentView();
    m_model->setEntries(entries);
    setCurrentView(before);
}

QString SideBar::currentView() const { return currentIndex().data(SideBarModel::IdRole).toString(); }

void SideBar::setCurrentView(const QString &id)
{
    const int row = id.isEmpty() ? -1 : m_model->rowOf(id);
    m_silent = true;
    setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    m_silent = false;
}

void SideBar::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_silent && current.isValid()) Q_EMIT viewChosen(currentView());
}

void SideBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Right)
        Q_EMIT left();
    else
        QListView::keyPressEvent(event);
}

void SideBar::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange) scheduleDelayedItemsLayout();
    if (event->type() == QEvent::LanguageChange) setAccessibleName(translate("SideBar", "Views"));
}

} // namespace akwaba
