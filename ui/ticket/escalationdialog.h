// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"
#include "core/protocol/commands.h"
#include "ui/ticket/wordsdialog.h"

#include <memory>

class QBoxLayout;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;

namespace akwaba::sla {
class Rules;
}

namespace akwaba {

class Banner;
class Clock;
class NoticePane;
class Random;
class SegmentedControl;
class TriedList;

/// Asks another team to work on a ticket: whom, why, what was tried, what is asked, until when; beside it what the
/// customer is told. Gives a command; sends nothing.
class EscalationDialog : public WordsDialog {
    Q_OBJECT

public:
    /// What it is about.
    struct Parts {
        Conversation conversation;
        QList<EscalationPath> paths; ///< on which it can be escalated, never empty
        QStringList facts; ///< that are known to have been looked at
        std::shared_ptr<const sla::Rules> rules; ///< null where none were read
        QDateTime customerDueAt; ///< invalid where nothing was promised
    };

    EscalationDialog(Parts parts, const Clock &clock, Random &random, FormKeeper keeper, QWidget *parent = nullptr);

    /// What was written before and not sent: the same escalation.
    void take(const Escalate &written);
    [[nodiscard]] Escalate command() const;

Q_SIGNALS:
    /// Accepted: to be performed.
    void commanded(const akwaba::Command &command);

protected:
    [[nodiscard]] bool holdsWords() const override;
    [[nodiscard]] std::optional<Missing> missing() const override;
    [[nodiscard]] Command written() const override;
    void finish() override;

private:
    void build();
    void buildDates(QVBoxLayout *form);
    void connectParts();
    FormField *add(QBoxLayout *form, QWidget *field, const QString &label, const QString &name);
    void showPath();
    void showDates();
    void showEffect();
    void askEarlier();
    [[nodiscard]] const EscalationPath &path() const;
    [[nodiscard]] QString language() const;
    [[nodiscard]] QDateTime expectedAt() const;
    [[nodiscard]] QDateTime promisedAt() const;
    [[nodiscard]] bool isTooLate() const;
    [[nodiscard]] std::optional<Missing> missingInNotice() const;

    Parts m_parts;
    const Clock &m_clock;
    EscalationId m_id;
    MessageId m_noticeId;
    QList<EmailAddress> m_recipients;
    SegmentedControl *m_paths;
    QComboBox *m_reason;
    TriedList *m_tried;
    QPlainTextEdit *m_asked;
    FormField *m_askedField = nullptr;
    QLineEdit *m_pickup;
    FormField *m_pickupField = nullptr;
    QDateTimeEdit *m_expected;
    FormField *m_expectedField = nullptr;
    Banner *m_warning;
    NoticePane *m_notice;
};

} // namespace akwaba
