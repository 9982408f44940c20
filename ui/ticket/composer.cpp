// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/composer.h"

#include "core/actions/commandmaking.h"
#include "core/base/clock.h"
#include "ui/text/enumwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/ticket/addressfield.h"
#include "ui/ticket/sendwords.h"
#include "ui/ticket/stepchips.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/splitbutton.h"

#include <QAbstractTextDocumentLayout>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int fewestLines = 3;
constexpr int mostLines = 9;

} // namespace

Composer::Composer(const Clock &clock, Random &random, DraftKeeper keeper, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_random(random), m_keeper(std::move(keeper))
{
    build();
    nameParts();
    connectParts();
    applyTheme();
    retranslate();
    showForm();
}

void Composer::setAuthor(const AgentId &agent, const DeviceId &device)
{
    m_agent = agent;
    m_device = device;
}

void Composer::connectParts()
{
    connect(&m_journalSoon, &QTimer::timeout, this, &Composer::flush);
    connect(m_forms, &SegmentedControl::currentChanged, this,
            [this](int index) { setForm(static_cast<DraftForm>(index)); });
    connect(m_editor, &QTextEdit::textChanged, this, &Composer::edited);
    connect(m_to, &AddressField::addressesChanged, this, &Composer::edited);
    connect(m_cc, &AddressField::addressesChanged, this, &Composer::edited);
    connect(m_addCc, &QPushButton::clicked, this, [this] {
        m_cc->show();
        m_addCc->hide();
        m_cc->field()->setFocus();
    });
    connect(m_goToOther, &QPushButton::clicked, this, &Composer::goToOther);
    connect(m_editor->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &Composer::fitEditor);
    connect(m_send, &SplitButton::clicked, this, [this] { send(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { send(false); });
    connect(m_text, &IconButton::clicked, this, &Composer::textWanted);
    connect(m_macro, &IconButton::clicked, this, &Composer::macroWanted);
    connect(m_steps, &StepChips::removed, this, [this](const MacroStep &step) {
        QList<MacroStep> left = steps();
        left.removeOne(step);
        if (step.act == MacroAct::Status) m_then = statusAfterReply(m_ticket.status);
        setSteps(left);
        if (left.isEmpty()) m_editor->setFocus();
        edited();
    });
    m_editor->installEventFilter(this);
}

void Composer::setTicket(const Ticket &ticket)
{
    const bool isOther = m_ticket.status != ticket.status;
    m_ticket = ticket;
    if (isOther) {
        m_then = statusAfterReply(ticket.status);
        setSteps(steps());
    }
    retranslate();
}

void Composer::setBasedOn(const MessageId &message) { m_basedOn = message; }

void Composer::setForm(DraftForm form)
{
    if (form == m_form) return;
    flush();
    m_form = form;
    showForm();
    Q_EMIT formChanged(form);
}

/// Fills the fields with the form's draft. While it does, nothing counts as typed: a stored draft is never overwritten
/// by the empty editor of the moment before.
void Composer::showForm()
{
    m_loading = true;
    const auto draft = m_drafts.constFind(static_cast<int>(m_form));
    const bool known = draft != m_drafts.constEnd();
    m_editor->setPlainText(known ? draft->text : QString());
    setLineHeight();
    m_editor->moveCursor(QTextCursor::End);
    m_to->setAddresses(known && m_form == DraftForm::Reply ? draft->toAddresses : m_recipients);
    m_cc->setAddresses(known ? draft->ccAddresses : QList<EmailAddress>{});
    m_forms->setCurrentIndex(static_cast<int>(m_form));
    m_recipientRow->setVisible(m_form == DraftForm::Reply);
    m_cc->setVisible(!m_cc->addresses().isEmpty());
    m_addCc->setVisible(m_cc->addresses().isEmpty());
    m_callRow->setVisible(m_form == DraftForm::Call);
    m_send->setVisible(m_form == DraftForm::Reply);
    m_add->setVisible(m_form != DraftForm::Reply);
    setLook(m_add, m_form == DraftForm::Note ? ButtonLook::Note : ButtonLook::Primary);
    m_loading = false;
    m_unsaved = false;
    setSteps(known ? draft->steps : QList<MacroStep>{});
    retranslate();
    if (known && draft->writtenAt.isValid()) {
        m_state->setColor(m_form == DraftForm::Note ? Token::Warn : Token::Text3);
        m_state->setText(translate("Composer", "Draft saved %1").arg(moment(draft->writtenAt, m_clock.now())));
    }
    showOther();
    fitEditor();
    update();
    Q_EMIT contentChanged();
}

/// That of the design; paragraphs typed later take it from the one before.
void Composer::setLineHeight()
{
    QTextCursor all(m_editor->document());
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(themeOf(this).lineHeight(TextStyle::Reading), QTextBlockFormat::MinimumHeight);
    const bool loading = std::exchange(m_loading, true); // nothing was typed
    all.mergeBlockFormat(format);
    m_loading = loading;
}

bool Composer::hasText() const { return !m_editor->toPlainText().trimmed().isEmpty(); }

bool Composer::hasDraft() const { return m_drafts.contains(static_cast<int>(m_form)); }

bool Composer::hasRecipient() const { return !m_to->addresses().isEmpty(); }

bool Composer::isWriting() const { return !m_ticket.id.isEmpty(); }

void Composer::edited()
{
    if (m_loading || !isWriting()) return;
    m_unsaved = true;
    warn();
    m_journalSoon.noteChange();
    Q_EMIT contentChanged();
}

void Composer::send(bool goToNext)
{
    if (!isWriting() || !hasText() || (m_form == DraftForm::Reply && !hasRecipient())) return;
    if (hasOpenVariables()) return showOpenVariable(0);
    flush();
    Outgoing outgoing;
    outgoing.draft = currentDraft();
    outgoing.then = m_then;
    outgoing.direction = static_cast<Direction>(m_direction->currentIndex());
    outgoing.callSeconds = m_minutes->value() * 60 + m_seconds->value();
    outgoing.callOutcome = static_cast<CallOutcome>(m_outcome->currentIndex());
    outgoing.goToNext = goToNext;
    Q_EMIT sendRequested(outgoing);
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        if (event->type() == QEvent::FocusOut) flush();
        update();
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

void Composer::fitEditor()
{
    const int line = themeOf(this).lineHeight(TextStyle::Reading);
    const int wanted = qCeil(m_editor->document()->size().height()) + 2;
    m_editor->setFixedHeight(qBound(fewestLines * line, wanted, mostLines * line));
}

void Composer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const bool note = m_form == DraftForm::Note;
    const bool focused = m_editor->hasFocus();
    Token edge = note ? Token::NoteEdge : Token::LineStrong;
    if (focused && !note) edge = Token::Focus;
    paintPanel(painter, rect(), theme.px(10), theme.color(note ? Token::Note : Token::Base), theme.color(edge),
               focused ? 2 : 1);
    const QColor line = theme.color(note ? Token::NoteLine : Token::Line);
    for (const QWidget *above : {static_cast<QWidget *>(m_forms), m_otherRow, m_recipientRow, m_callRow})
        if (above->isVisible()) drawHLine(painter, 2, width() - 2, above->geometry().bottom() + theme.px(6), line);
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace akwaba
