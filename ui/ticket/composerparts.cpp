// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the composer is built, named and worded; what it does is in composer.cpp.
#include "ui/ticket/composer.h"

#include "core/actions/actions.h"
#include "core/actions/commandmaking.h"
#include "ui/text/actionwords.h"
#include "ui/text/enumwords.h"
#include "ui/text/translate.h"
#include "ui/ticket/addressfield.h"
#include "ui/ticket/sendwords.h"
#include "ui/ticket/stepchips.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/splitbutton.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace akwaba {

void Composer::build()
{
    m_forms = new SegmentedControl(this);
    m_forms->addSegment({}, u"corner-up-left"_s);
    m_forms->addSegment({}, u"lock"_s);
    m_forms->addSegment({}, u"phone"_s);
    m_state = new Label(TextStyle::Small, Token::Text3, this);
    m_state->setElided(true);
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_otherRow = new QWidget(this);
    m_other = new Label(TextStyle::Small, Token::Warn, m_otherRow);
    m_other->setElided(true);
    m_goToOther = new QPushButton(m_otherRow);
    setLook(m_goToOther, ButtonLook::Link);
    auto *versions = new QHBoxLayout(m_otherRow);
    versions->setContentsMargins({});
    versions->addWidget(m_other, 1);
    versions->addWidget(m_goToOther);
    m_recipientRow = new QWidget(this);
    m_to = new AddressField(m_recipientRow);
    m_cc = new AddressField(m_recipientRow);
    m_addCc = new QPushButton(m_recipientRow);
    setLook(m_addCc, ButtonLook::Link);
    auto *recipients = new QVBoxLayout(m_recipientRow);
    recipients->setContentsMargins({});
    auto *first = new QHBoxLayout;
    first->addWidget(m_to, 1);
    first->addWidget(m_addCc);
    recipients->addLayout(first);
    recipients->addWidget(m_cc);
    buildCallRow();
    m_editor = new QTextEdit(this);
    m_editor->setAcceptRichText(false);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setTabChangesFocus(true);
    m_editor->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_editor->viewport()->setAutoFillBackground(false);
    m_send = new SplitButton({}, {}, this);
    m_sendMenu = new QMenu(this);
    m_send->setMenu(m_sendMenu);
    m_add = new QPushButton(this);

    auto *column = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_forms);
    head->addWidget(m_state, 1);
    m_warning = new Label(TextStyle::Small, Token::Warn, this);
    m_warning->setWordWrap(true);
    m_steps = new StepChips(this);
    m_text = new IconButton(actionIcon(ActionId::InsertText), {}, this);
    m_macro = new IconButton(actionIcon(ActionId::ApplyMacro), {}, this);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_text);
    foot->addWidget(m_macro);
    foot->addStretch(1);
    foot->addWidget(m_send);
    foot->addWidget(m_add);
    column->addLayout(head);
    column->addWidget(m_otherRow);
    column->addWidget(m_recipientRow);
    column->addWidget(m_callRow);
    column->addWidget(m_editor);
    column->addWidget(m_steps);
    column->addWidget(m_warning);
    column->addLayout(foot);
    setFocusProxy(m_editor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // its height depends on its width
}

void Composer::buildCallRow()
{
    m_callRow = new QWidget(this);
    m_direction = new QComboBox(m_callRow);
    m_outcome = new QComboBox(m_callRow);
    for (std::size_t i = 0; i < EnumNames<Direction>::all.size(); ++i)
        m_direction->addItem({});
    for (std::size_t i = 0; i < EnumNames<CallOutcome>::all.size(); ++i)
        m_outcome->addItem({});
    m_minutes = new QSpinBox(m_callRow);
    m_minutes->setRange(0, 599);
    m_seconds = new QSpinBox(m_callRow);
    m_seconds->setRange(0, 59);
    auto *row = new FlowLayout(m_callRow);
    row->setContentsMargins({});
    row->addWidget(m_direction);
    row->addWidget(m_outcome);
    row->addWidget(m_minutes);
    row->addWidget(m_seconds);
}

void Composer::nameParts()
{
    setObjectName(u"composer"_s);
    m_forms->setObjectName(u"composerForms"_s);
    m_state->setObjectName(u"composerState"_s);
    m_otherRow->setObjectName(u"composerOtherRow"_s);
    m_other->setObjectName(u"composerOther"_s);
    m_goToOther->setObjectName(u"composerGoToOther"_s);
    m_to->setObjectName(u"composerTo"_s);
    m_cc->setObjectName(u"composerCc"_s);
    m_addCc->setObjectName(u"composerAddCc"_s);
    m_to->field()->setObjectName(u"composerToField"_s);
    m_cc->field()->setObjectName(u"composerCcField"_s);
    m_direction->setObjectName(u"callDirection"_s);
    m_outcome->setObjectName(u"callOutcome"_s);
    m_minutes->setObjectName(u"callMinutes"_s);
    m_seconds->setObjectName(u"callSeconds"_s);
    m_editor->setObjectName(u"composerEditor"_s);
    m_text->setObjectName(u"composerText"_s);
    m_macro->setObjectName(u"composerMacro"_s);
    m_warning->setObjectName(u"composerWarning"_s);
    m_send->setObjectName(u"composerSend"_s);
    m_add->setObjectName(u"composerAdd"_s);
}

