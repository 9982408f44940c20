// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"
#include "core/domain/ticket.h"
#include "ui/text/eventwords.h"
#include "ui/ticket/journaltimer.h"

#include <QFuture>
#include <QHash>
#include <QSet>
#include <QWidget>

#include <functional>

class QComboBox;
class QMenu;
class QPushButton;
class QSpinBox;
class QTextEdit;
class QVBoxLayout;

namespace akwaba {

class AddressField;
class Clock;
class IconButton;
class Label;
class Random;
class SegmentedControl;
class SplitButton;
class StepChips;

/// Where drafts are kept. Both answer once what they did is durable.
struct DraftKeeper {
    std::function<QFuture<Result<void>>(const Draft &)> journal;
    std::function<QFuture<Result<void>>(const Draft &)> discard;
};

/// What the agent wrote, and what is to become of it.
struct Outgoing {
    Draft draft;
    TicketStatus then = TicketStatus::Open; ///< of a reply
    Direction direction = Direction::Incoming; ///< of a call
    int callSeconds = 0;
    CallOutcome callOutcome = CallOutcome::Answered;
    bool goToNext = false;
};

/// Writes replies, internal notes and calls of one ticket; each form keeps its own text. What is typed is journalled
/// within half a second and the composer says when it is safe. The button says what it will do. A note changes the
/// whole ground. Does not send: that is sendRequested().
class Composer : public QWidget {
    Q_OBJECT

public:
    Composer(const Clock &clock, Random &random, DraftKeeper keeper, QWidget *parent = nullptr);

    /// Who writes: stands in the drafts.
    void setAuthor(const AgentId &agent, const DeviceId &device);
    /// Another ticket. What was typed before is journalled first. `basedOn` is the last message that the agent sees.
    void open(const Ticket &ticket, const QList<EmailAddress> &recipients, const QList<Draft> &drafts,
              const MessageId &basedOn);
    /// The agent's drafts on the ticket as they are now, the newest first. What he is writing is left alone: what
    /// another device wrote meanwhile is offered beside it.
    void setDrafts(const QList<Draft> &drafts);
    /// The ticket changed, its texts did not.
    void setTicket(const Ticket &ticket);
    void setBasedOn(const MessageId &message);
    [[nodiscard]] MessageId basedOn() const { return m_basedOn; }

    void setForm(DraftForm form);
    [[nodiscard]] DraftForm form() const { return m_form; }
    [[nodiscard]] bool hasText() const;
    [[nodiscard]] bool hasDraft() const;
    [[nodiscard]] bool hasRecipient() const;
    /// What is written asks for a value still: it can't be sent.
    [[nodiscard]] bool hasOpenVariables() const;
    [[nodiscard]] QTextEdit *editor() const { return m_editor; }

    /// Of tags, teams, agents and categories, for what stands beside the text.
    void setNames(const NameOf &nameOf);
    /// At the cursor, what was typed stays. The first value that is not known is selected, to be typed over.
    void insert(const QString &text);
    /// The same as a paragraph of its own, and what is done when it is sent; a step takes the place of one that sets
    /// the same thing.
    void apply(const QString &text, const QList<MacroStep> &steps);
    [[nodiscard]] const QList<MacroStep> &steps() const;

    /// Journals now what is not journalled yet.
    void flush();
    void send(bool goToNext);
    /// Empties the form and forgets its draft.
    void discard();
    /// The form was sent: its text is no draft any more.
    void sent();

Q_SIGNALS:
    void sendRequested(const akwaba::Outgoing &outgoing);
    void formChanged(akwaba::DraftForm form);
    /// Whether something can be sent may have changed.
    void contentChanged();
    /// By the buttons beside the text.
    void macroWanted();
    void textWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildCallRow();
    void nameParts();
    void connectParts();
    void applyTheme();
    void retranslate();
    void showForm();
    void setLineHeight();
    void fillSendMenu();
    void edited();
    void warn();
    void markOpenVariables();
    void showOpenVariable(qsizetype from);
    void setSteps(const QList<MacroStep> &steps);
    void chooseStatus(TicketStatus then);
    [[nodiscard]] Draft currentDraft();
    [[nodiscard]] bool takeDrafts(DraftForm form, const QList<Draft> &listed);
    void showOther();
    void resetCall();
    void goToOther();
    void showSaved(const Result<void> &answer);
    void fitEditor();
    [[nodiscard]] bool isWriting() const;

    const Clock &m_clock;
    Random &m_random;
    DraftKeeper m_keeper;
    AgentId m_agent;
    DeviceId m_device;
    Ticket m_ticket;
    MessageId m_basedOn;
    QList<EmailAddress> m_recipients; ///< those of a new reply
    QHash<int, Draft> m_drafts; ///< by form
    QHash<int, QList<Draft>> m_others; ///< further versions, by form: each written on another device
    QSet<DraftId> m_listed; ///< those that were ever given: what is no longer among them was sent or discarded
    QSet<DraftId> m_left; ///< sent or discarded here, and given all the same as long as that is not written down
    DraftForm m_form = DraftForm::Reply;
    TicketStatus m_then = TicketStatus::Open;
    JournalTimer m_journalSoon;
    bool m_unsaved = false;
    bool m_loading = false;

    SegmentedControl *m_forms;
    Label *m_state;
    QWidget *m_otherRow;
    Label *m_other; ///< that there is another version
    QPushButton *m_goToOther;
    QWidget *m_recipientRow;
    AddressField *m_to;
    AddressField *m_cc;
    QPushButton *m_addCc;
    QWidget *m_callRow;
    QComboBox *m_direction;
    QComboBox *m_outcome;
    QSpinBox *m_minutes;
    QSpinBox *m_seconds;
    QTextEdit *m_editor;
    StepChips *m_steps; ///< what else is done when it is sent
    IconButton *m_text;
    IconButton *m_macro;
    Label *m_warning; ///< what will not be kept of the text, and what it asks for
    SplitButton *m_send; ///< replies
    QPushButton *m_add; ///< notes and calls
    QMenu *m_sendMenu;
};

} // namespace akwaba
