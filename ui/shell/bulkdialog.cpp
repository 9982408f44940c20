// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bulkdialog.h"

#include "ui/shell/bulkwords.h"
#include "ui/shell/twolinedelegate.h"
#include "ui/text/translate.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>
#include <numeric>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr int outcomeTicketRole = TwoLineDelegate::FirstFreeRole;

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
    m_list->setItemDelegate(new TwoLineDelegate({44, 20, 5, 23, TextStyle::BodyMedium}, m_list));
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
        Q_EMIT ticketChosen(TicketId{line->data(outcomeTicketRole).toString()});
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
        line->setData(outcomeTicketRole, run.items.at(at).ticket.id.value);
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
        if (line->data(TwoLineDelegate::DetailRole).toString() == state) continue;
        line->setData(TwoLineDelegate::DetailRole, state);
        line->setData(TwoLineDelegate::IconRole, bulkItemIcon(item));
        const Token ink = item.state() == BulkItem::State::Refused ? Token::Breach : Token::Text2;
        line->setData(TwoLineDelegate::IconInkRole, int(ink));
        line->setData(TwoLineDelegate::DetailInkRole, int(ink));
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
