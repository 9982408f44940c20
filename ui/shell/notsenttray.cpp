// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notsenttray.h"

#include "ui/shell/intentwords.h"
#include "ui/shell/twolinedelegate.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace akwaba {

using namespace Qt::StringLiterals;

NotSentTray::NotSentTray(QWidget *parent) : QDialog(parent)
{
    setObjectName(u"notSentTray"_s);
    resize(760, 440);
    build();
    retranslate();
    setItems({});
}

void NotSentTray::build()
{
    const Theme &theme = themeOf(this);
    m_empty = new EmptyState(u"circle-check"_s, {}, {});
    m_content = new QWidget;
    m_list = new QListWidget;
    m_list->setObjectName(u"notSentList"_s);
    m_list->setFixedWidth(theme.px(270));
    m_list->setItemDelegate(new TwoLineDelegate({56, 12, 9, 29, TextStyle::BodyStrong}, m_list));
    m_list->setMouseTracking(true);
    m_what = new Label(TextStyle::BodyStrong);
    m_reason = new Label(TextStyle::Body, Token::Breach);
    m_reason->setObjectName(u"notSentReason"_s);
    m_reason->setWordWrap(true);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"notSentText"_s);
    m_text->setReadOnly(true);

    auto *detail = new QVBoxLayout;
    detail->setSpacing(theme.px(8));
    detail->addWidget(m_what);
    detail->addWidget(m_reason);
    detail->addWidget(m_text, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(8));
    buttons->addWidget(m_discard = new QPushButton);
    buttons->addStretch();
    buttons->addWidget(m_copy = new QPushButton);
    buttons->addWidget(m_resend = new QPushButton);
    buttons->addWidget(m_edit = new QPushButton);
    detail->addLayout(buttons);
    setLook(m_edit, ButtonLook::Primary);
    setLook(m_discard, ButtonLook::Quiet);
    m_edit->setObjectName(u"notSentEdit"_s);
    m_resend->setObjectName(u"notSentResend"_s);
    m_copy->setObjectName(u"notSentCopy"_s);
    m_discard->setObjectName(u"notSentDiscard"_s);

    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(16));
    row->addWidget(m_list);
    row->addLayout(detail, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_content, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, [this] { showCurrent(); });
    const auto withCurrent = [this](QPushButton *button, auto act) {
        connect(button, &QPushButton::clicked, this, [this, act] {
            if (const OutboxItem *item = current()) act(*item);
        });
    };
    withCurrent(m_edit, [this](const OutboxItem &item) { Q_EMIT editRequested(item); });
    withCurrent(m_resend, [this](const OutboxItem &item) { Q_EMIT resendRequested(item); });
    withCurrent(m_copy, [this](const OutboxItem &item) { Q_EMIT copyRequested(intentText(item.intent)); });
    withCurrent(m_discard, [this](const OutboxItem &item) { Q_EMIT discardRequested(item.intent.iid); });
}

void NotSentTray::retranslate()
{
    setWindowTitle(translate("NotSentTray", "Not sent"));
    m_empty->setContent(u"circle-check"_s, translate("NotSentTray", "Nothing was refused"),
                        translate("NotSentTray", "What the server refuses is kept here with its text."));
    m_list->setAccessibleName(translate("NotSentTray", "Refused"));
    m_text->setAccessibleName(translate("NotSentTray", "Text"));
    m_edit->setText(translate("NotSentTray", "Edit"));
    m_resend->setText(translate("NotSentTray", "Send again"));
    m_copy->setText(translate("NotSentTray", "Copy the text"));
    m_discard->setText(translate("NotSentTray", "Discard"));
    showCurrent();
}

void NotSentTray::setItems(const QList<OutboxItem> &items)
{
    const QString iid = current() != nullptr ? current()->intent.iid : QString();
    m_items = items;
    m_empty->setVisible(items.isEmpty());
    m_content->setVisible(!items.isEmpty());
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int row = 0;
    for (const OutboxItem &item : items) {
        auto *entry = new QListWidgetItem(itemTitle(item), m_list);
        entry->setData(TwoLineDelegate::DetailRole, intentTitle(item.intent));
        entry->setData(TwoLineDelegate::IconRole, u"alert-triangle"_s);
        entry->setData(TwoLineDelegate::IconInkRole, int(Token::Breach));
        entry->setData(Qt::AccessibleTextRole, QString(itemTitle(item) + u", "_s + intentTitle(item.intent)));
        if (item.intent.iid == iid) row = m_list->count() - 1;
    }
    m_list->setCurrentRow(items.isEmpty() ? -1 : row);
    showCurrent();
}

const OutboxItem *NotSentTray::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_items.size() ? &m_items[row] : nullptr;
}

void NotSentTray::showCurrent()
{
    const OutboxItem *item = current();
    if (item == nullptr) return;
    const QString text = intentText(item->intent);
    m_what->setText(intentTitle(item->intent) + u" · "_s + fullMoment(item->intent.writtenAt));
    m_reason->setText(itemState(*item, true));
    m_text->setPlainText(text);
    m_text->setVisible(!text.isEmpty());
    m_edit->setVisible(!text.isEmpty());
    m_copy->setVisible(!text.isEmpty());
}

void NotSentTray::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

} // namespace akwaba
