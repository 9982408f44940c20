// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/composer.h"

#include "core/actions/commandmaking.h"
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "ui/text/enumwords.h"
#include "ui/text/errorwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/ticket/addressfield.h"
#include "ui/ticket/sendwords.h"
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

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int fewestLines = 3;
constexpr int mostLines = 9;

constexpr std::array allForms{DraftForm::Reply, DraftForm::Note, DraftForm::Call};

QList<Draft> ofForm(const QList<Draft> &drafts, DraftForm form)
{
    QList<Draft> found;
    for (const Draft &draft : drafts)
        if (draft.form == form) found.append(draft);
    return found;
}

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
    m_editor->installEventFilter(this);
}

void Composer::open(const Ticket &ticket, const QList<EmailAddress> &recipients, const QList<Draft> &drafts,
                    const MessageId &basedOn)
{
    flush();
    m_ticket = {}; // what is still in the editor is of the other ticket
    m_drafts.clear();
    m_listed.clear();
    m_left.clear();
    m_recipients = recipients;
    m_basedOn = basedOn;
    for (const DraftForm form : allForms)
        (void)takeDrafts(form, ofForm(drafts, form));
    m_ticket = ticket;
    m_then = statusAfterReply(ticket.status);
    m_state->clear();
    retranslate();
    showForm();
}

void Composer::setDrafts(const QList<Draft> &drafts)
{
    QList<Draft> standing = drafts;
    standing.removeIf([this](const Draft &draft) { return m_left.contains(draft.id); });
    m_left.removeIf([&](const DraftId &id) { return std::ranges::find(drafts, id, &Draft::id) == drafts.end(); });
    for (const DraftForm form : allForms) {
        const bool differs = takeDrafts(form, ofForm(standing, form));
        if (differs && form == m_form) showForm();
    }
    showOther();
}

/// True if another text stands for the form now.
bool Composer::takeDrafts(DraftForm form, const QList<Draft> &listed)
{
    const int key = static_cast<int>(form);
    const bool isBusy = form == m_form && isWriting() && (m_unsaved || (m_editor->hasFocus() && hasText()));
    bool differs = false;
    const auto taken = std::ranges::find(listed, m_drafts.value(key).id, &Draft::id);
    if (taken != listed.end()) {
        Draft &ours = m_drafts[key];
        if (taken->device == m_device) {
            ours.rev = taken->rev; // the text here is as new, or newer
        } else if (!isBusy && taken->rev != ours.rev) {
            ours = *taken;
            differs = true;
        }
    } else if (const bool isGone = m_listed.contains(m_drafts.value(key).id); isGone && isBusy) {
        m_drafts[key].id = {}; // sent or discarded elsewhere: what is written on is a new one
    } else if (!isBusy && (isGone || !m_drafts.contains(key))) {
        differs = isGone || !listed.isEmpty();
        m_drafts.remove(key);
        if (!listed.isEmpty()) m_drafts.insert(key, listed.first());
    }
    QList<Draft> &others = m_others[key];
    others = listed;
    others.removeIf([&](const Draft &draft) { return draft.id == m_drafts.value(key).id; });
    for (const Draft &draft : listed)
        m_listed.insert(draft.id);
    return differs;
}

void Composer::showOther()
{
    const QList<Draft> others = m_others.value(static_cast<int>(m_form));
    m_otherRow->setVisible(!others.isEmpty());
    if (others.isEmpty()) return;
    const bool isFromHere = others.first().device == m_device;
    m_other->setText((isFromHere
                          ? translate("Composer", "Another version of this draft, written on this device: %1")
                          : translate("Composer", "Another version of this draft, written on another device: %1"))
                         .arg(moment(others.first().writtenAt, m_clock.now())));
}

void Composer::goToOther()
{
    flush();
    QList<Draft> &others = m_others[static_cast<int>(m_form)];
    if (others.isEmpty()) return;
    const Draft other = others.takeFirst();
    if (hasDraft()) others.append(m_drafts.value(static_cast<int>(m_form)));
    m_drafts.insert(static_cast<int>(m_form), other);
    showForm();
    m_editor->setFocus();
}

void Composer::setTicket(const Ticket &ticket)
{
    if (m_ticket.status != ticket.status) m_then = statusAfterReply(ticket.status);
    m_ticket = ticket;
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
    warnOfCards();
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
    warnOfCards();
    m_journalSoon.noteChange();
    Q_EMIT contentChanged();
}

Draft Composer::currentDraft()
{
    Draft draft = m_drafts.value(static_cast<int>(m_form));
    if (draft.id.isEmpty()) draft.id = newId<DraftId>(m_clock, m_random);
    draft.agent = m_agent;
    draft.device = m_device;
    draft.ticket = m_ticket.id;
    draft.form = m_form;
    draft.text = m_editor->toPlainText();
    draft.basedOn = m_basedOn;
    draft.writtenAt = m_clock.now();
    draft.toAddresses = m_form == DraftForm::Reply ? m_to->addresses() : QList<EmailAddress>{};
    draft.ccAddresses = m_form == DraftForm::Reply ? m_cc->addresses() : QList<EmailAddress>{};
    return draft;
}

void Composer::flush()
{
    m_journalSoon.stop();
    if (!m_unsaved || !isWriting()) return;
    m_unsaved = false;
    if (!hasText() && !hasDraft()) return;
    const Draft draft = currentDraft();
    m_drafts.insert(static_cast<int>(m_form), draft);
    onResult(m_keeper.journal(draft), this, [this, id = draft.id](const Result<void> &answer) {
        if (m_drafts.value(static_cast<int>(m_form)).id == id) showSaved(answer);
    });
}

void Composer::showSaved(const Result<void> &answer)
{
    if (answer) {
        m_state->setColor(m_form == DraftForm::Note ? Token::Warn : Token::Text3);
        m_state->setText(translate("Composer", "Draft saved %1").arg(clockTime(m_clock.now())));
        return;
    }
    m_unsaved = true; // the next change, or leaving, tries again
    m_state->setColor(Token::Breach);
    m_state->setText(translate("Composer", "Draft not saved. %1").arg(sentence(answer.error().code)));
}

void Composer::send(bool goToNext)
{
    if (!isWriting() || !hasText() || (m_form == DraftForm::Reply && !hasRecipient())) return;
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

void Composer::sent()
{
    m_journalSoon.stop();
    m_unsaved = false;
    m_left.insert(m_drafts.take(static_cast<int>(m_form)).id);
    m_state->clear();
    m_then = statusAfterReply(m_ticket.status);
    showForm();
}

void Composer::discard()
{
    const Draft draft = m_drafts.value(static_cast<int>(m_form));
    sent();
    if (draft.id.isEmpty()) return;
    onResult(m_keeper.discard(draft), this, [this](const Result<void> &answer) {
        if (!answer) showSaved(answer);
    });
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
