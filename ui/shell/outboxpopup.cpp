// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/outboxpopup.h"

#include "ui/shell/intentwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QScrollArea>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr int popupWidth = 372;
constexpr int mostRowsHeight = 360;

QPushButton *makeLink(const QString &objectName, const QString &text)
{
    auto *link = new QPushButton(text);
    link->setObjectName(objectName);
    setLook(link, ButtonLook::Link);
    return link;
}

} // namespace

OutboxPopup::OutboxPopup(QWidget *parent)
    : PopupFrame(parent), m_title(new Label(TextStyle::BodyStrong)), m_count(new Label(TextStyle::Body, Token::Text3)),
      m_retry(new QPushButton), m_refused(makeLink(u"outboxNotSent"_s, {})), m_scroll(new QScrollArea),
      m_foot(new Label(TextStyle::Small, Token::Text2))
{
    setObjectName(u"outboxPopup"_s);
    const Theme &theme = themeOf(this);
    setFixedWidth(theme.px(popupWidth));
    m_retry->setObjectName(u"outboxRetry"_s);
    setLook(m_retry, ButtonLook::Quiet);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme.px(14), theme.px(8), theme.px(8), theme.px(8));
    head->setSpacing(theme.px(8));
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(m_refused);
    head->addWidget(m_retry);
    layout->addLayout(head);
    layout->addWidget(new Rule);

    auto *rows = new QWidget;
    m_rows = new QVBoxLayout(rows);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_scroll->setWidget(rows);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    rows->setAutoFillBackground(false);
    layout->addWidget(m_scroll);

    m_foot->setWordWrap(true);
    m_foot->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10));
    layout->addWidget(m_foot);
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested(); });
    connect(m_refused, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT notSentRequested();
    });
}

void OutboxPopup::setItems(const QList<OutboxItem> &items, int refused, bool online)
{
    m_title->setText(translate("Outbox", "Not yet sent"));
    m_count->setText(QString::number(items.size()));
    m_retry->setText(translate("Outbox", "Try now"));
    m_retry->setIcon(icon(themeOf(this), u"refresh"_s));
    m_refused->setText(translate("Outbox", "%n refused", nullptr, refused));
    m_refused->setVisible(refused > 0);
    m_foot->setText(items.isEmpty() ? translate("Outbox", "Everything has reached the server.")
                        : online
                        ? translate("Outbox", "Kept on this computer until the server has accepted it.")
                        : translate("Outbox",
                                    "Kept on this computer. It is sent by itself in this order when the network "
                                    "is back, with 10 s to undo."));
    while (QLayoutItem *old = m_rows->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const OutboxItem &item : items) {
        m_rows->addWidget(rowFor(item, online));
        m_rows->addWidget(new Rule);
    }
    m_rows->addStretch();
    m_scroll->setFixedHeight(qMin(m_rows->sizeHint().height(), themeOf(this).px(mostRowsHeight)));
    adjustSize();
}

QWidget *OutboxPopup::rowFor(const OutboxItem &item, bool online)
{
    const Theme &theme = themeOf(this);
    auto *row = new QWidget;
    row->setObjectName(u"outboxItem"_s);
    row->setAccessibleName(itemTitle(item) + u", "_s + intentTitle(item.intent));
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10));
    grid->setHorizontalSpacing(theme.px(8));
    grid->setVerticalSpacing(theme.px(4));
    auto *title = new Label(itemTitle(item), TextStyle::BodyMedium);
    title->setElided(true);
    grid->addWidget(new IconLabel(intentIcon(item.intent)), 0, 0);
    grid->addWidget(title, 0, 1);
    grid->addWidget(new Label(clockTime(item.intent.writtenAt), TextStyle::Small, Token::Text3), 0, 2);
    grid->addWidget(new Label(intentTitle(item.intent), TextStyle::Small, Token::Text2), 1, 1, 1, 2);
    auto *state = new QHBoxLayout;
    state->setSpacing(theme.px(6));
    state->addWidget(new IconLabel(u"cloud-upload"_s, 14, Token::Accent));
    state->addWidget(new Label(itemState(item, online), TextStyle::Small, Token::Text2), 1);
    if (!item.sent) {
        if (!intentText(item.intent).isEmpty()) {
            QPushButton *edit = makeLink(u"outboxEdit"_s, translate("Outbox", "Edit"));
            connect(edit, &QPushButton::clicked, this, [this, item] {
                hide();
                Q_EMIT editRequested(item);
            });
            state->addWidget(edit);
        }
        QPushButton *cancel = makeLink(u"outboxCancel"_s, translate("Outbox", "Take back"));
        connect(cancel, &QPushButton::clicked, this, [this, iid = item.intent.iid] { Q_EMIT cancelRequested(iid); });
        state->addWidget(cancel);
    }
    grid->addLayout(state, 2, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    return row;
}

} // namespace akwaba
