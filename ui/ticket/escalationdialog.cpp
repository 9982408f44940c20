// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/escalationdialog.h"

#include "core/actions/commandmaking.h"
#include "core/actions/escalating.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "ui/text/directories.h"
#include "ui/text/enumwords.h"
#include "ui/text/escalationwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/ticket/noticepane.h"
#include "ui/ticket/timelineitems.h"
#include "ui/ticket/triedlist.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

const QString dateFormat = QStringLiteral("ddd d MMM, HH:mm");
constexpr qint64 aDay = 24 * 60 * 60;

} // namespace

EscalationDialog::EscalationDialog(Parts parts, const Clock &clock, Random &random, FormKeeper keeper, QWidget *parent)
    : WordsDialog(std::move(keeper), parent), m_parts(std::move(parts)), m_clock(clock),
      m_id(newId<EscalationId>(clock, random)), m_noticeId(newId<MessageId>(clock, random)),
      m_recipients(recipientsOf(m_parts.conversation.messages, m_parts.conversation.customer)),
      m_paths(new SegmentedControl), m_reason(new QComboBox), m_tried(new TriedList), m_asked(new QPlainTextEdit),
      m_pickup(new QLineEdit), m_expected(new QDateTimeEdit), m_warning(new Banner), m_notice(new NoticePane)
{
    const Ticket &ticket = m_parts.conversation.ticket;
    setWindowTitle(ticket.number.isEmpty() ? translate("Escalate", "Escalate the ticket")
                                           : translate("Escalate", "Escalate ticket No. %1").arg(ticket.number));
    setFootNote(translate("Escalate", "The customer keeps talking to the same person."));
    for (const EscalationPath &each : std::as_const(m_parts.paths))
        m_paths->addSegment(nameOf(each), each.id == m_parts.paths.first().id ? u"stairs-up"_s : QString());
    for (std::size_t i = 0; i < EnumNames<EscalationReason>::all.size(); ++i)
        m_reason->addItem(word(static_cast<EscalationReason>(i)));
    setObjectName(u"escalationDialog"_s);
    m_warning->setObjectName(u"escalateWarning"_s);
    m_notice->setObjectName(u"escalateNotice"_s);
    build();
    m_notice->setRecipients(m_recipients, ticket.subject);
    m_tried->setLines(m_parts.facts);
    showPath();
    connectParts();
    showEffect();
    const Theme &theme = themeOf(this);
    resize(theme.px(940), theme.px(540));
    m_asked->setFocus(); // all that has to be written; the rest stands as it is most often
}

FormField *EscalationDialog::add(QBoxLayout *form, QWidget *field, const QString &label, const QString &name)
{
    field->setObjectName(name);
    auto *made = new FormField(label, field, this);
    form->addWidget(made);
    return made;
}

