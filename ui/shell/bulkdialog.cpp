// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bulkdialog.h"

#include "ui/shell/bulkwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QBoxLayout>
#include <QEvent>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>

#include <algorithm>
#include <numeric>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

enum OutcomeRole { StateRole = Qt::UserRole, StateIconRole, AlarmRole, OutcomeTicketRole };

/// Two lines: which ticket, and what became of it, behind an icon of the same.
class OutcomeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {0, themeOf(option.widget).px(44)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        if (current || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(current ? Token::Sel : Token::Hover));
        if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
            paintPanel(*painter, option.rect, 0, {}, theme.color(Token::Focus), 2);
        const QRectF row = QRectF(option.rect).adjusted(theme.px(20), 0, -theme.px(20), 0);
        const qreal side = theme.px(16);
        const Token ink = index.data(AlarmRole).toBool() ? Token::Breach : Token::Text2;
        paintIcon(*painter, {row.left(), row.top() + theme.px(7), side, side}, theme,
                  index.data(StateIconRole).toString(), theme.color(ink));
        const QRectF words = row.adjusted(side + theme.px(8), 0, 0, 0);
        drawWords(*painter, words, theme.px(5), theme.font(TextStyle::BodyMedium), theme.color(Token::Text1),
                  index.data().toString());
        drawWords(*painter, words, theme.px(23), theme.font(TextStyle::Small), theme.color(ink),
                  index.data(StateRole).toString());
        painter->restore();
    }

private:
    static void drawWords(QPainter &painter, const QRectF &words, int top, const QFont &font, const QColor &color,
                          const QString &text)
    {
        painter.setFont(font);
        painter.setPen(color);
        const QFontMetricsF metrics(font);
        painter.drawText(QRectF(words.left(), words.top() + top, words.width(), metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, words.width()));
    }
};

/// What wants to be seen stands above.
int placeOf(BulkItem::State state)
{
    switch (state) {
    case BulkItem::State::Refused: return 0;
    case BulkItem::State::Waiting:
    case BulkItem::State::Planned: return 1;
    case BulkItem::State::Skipped: return 2;
    case BulkItem::State::TakenBack: return 3;
    case BulkItem::State::Done: return 4;
    }
    Q_UNREACHABLE();
}

} // namespace

BulkDialog::BulkDialog(QWidget *parent)
    : QDialog(parent), m_title(new Label(TextStyle::PaneTitle)), m_summary(new Label(TextStyle::Body, Token::Text2)),
      m_list(new QListWidget), m_undo(new QPushButton), m_close(new QPushButton)
{
    setObjectName(u"bulkDialog"_s);
    m_list->setObjectName(u"bulkList"_s);
    m_undo->setObjectName(u"bulkDialogUndo"_s);
    m_close->setObjectName(u"bulkDialogClose"_s);
    const Theme &theme = themeOf(this);
    resize(theme.px(520), theme.px(440));
    m_summary->setWordWrap(true);
    m_list->setItemDelegate(new OutcomeDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(10));
    head->setSpacing(theme.px(4));
    head->addWidget(m_title);
    head->addWidget(m_summary);
    auto *foot = new DialogFoot;
    foot->add(m_undo);
    foot->add(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    column->addWidget(foot);
    connect(m_undo, &QPushButton::clicked, this, &BulkDialog::undoWanted);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *line) {
        Q_EMIT ticketChosen(TicketId{line->data(OutcomeTicketRole).toString()});
    });
    retranslate();
}

/// Once for each run: lines do not move while somebody reads them.
void BulkDialog::order(const BulkRun &run)
{
    m_order.resize(run.items.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    std::ranges::stable_sort(m_order, {}, [&run](qsizetype at) { return placeOf(run.items.at(at).state()); });
    m_list->clear();
    for (const qsizetype at : std::as_const(m_order)) {
        auto *line = new QListWidgetItem(bulkItemTitle(run.items.at(at)), m_list);
        line->setData(OutcomeTicketRole, run.items.at(at).ticket.id.value);
    }
    m_list->setCurrentRow(0);
}

void BulkDialog::setRun(const BulkRun &run, const QString &title, bool online, const QString &undo)
{
    const QString mark = title + run.endedAt.toString(Qt::ISODateWithMs);
    if (std::exchange(m_mark, mark) != mark || m_order.size() != run.items.size()) order(run);
    m_title->setText(title);
    m_summary->setText(bulkSummary(run, online));
    for (int row = 0; row < m_list->count(); ++row) {
        const BulkItem &item = run.items.at(m_order.at(row));
        const QString state = bulkItemState(item, online);
        QListWidgetItem *line = m_list->item(row);
        if (line->data(StateRole).toString() == state) continue;
        line->setData(StateRole, state);
        line->setData(StateIconRole, bulkItemIcon(item));
        line->setData(AlarmRole, item.state() == BulkItem::State::Refused);
        line->setData(Qt::AccessibleTextRole, QString(line->text() + u", "_s + state));
    }
    m_undo->setText(undo);
    m_undo->setVisible(!undo.isEmpty());
}

void BulkDialog::retranslate()
{
    setWindowTitle(translate("Bulk", "Change of several tickets"));
    m_list->setAccessibleName(translate("Bulk", "Tickets and what became of them"));
    m_close->setText(translate("Bulk", "Close"));
}

void BulkDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

} // namespace akwaba