void Composer::applyTheme()
{
    const Theme &theme = themeOf(this);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6));
    column->setSpacing(theme.px(12));
    m_otherRow->setContentsMargins(theme.px(4), 0, theme.px(4), 0);
    m_recipientRow->setContentsMargins(theme.px(4), 0, theme.px(4), 0);
    m_callRow->setContentsMargins(theme.px(4), 0, theme.px(4), 0);
    m_steps->setContentsMargins(theme.px(4), 0, theme.px(4), 0);
    m_warning->setContentsMargins(theme.px(4), 0, theme.px(4), 0);
    m_callRow->layout()->setSpacing(theme.px(8));
    m_recipientRow->layout()->setSpacing(theme.px(6));
    m_editor->setFont(theme.font(TextStyle::Reading));
    m_editor->document()->setDocumentMargin(theme.px(4));
    QPalette clear = m_editor->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_editor->setPalette(clear);
    setLineHeight();
    fitEditor();
    update();
}

void Composer::retranslate()
{
    m_forms->segment(0)->setText(word(DraftForm::Reply));
    m_forms->segment(1)->setText(m_form == DraftForm::Note ? word(MessageKind::Note) : word(DraftForm::Note));
    m_forms->segment(2)->setText(word(DraftForm::Call));
    m_forms->setAccessibleName(translate("Composer", "What to write"));
    m_goToOther->setText(translate("Composer", "Show it"));
    m_goToOther->setAccessibleName(translate("Composer", "Show the other version"));
    m_addCc->setText(translate("Composer", "Cc"));
    m_addCc->setAccessibleName(translate("Composer", "Add a copy"));
    m_to->setName(translate("Composer", "To"));
    m_cc->setName(translate("Composer", "Cc"));
    for (int i = 0; i < m_direction->count(); ++i)
        m_direction->setItemText(i, word(static_cast<Direction>(i)));
    for (int i = 0; i < m_outcome->count(); ++i)
        m_outcome->setItemText(i, word(static_cast<CallOutcome>(i)));
    m_direction->setAccessibleName(translate("Composer", "Direction of the call"));
    m_outcome->setAccessibleName(translate("Composer", "Outcome of the call"));
    m_minutes->setAccessibleName(translate("Composer", "Minutes"));
    m_seconds->setAccessibleName(translate("Composer", "Seconds"));
    m_minutes->setSuffix(translate("Composer", " min"));
    m_seconds->setSuffix(translate("Composer", " s"));
    const bool note = m_form == DraftForm::Note;
    m_editor->setAccessibleName(note ? word(MessageKind::Note) : word(m_form));
    m_editor->setPlaceholderText(note                            ? translate("Composer", "For colleagues only")
                                     : m_form == DraftForm::Call ? translate("Composer", "What was said")
                                                                 : translate("Composer", "Write the reply"));
    m_add->setText(note ? translate("Composer", "Add the note") : translate("Composer", "Log the call"));
    m_add->setIcon(icon(themeOf(this), note ? u"lock"_s : u"phone"_s));
    m_send->setText(sendLabel(m_ticket.status, m_then));
    const auto name = [](IconButton *button, ActionId id) {
        button->setName(actionLabel(id) + u" ("_s + actionInfo(id).shortcut + u')');
    };
    name(m_text, ActionId::InsertText);
    name(m_macro, ActionId::ApplyMacro);
    m_send->setMenuName(translate("Composer", "Send with another status"));
    fillSendMenu();
    warn();
    if (note && m_state->text().isEmpty()) {
        m_state->setColor(Token::Warn);
        m_state->setText(translate("Composer", "Invisible to the customer"));
    } else if (!note && !m_drafts.contains(static_cast<int>(m_form))) {
        m_state->clear();
    }
}

void Composer::fillSendMenu()
{
    m_sendMenu->clear();
    QList<TicketStatus> choices = statusChoices(m_ticket.status);
    choices.prepend(m_ticket.status); // stays as it is
    for (const TicketStatus then : std::as_const(choices)) {
        if (then == m_then || then == TicketStatus::Spam || then == TicketStatus::Closed) continue;
        QAction *action = m_sendMenu->addAction(sendLabel(m_ticket.status, then));
        connect(action, &QAction::triggered, this, [this, then] {
            chooseStatus(then); // said also where nothing can be sent yet
            send(false);
        });
    }
}

} // namespace akwaba
