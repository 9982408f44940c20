// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticepopup.h"

#include "ui/shell/twolinedelegate.h"
#include "ui/text/noticewords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>

#include <algorithm>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr int noticesWidth = 440;
constexpr int mostNoticesHeight = 392;
constexpr int rowHeight = 56;

constexpr int detailRole = Qt::UserRole;
constexpr int ageRole = Qt::UserRole + 1;
constexpr int kindRole = Qt::UserRole + 2;
constexpr int unreadRole = Qt::UserRole + 3;

/// Two lines, as in the list of tickets: what there is to know, and of whom. Unread ones have a bar and are bold.
class NoticeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {0, themeOf(option.widget).px(rowHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        if (current || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(current ? Token::Sel : Token::Hover));
        const bool unread = index.data(unreadRole).toBool();
        if (unread)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(theme.px(3), option.rect.height())),
                              theme.color(Token::Accent));
        const auto kind = static_cast<NoticeKind>(index.data(kindRole).toInt());
        const QRectF row = QRectF(option.rect).adjusted(theme.px(14), 0, -theme.px(12), 0);
        const qreal side = theme.px(16);
        paintIcon(*painter, {row.left(), row.top() + theme.px(10), side, side}, theme, iconOf(kind),
                  theme.color(inkOf(kind)));
        // The sentence has the whole line: nothing of it is left out.
        QRectF words = row.adjusted(side + theme.px(10), 0, 0, 0);
        drawLineOfTwo(*painter, words, theme.px(9), theme.font(unread ? TextStyle::BodyStrong : TextStyle::Body),
                      theme.color(Token::Text1), index.data().toString());
        const QFont small = theme.font(TextStyle::Small);
        const QString when = index.data(ageRole).toString();
        const qreal width = QFontMetricsF(small).horizontalAdvance(when);
        drawLineOfTwo(*painter, words.adjusted(words.width() - width - 1, 0, 0, 0), theme.px(29), small,
                      theme.color(Token::Text3), when);
        words.setRight(words.right() - width - theme.px(12));
        drawLineOfTwo(*painter, words, theme.px(29), small, theme.color(Token::Text2),
                      index.data(detailRole).toString());
        painter->restore();
    }
};

bool isUnread(const NoticeItem &item) { return !item.notice.readAt.isValid(); }

} // namespace

NoticePopup::NoticePopup(QWidget *parent)
    : PopupFrame(parent), m_title(new Label(TextStyle::BodyStrong)), m_allRead(new QPushButton),
      m_list(new QListWidget), m_empty(new EmptyState(u"bell"_s, {}, {}))
{
    setObjectName(u"noticePopup"_s);
    const Theme &theme = themeOf(this);
    setFixedWidth(theme.px(noticesWidth));
    m_allRead->setObjectName(u"noticesAllRead"_s);
    setLook(m_allRead, ButtonLook::Quiet);
    m_list->setObjectName(u"noticeList"_s);
    m_list->setItemDelegate(new NoticeDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_empty->setFixedHeight(theme.px(160));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme.px(14), theme.px(8), theme.px(8), theme.px(8));
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_allRead);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, theme.px(8));
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list);
    layout->addWidget(m_empty);
    connect(m_list, &QListWidget::itemActivated, this, &NoticePopup::choose);
    connect(m_list, &QListWidget::itemClicked, this, &NoticePopup::choose);
    connect(m_allRead, &QPushButton::clicked, this, [this] { Q_EMIT allReadRequested(); });
}

void NoticePopup::setItems(const QList<NoticeItem> &items, const QDateTime &now)
{
    const NoticeId before = m_items.value(m_list->currentRow()).notice.id;
    m_items = items;
    m_title->setText(translate("Notices", "Notifications"));
    m_list->setAccessibleName(m_title->text());
    m_allRead->setText(translate("Notices", "Mark all as read"));
    m_empty->setContent(u"bell"_s, translate("Notices", "Nothing to tell"),
                        translate("Notices", "You hear here of tickets that are about to be late."));
    m_allRead->setEnabled(std::ranges::any_of(items, isUnread));
    m_list->setVisible(!items.isEmpty());
    m_empty->setVisible(items.isEmpty());
    m_list->clear();
    int row = 0;
    for (const NoticeItem &item : items) {
        auto *entry = new QListWidgetItem(sentence(item, now), m_list);
        entry->setData(detailRole, secondLine(item, now));
        entry->setData(ageRole, age(item.notice.at, now));
        entry->setData(kindRole, static_cast<int>(item.notice.kind));
        entry->setData(unreadRole, isUnread(item));
        const QString spoken = entry->text() + u", "_s + secondLine(item, now);
        entry->setData(Qt::AccessibleTextRole,
                       isUnread(item) ? translate("Notices", "Unread: %1").arg(spoken) : spoken);
        if (item.notice.id == before) row = m_list->count() - 1;
    }
    m_list->setCurrentRow(items.isEmpty() ? -1 : row);
    const int height = int(items.size()) * themeOf(this).px(rowHeight);
    m_list->setFixedHeight(std::min(height, themeOf(this).px(mostNoticesHeight)));
    adjustSize();
}

void NoticePopup::choose()
{
    const int row = m_list->currentRow();
    if (row < 0) return;
    const NoticeItem item = m_items.at(row);
    hide();
    Q_EMIT chosen(item);
}

void NoticePopup::showEvent(QShowEvent *event)
{
    PopupFrame::showEvent(event);
    m_list->setFocus(Qt::PopupFocusReason);
}

} // namespace akwaba
