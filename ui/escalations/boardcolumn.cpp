// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/boardcolumn.h"

#include "ui/text/enumwords.h"
#include "ui/text/escalationwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/ground.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int cardRole = Qt::UserRole;
constexpr int idRole = Qt::UserRole + 1;

/// Draws a card of the board: four lines on a panel.
class BoardCardDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const Theme &look = themeOf(option.widget);
        return {look.px(200),
                look.lineHeight(TextStyle::BodyMedium) + 3 * look.lineHeight(TextStyle::Small) + look.px(36)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &look = themeOf(option.widget);
        const auto card = index.data(cardRole).value<BoardCard>();
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        const bool hasFocus = isChosen && option.widget->hasFocus();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect panel = option.rect.adjusted(look.px(8), look.px(4), -look.px(8), -look.px(4));
        paintPanel(*painter, panel, look.px(10),
                   look.color(isChosen ? (hasFocus ? Token::Sel : Token::SelOff) : Token::Raised),
                   look.color(hasFocus ? Token::Focus : Token::Line), hasFocus ? 2 : 1);
        QRect line = panel.adjusted(look.px(12), look.px(12), -look.px(12), 0);
        write(*painter, look, line, TextStyle::BodyMedium, Token::Text1, card.title);
        const Tone tone = toneOf(card.state);
        const int side = look.px(12);
        const QRect icon(line.left(), line.top() + (look.lineHeight(TextStyle::Small) - side) / 2, side, side);
        paintIcon(*painter, QStyle::visualRect(option.direction, option.rect, icon), look, iconOf(card.state),
                  look.color(tone.ink));
        QRect words = line.adjusted(side + look.px(6), 0, 0, 0);
        write(*painter, look, words, TextStyle::SmallMedium, tone.ink, word(card.state));
        line.setTop(words.top());
        write(*painter, look, line, TextStyle::Small, Token::Text2, card.people);
        QStringList dates{card.due, card.promised};
        dates.removeAll(QString());
        write(*painter, look, line, TextStyle::Small, card.isLate ? Token::Breach : Token::Text3, dates.join(u" · "_s));
        painter->restore();
    }

private:
    /// One line, and on to the next.
    static void write(QPainter &painter, const Theme &look, QRect &line, TextStyle style, Token color,
                      const QString &text)
    {
        line.setHeight(look.lineHeight(style));
        painter.setFont(look.font(style));
        painter.setPen(look.color(color));
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeading,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, line.height() + look.px(2));
    }
};

} // namespace

BoardList::BoardList(QWidget *parent) : QListView(parent), m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new BoardCardDelegate(this));
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    const auto choose = [this](const QModelIndex &index) {
        Q_EMIT ticketChosen(index.data(cardRole).value<BoardCard>().ticket);
    };
    connect(this, &QListView::activated, this, choose);
    setGround(this, Token::Sunken);
}

void BoardList::setCards(const QList<BoardCard> &cards)
{
    const QString chosen = currentIndex().data(idRole).toString();
    m_model->clear();
    for (const BoardCard &card : cards) {
        auto *item = new QStandardItem(card.title);
        item->setData(QVariant::fromValue(card), cardRole);
        item->setData(card.id.value, idRole);
        item->setData(card.sentence(), Qt::AccessibleTextRole);
        item->setToolTip(card.sentence());
        m_model->appendRow(item);
        if (card.id.value == chosen) setCurrentIndex(item->index());
    }
}

void BoardList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left) return Q_EMIT sideways(layoutDirection() == Qt::LeftToRight ? -1 : 1);
    if (event->key() == Qt::Key_Right) return Q_EMIT sideways(layoutDirection() == Qt::LeftToRight ? 1 : -1);
    QListView::keyPressEvent(event);
}

BoardColumn::BoardColumn(QWidget *parent)
    : QWidget(parent), m_title(new Label(TextStyle::BodyStrong, Token::Text1, this)),
      m_paths(new Label(TextStyle::Small, Token::Text3, this)),
      m_count(new Label(TextStyle::BodyStrong, Token::Text2, this)),
      m_none(new Label(TextStyle::Small, Token::Text3, this)), m_list(new BoardList(this))
{
    const Theme &look = themeOf(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(look.px(8));
    head->setContentsMargins(look.px(16), 0, look.px(16), 0);
    head->addWidget(m_title);
    head->addWidget(m_paths, 1);
    head->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look.px(1), look.px(12), look.px(1), look.px(8));
    column->setSpacing(look.px(8));
    column->addLayout(head);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    m_paths->setElided(true);
    m_none->setContentsMargins(look.px(16), 0, look.px(16), 0);
    setMinimumWidth(look.px(260));
}

void BoardColumn::setTier(const BoardTier &tier)
{
    m_title->setText(tier.title);
    m_paths->setText(tier.paths);
    m_count->setText(number(tier.cards.size()));
    m_none->setText(translate("Board", "Nothing is here."));
    m_none->setVisible(tier.cards.isEmpty());
    m_list->setObjectName(u"tier%1"_s.arg(tier.tier));
    m_list->setAccessibleName(
        translate("Board", "%1, %n escalations", nullptr, int(tier.cards.size())).arg(tier.title));
    m_list->setCards(tier.cards);
}

void BoardColumn::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &look = themeOf(this);
    paintPanel(painter, rect(), look.px(10), look.color(Token::Sunken), look.color(Token::Line));
}

} // namespace akwaba
