// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/bulkbar.h"

#include "ui/text/actionwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/meterbar.h"
#include "ui/widgets/paint.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr ActionId tools[]{ActionId::Take,     ActionId::Assign,   ActionId::Status, ActionId::Resolve,
                           ActionId::Priority, ActionId::Category, ActionId::Tags,   ActionId::Snooze};

} // namespace

BulkBar::BulkBar(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_first(new QHBoxLayout), m_tools(new QHBoxLayout),
      m_buttons(new QHBoxLayout), m_what(new Label(TextStyle::BodyStrong, Token::Text1, this)),
      m_effect(new Label(TextStyle::Small, Token::Text2, this)), m_close(new IconButton(u"x"_s, {}, this)),
      m_meter(new MeterBar(this))
{
    setObjectName(u"bulkBar"_s);
    m_what->setObjectName(u"bulkWhat"_s);
    m_effect->setObjectName(u"bulkEffect"_s);
    m_close->setObjectName(u"bulkClose"_s);
    m_what->setWordWrap(true);
    m_effect->setWordWrap(true);
    m_close->setSizes(14, 22);
    m_first->addWidget(m_what, 1);
    m_first->addWidget(m_close, 0, Qt::AlignTop);
    m_column->addLayout(m_first);
    m_column->addWidget(m_effect);
    m_column->addWidget(m_meter);
    m_column->addLayout(m_tools);
    m_column->addLayout(m_buttons);
    addTools();
    m_details = addButton(u"bulkDetails"_s, &BulkBar::detailsWanted);
    m_undo = addButton(u"bulkUndo"_s, &BulkBar::undoWanted);
    m_buttons->addStretch(1);
    m_stop = addButton(u"bulkStop"_s, &BulkBar::stopped);
    m_cancel = addButton(u"bulkCancel"_s, &BulkBar::refused);
    m_accept = addButton(u"bulkAccept"_s, &BulkBar::accepted);
    setLook(m_details, ButtonLook::Link);
    setLook(m_undo, ButtonLook::Link);
    setLook(m_accept, ButtonLook::Primary);
    connect(m_close, &IconButton::clicked, this, &BulkBar::closed);
    applyTheme();
    retranslate();
    dismiss();
}

void BulkBar::addTools()
{
    for (const ActionId id : tools) {
        auto *tool = new IconButton(actionIcon(id), {}, this);
        tool->setObjectName(u"bulk-"_s + actionInfo(id).name);
        m_tools->addWidget(tool);
        m_actions.insert(id, tool);
        connect(tool, &IconButton::clicked, this, [this, id] { Q_EMIT actionWanted(id); });
    }
    m_tools->addStretch(1);
}

QPushButton *BulkBar::addButton(const QString &name, void (BulkBar::*pressed)())
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, pressed);
    return button;
}

void BulkBar::showChoices(int selected)
{
    m_selected = selected;
    enter(State::Choosing, translate("BulkBar", "%n selected", nullptr, selected), {});
}

void BulkBar::ask(const QString &what, const QString &effect, const QString &accept)
{
    m_accept->setText(accept);
    enter(State::Asking, what, effect);
    m_accept->setVisible(!accept.isEmpty());
    (accept.isEmpty() ? m_cancel : m_accept)->setFocus();
}

void BulkBar::showProgress(const QString &what, const QString &count, double share)
{
    m_meter->setShare(share, Token::Accent);
    if (m_state != State::Running) return enter(State::Running, what, count);
    m_effect->setText(count); // not announced each time
}

void BulkBar::showOutcome(const QString &what, const QString &summary, const QString &undo)
{
    m_undo->setText(undo);
    if (m_state != State::Done || m_what->text() != what || m_effect->text() != summary)
        enter(State::Done, what, summary);
    m_undo->setVisible(!undo.isEmpty());
}

void BulkBar::dismiss()
{
    m_state = State::Hidden;
    hide();
}

const QWidget *BulkBar::buttonOf(ActionId id) const { return m_actions.value(id); }

void BulkBar::enter(State state, const QString &what, const QString &effect)
{
    const bool isNew = std::exchange(m_state, state) != state;
    m_what->setText(what);
    m_effect->setText(effect);
    m_effect->setVisible(!effect.isEmpty());
    m_meter->setVisible(state == State::Running);
    m_close->setVisible(state == State::Choosing || state == State::Done);
    for (IconButton *tool : std::as_const(m_actions))
        tool->setVisible(state == State::Choosing);
    m_details->setVisible(state == State::Done);
    m_undo->setVisible(state == State::Done && !m_undo->text().isEmpty());
    m_stop->setVisible(state == State::Running);
    m_cancel->setVisible(state == State::Asking);
    m_accept->setVisible(state == State::Asking);
    m_close->setName(state == State::Done ? translate("BulkBar", "Close") : actionLabel(ActionId::ClearSelection));
    setAccessibleName(effect.isEmpty() ? what : what + u". "_s + effect);
    show();
    if (!isNew && state == State::Choosing) return; // heard with each row that is selected
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void BulkBar::applyTheme()
{
    const Theme &theme = themeOf(this);
    m_column->setContentsMargins(theme.px(14), theme.px(8), theme.px(8), theme.px(10));
    m_column->setSpacing(theme.px(6));
    m_first->setSpacing(theme.px(8));
    m_tools->setSpacing(theme.px(6));
    m_tools->setContentsMargins(-theme.px(6), 0, 0, 0); // their icons stand beneath the words
    m_buttons->setSpacing(theme.px(8));
    m_buttons->setContentsMargins(0, 0, theme.px(6), 0);
    m_meter->setFixedHeight(theme.px(4));
}

void BulkBar::retranslate()
{
    for (auto tool = m_actions.cbegin(); tool != m_actions.cend(); ++tool)
        tool.value()->setName(actionLabel(tool.key()));
    m_details->setText(translate("BulkBar", "Details"));
    m_stop->setText(translate("BulkBar", "Stop"));
    m_cancel->setText(translate("BulkBar", "Cancel"));
    if (m_state == State::Choosing) showChoices(m_selected);
}

void BulkBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.fillRect(rect(), theme.color(Token::Raised));
    drawHLine(painter, 0, width(), 0, theme.color(Token::LineStrong));
}

void BulkBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void BulkBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    if (m_state == State::Asking)
        Q_EMIT refused();
    else if (m_state == State::Choosing || m_state == State::Done)
        Q_EMIT closed();
}

} // namespace akwaba
