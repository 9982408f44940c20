// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The drafts of the composer: which one stands in a form, what is kept of it and when, and other versions of it.
#include "ui/ticket/composer.h"

#include "core/actions/commandmaking.h"
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "ui/text/errorwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/ticket/addressfield.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QSpinBox>
#include <QTextEdit>

#include <algorithm>
#include <array>

namespace akwaba {

namespace {

constexpr std::array allForms{DraftForm::Reply, DraftForm::Note, DraftForm::Call};

QList<Draft> ofForm(const QList<Draft> &drafts, DraftForm form)
{
    QList<Draft> found;
    for (const Draft &draft : drafts)
        if (draft.form == form) found.append(draft);
    return found;
}

} // namespace

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
    resetCall();
    retranslate();
    showForm();
}

/// The next call is another one.
void Composer::resetCall()
{
    m_direction->setCurrentIndex(static_cast<int>(Direction::Incoming));
    m_outcome->setCurrentIndex(static_cast<int>(CallOutcome::Answered));
    m_minutes->setValue(0);
    m_seconds->setValue(0);
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

Draft Composer::currentDraft()
{
    Draft draft = m_drafts.value(static_cast<int>(m_form));
    if (draft.id.isEmpty()) draft.id = newId<DraftId>(m_clock, m_random);
    draft.agent = m_agent;
    draft.device = m_device;
    draft.ticket = m_ticket.id;
    draft.form = m_form;
    draft.text = m_editor->toPlainText();
    draft.steps = steps();
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

void Composer::sent()
{
    m_journalSoon.stop();
    m_unsaved = false;
    m_left.insert(m_drafts.take(static_cast<int>(m_form)).id);
    m_state->clear();
    m_then = statusAfterReply(m_ticket.status);
    if (m_form == DraftForm::Call) resetCall();
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

} // namespace akwaba