void EscalationDialog::build()
{
    const Theme &theme = themeOf(this);
    auto *form = new QVBoxLayout;
    form->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    form->setSpacing(theme.px(12));
    m_paths->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    add(form, m_paths, translate("Escalate", "&To"), u"escalatePath"_s);
    add(form, m_reason, translate("Escalate", "&Reason"), u"escalateReason"_s);
    FormField *tried = add(form, m_tried, translate("Escalate", "Already tr&ied"), u"escalateTried"_s);
    tried->setHint(translate("Escalate", "filled in from what is known"));
    m_tried->setFixedHeight(theme.px(104));
    m_asked->setTabChangesFocus(true);
    m_asked->setMinimumHeight(theme.px(56));
    m_askedField = add(form, m_asked, translate("Escalate", "What is as&ked"), u"escalateAsked"_s);
    m_askedField->setHint(translate("Escalate", "required"));
    form->setStretchFactor(m_askedField, 1);
    buildDates(form);
    form->addWidget(m_warning);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addLayout(form, 8);
    columns->addWidget(m_notice, 7);
    body()->addLayout(columns, 1);
    akwaba::setLook(finisher(), ButtonLook::Escalate);
    finisher()->setIcon(icon(theme, u"stairs-up"_s, Token::Base));
    m_pickup->setFocusPolicy(Qt::ClickFocus); // nothing to be done in it
    const QList<QWidget *> order{m_paths, m_reason, m_tried, m_asked, m_expected, m_warning, m_notice, finisher()};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void EscalationDialog::buildDates(QVBoxLayout *form)
{
    m_pickup->setReadOnly(true);
    m_expected->setDisplayFormat(dateFormat);
    m_expected->setCalendarPopup(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(themeOf(this).px(12));
    m_pickupField = add(row, m_pickup, translate("Escalate", "Accepted by"), u"escalatePickup"_s);
    m_expectedField = add(row, m_expected, translate("Escalate", "Answer expe&cted"), u"escalateExpected"_s);
    row->setStretch(0, 1);
    row->setStretch(1, 1);
    form->addLayout(row);
}

void EscalationDialog::connectParts()
{
    connect(m_paths, &SegmentedControl::currentChanged, this, &EscalationDialog::showPath);
    connect(m_expected, &QDateTimeEdit::dateTimeChanged, this, &EscalationDialog::showDates);
    connect(m_notice, &NoticePane::changed, this, &EscalationDialog::showEffect);
    connect(m_paths, &SegmentedControl::currentChanged, this, &EscalationDialog::edited);
    connect(m_reason, &QComboBox::currentIndexChanged, this, &EscalationDialog::edited);
    connect(m_tried, &TriedList::changed, this, &EscalationDialog::edited);
    connect(m_asked, &QPlainTextEdit::textChanged, this, &EscalationDialog::edited);
    connect(m_expected, &QDateTimeEdit::dateTimeChanged, this, &EscalationDialog::edited);
    connect(m_notice, &NoticePane::changed, this, &EscalationDialog::edited);
    connect(m_warning, &Banner::actionTriggered, this, &EscalationDialog::askEarlier);
}

const EscalationPath &EscalationDialog::path() const { return m_parts.paths.at(std::max(0, m_paths->currentIndex())); }

QString EscalationDialog::language() const
{
    const QString &own = m_parts.conversation.ticket.language;
    return own.isEmpty() ? m_parts.conversation.customer.preferredLanguages.value(0) : own;
}

/// Another path, with its own times.
void EscalationDialog::showPath()
{
    const QDateTime now = m_clock.now();
    const auto hint = [this](FormField *field, Target target) {
        const SlaTarget *wanted = targetOf(path(), target);
        field->setHint(wanted != nullptr ? lengthWords(*wanted) : QString());
    };
    const QDateTime pickup = pathDue(m_parts.rules.get(), path(), Target::Pickup, now);
    m_pickup->setText(pickup.isValid() ? QLocale().toString(pickup.toLocalTime(), dateFormat) : QString());
    hint(m_pickupField, Target::Pickup);
    hint(m_expectedField, Target::Update);
    const QDateTime expected = pathDue(m_parts.rules.get(), path(), Target::Update, now);
    {
        const QSignalBlocker quiet(m_expected);
        m_expected->setDateTime((expected.isValid() ? expected : now.addSecs(aDay)).toLocalTime());
    }
    showDates();
}

void EscalationDialog::showDates()
{
    const QDateTime now = m_clock.now();
    const QDateTime &due = m_parts.customerDueAt;
    m_warning->setVisible(isTooLate());
    m_warning->setMessage(Banner::Kind::Warning,
                          translate("Escalate", "After the customer’s due date (%1).").arg(dueMoment(due, now)));
    const QDateTime earlier = earlierThan(due, now);
    m_warning->setAction(earlier.isValid() ? translate("Escalate", "Ask for %1", "a date").arg(dueMoment(earlier, now))
                                           : QString());
    const Conversation &conversation = m_parts.conversation;
    const QTimeZone zone = pathZone(m_parts.rules.get(), path(), now);
    m_notice->setFacts({language(), conversation.ticket.number, conversation.customer.name, stepsOf(path(), language()),
                        promisedAt().toTimeZone(zone.isValid() ? zone : QTimeZone::systemTimeZone())});
    check();
}

/// The button says all that it does.
void EscalationDialog::showEffect()
{
    finisher()->setText(m_notice->isWaived() ? translate("Escalate", "Escalate")
                                             : translate("Escalate", "Escalate and tell the customer"));
    check();
}

/// Those who are asked read it; what the path gives them is a date of their own.
void EscalationDialog::askEarlier()
{
    const QDateTime earlier = earlierThan(m_parts.customerDueAt, m_clock.now());
    if (!earlier.isValid()) return;
    m_expected->setDateTime(earlier.toLocalTime());
    m_asked->appendPlainText(translate("Escalate", "The answer is needed by %1.").arg(fullMoment(earlier)));
}

QDateTime EscalationDialog::expectedAt() const { return m_expected->dateTime().toUTC(); }

QDateTime EscalationDialog::promisedAt() const
{
    return promiseFor(expectedAt(), m_parts.customerDueAt, m_clock.now());
}

bool EscalationDialog::isTooLate() const
{
    return m_parts.customerDueAt.isValid() && expectedAt() > m_parts.customerDueAt;
}

std::optional<WordsDialog::Missing> EscalationDialog::missingInNotice() const
{
    const Channel channel = m_parts.conversation.ticket.channel;
    const bool needsAddress = channel == Channel::Email || channel == Channel::Form;
    if (m_notice->isWaived()) {
        if (!m_notice->waiver().isEmpty()) return std::nullopt;
        return Missing{m_notice->field(), translate("Escalate", "Say why the customer is not told.")};
    }
    if (needsAddress && m_recipients.isEmpty())
        return Missing{m_notice->field(), translate("Escalate", "No address of the customer is known.")};
    if (m_notice->text().trimmed().isEmpty())
        return Missing{m_notice->field(), translate("Escalate", "The notice says nothing.")};
    if (!m_notice->saysDate())
        return Missing{m_notice->field(), translate("Escalate", "The notice does not say the date any more.")};
    return std::nullopt;
}

std::optional<WordsDialog::Missing> EscalationDialog::missing() const
{
    if (m_asked->toPlainText().trimmed().isEmpty())
        return Missing{m_askedField, translate("Escalate", "Say what is asked.")};
    if (expectedAt() <= m_clock.now()) return Missing{m_expectedField, translate("Escalate", "This date is over.")};
    return missingInNotice();
}

bool EscalationDialog::holdsWords() const
{
    return !m_asked->toPlainText().trimmed().isEmpty() || m_tried->checked() != m_parts.facts || m_notice->isEdited()
        || !m_notice->waiver().isEmpty();
}

Escalate EscalationDialog::command() const
{
    Escalate command;
    Escalation &wanted = command.escalation;
    wanted.id = m_id;
    wanted.ticket = m_parts.conversation.ticket.id;
    wanted.path = path().id;
    wanted.reason = static_cast<EscalationReason>(m_reason->currentIndex());
    wanted.tried = m_tried->checked();
    wanted.asked = m_asked->toPlainText().trimmed();
    command.basedOn = lastMessage(m_parts.conversation);
    if (m_notice->isWaived()) {
        wanted.noticeWaived = m_notice->waiver();
        return command;
    }
    wanted.notice = m_noticeId;
    wanted.promisedAt = promisedAt();
    command.toAddresses = m_recipients;
    command.text = m_notice->text().trimmed();
    return command;
}

/// More than is sent: the date that is expected, and of the notice what the agent wrote, even if it is waived now.
Command EscalationDialog::written() const
{
    Escalate command = this->command();
    command.escalation.asked = m_asked->toPlainText();
    command.escalation.promisedAt = promisedAt();
    command.escalation.stepDueAt = expectedAt();
    command.text = m_notice->isEdited() ? m_notice->text() : QString();
    return command;
}

void EscalationDialog::take(const Escalate &written)
{
    const Escalation &wanted = written.escalation;
    m_id = wanted.id;
    const auto same = std::ranges::find(m_parts.paths, wanted.path, &EscalationPath::id);
    if (same != m_parts.paths.end()) m_paths->setCurrentIndex(int(same - m_parts.paths.begin()));
    m_reason->setCurrentIndex(static_cast<int>(wanted.reason));
    m_tried->setLines(wanted.tried);
    m_asked->setPlainText(wanted.asked);
    m_notice->take(written.text, wanted.notice.isEmpty(), wanted.noticeWaived, wanted.promisedAt);
    const QDateTime &expected = wanted.stepDueAt.isValid() ? wanted.stepDueAt : wanted.promisedAt;
    if (expected > m_clock.now()) m_expected->setDateTime(expected.toLocalTime());
    showDates();
    tellResumed();
}

void EscalationDialog::finish() { Q_EMIT commanded(command()); }

} // namespace akwaba
