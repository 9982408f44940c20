// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/triedlist.h"

#include "ui/text/translate.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace akwaba {

TriedList::TriedList(QWidget *parent) : QWidget(parent), m_lines(new QListWidget(this)), m_more(new QLineEdit(this))
{
    m_lines->setObjectName(u"triedLines"_s);
    m_lines->setAccessibleName(translate("Escalate", "What was tried"));
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setTabKeyNavigation(false);
    m_lines->setWordWrap(true);
    m_lines->setTextElideMode(Qt::ElideNone);
    m_lines->setResizeMode(QListView::Adjust);
    m_lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_more->setObjectName(u"triedMore"_s);
    m_more->setFrame(false);
    m_more->setPlaceholderText(translate("Escalate", "Add…"));
    m_more->setAccessibleName(translate("Escalate", "Add something that was tried"));
    const Theme &theme = themeOf(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(2));
    column->setSpacing(0);
    column->addWidget(m_lines, 1);
    column->addWidget(m_more);
    setFocusProxy(m_lines);
    connect(m_lines, &QListWidget::itemChanged, this, &TriedList::changed);
    connect(m_more, &QLineEdit::textChanged, this, &TriedList::changed);
    connect(m_more, &QLineEdit::returnPressed, this, &TriedList::addTyped);
}

void TriedList::setLines(const QStringList &lines)
{
    m_lines->clear();
    for (const QString &line : lines)
        add(line);
    if (m_lines->count() > 0) m_lines->setCurrentRow(0);
    Q_EMIT changed();
}

void TriedList::add(const QString &line)
{
    auto *item = new QListWidgetItem(line, m_lines);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsEditable);
    item->setCheckState(Qt::Checked);
    item->setToolTip(line);
}

void TriedList::addTyped()
{
    const QString line = m_more->text().simplified();
    if (line.isEmpty()) return;
    add(line);
    m_lines->scrollToBottom();
    m_more->clear();
}

QStringList TriedList::checked() const
{
    QStringList lines;
    for (int row = 0; row < m_lines->count(); ++row) {
        const QListWidgetItem *item = m_lines->item(row);
        if (item->checkState() == Qt::Checked) lines.append(item->text().simplified());
    }
    lines.append(m_more->text().simplified());
    lines.removeAll(QString());
    return lines;
}

void TriedList::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPanel(painter, rect(), theme.px(6), theme.color(Token::Base), theme.color(Token::LineStrong));
}

} // namespace akwaba
