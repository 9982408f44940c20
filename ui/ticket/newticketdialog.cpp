// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/newticketdialog.h"

#include "core/base/clock.h"
#include "ui/text/enumwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// Those that have no interface of ours: what comes in by mail or form makes its ticket itself.
constexpr auto byHand = std::to_array<Channel>({Channel::Facebook, Channel::Instagram, Channel::X, Channel::Linkedin,
                                                Channel::Whatsapp, Channel::Sms, Channel::Chat, Channel::Other});

QString howToTell(const Customer &customer)
{
    if (!customer.phones.isEmpty()) return customer.phones.first().number;
    if (!customer.emails.isEmpty()) return customer.emails.first().address;
    if (!customer.onlineServices.isEmpty()) return customer.onlineServices.first().user;
    return customer.organizations.value(0);
}

} // namespace

NewTicketDialog::NewTicketDialog(Kind kind, const Clock &clock, Random &random, FindCustomers find, QWidget *parent)
    : QDialog(parent), m_kind(kind), m_clock(clock), m_random(random), m_find(std::move(find)),
      m_suggestions(new QStandardItemModel(this)), m_name(new QLineEdit), m_contact(new QLineEdit),
      m_subject(new QLineEdit), m_text(new QPlainTextEdit), m_mine(new QCheckBox), m_create(new QPushButton),
      m_cancel(new QPushButton)
{
    build();
    nameParts();
    retranslate();
    check();
    resize(themeOf(this).px(520), sizeHint().height());
}

void NewTicketDialog::build()
{
    const Theme &theme = themeOf(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    column->setSpacing(theme.px(12));
    const auto add = [&](QWidget *field, const char *label) {
        auto *form = new FormField({}, field, this);
        m_fields.append({form, label});
        column->addWidget(form);
    };
    add(m_name, QT_TRANSLATE_NOOP("NewTicket", "Customer"));
    add(m_contact, QT_TRANSLATE_NOOP("NewTicket", "Reached at"));
    m_kind == Kind::Call ? buildCall(column) : buildSocial(column);
    add(m_subject, QT_TRANSLATE_NOOP("NewTicket", "Subject"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(theme.px(96));
    add(m_text,
        m_kind == Kind::Call ? QT_TRANSLATE_NOOP("NewTicket", "What was said")
                             : QT_TRANSLATE_NOOP("NewTicket", "What the customer wrote"));
    m_mine->setChecked(true);
    column->addWidget(m_mine);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_create);
    column->addLayout(foot);
    setLook(m_create, ButtonLook::Primary);
    m_create->setDefault(true);

    auto *completer = new QCompleter(m_suggestions, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_name->setCompleter(completer);
    connect(m_name, &QLineEdit::textEdited, this, &NewTicketDialog::search);
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { choose(m_found.value(index.row())); });
    for (QLineEdit *field : {m_name, m_contact, m_subject})
        connect(field, &QLineEdit::textChanged, this, &NewTicketDialog::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NewTicketDialog::check);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &NewTicketDialog::finish);
}

void NewTicketDialog::buildCall(QVBoxLayout *column)
{
    m_direction = new QComboBox(this);
    m_outcome = new QComboBox(this);
    m_minutes = new QSpinBox(this);
    m_minutes->setRange(0, 599);
    for (std::size_t i = 0; i < EnumNames<Direction>::all.size(); ++i)
        m_direction->addItem({});
    for (std::size_t i = 0; i < EnumNames<CallOutcome>::all.size(); ++i)
        m_outcome->addItem({});
    auto *row = new QHBoxLayout;
    for (const auto &[field, label] :
         {std::pair<QWidget *, const char *>{m_direction, QT_TRANSLATE_NOOP("NewTicket", "Direction")},
          {m_outcome, QT_TRANSLATE_NOOP("NewTicket", "Outcome")},
          {m_minutes, QT_TRANSLATE_NOOP("NewTicket", "Duration")}}) {
        auto *form = new FormField({}, field, this);
        m_fields.append({form, label});
        row->addWidget(form, 1);
    }
    column->addLayout(row);
}

void NewTicketDialog::buildSocial(QVBoxLayout *column)
{
    m_channel = new QComboBox(this);
    for (std::size_t i = 0; i < byHand.size(); ++i)
        m_channel->addItem({});
    m_writtenAt = new QDateTimeEdit(m_clock.now().toLocalTime(), this);
    m_writtenAt->setMaximumDateTime(m_clock.now().toLocalTime());
    m_writtenAt->setCalendarPopup(true);
    m_link = new QLineEdit(this);
    auto *row = new QHBoxLayout;
    for (const auto &[field, label] :
         {std::pair<QWidget *, const char *>{m_channel, QT_TRANSLATE_NOOP("NewTicket", "Channel")},
          {m_writtenAt, QT_TRANSLATE_NOOP("NewTicket", "Written at")}}) {
        auto *form = new FormField({}, field, this);
        m_fields.append({form, label});
        row->addWidget(form, 1);
    }
    column->addLayout(row);
    auto *link = new FormField({}, m_link, this);
    m_fields.append({link, QT_TRANSLATE_NOOP("NewTicket", "Link to the message")});
    column->addWidget(link);
}

void NewTicketDialog::nameParts()
{
    setObjectName(u"newTicketDialog"_s);
    m_name->setObjectName(u"newTicketCustomer"_s);
    m_contact->setObjectName(u"newTicketContact"_s);
    m_subject->setObjectName(u"newTicketSubject"_s);
    m_text->setObjectName(u"newTicketText"_s);
    m_mine->setObjectName(u"newTicketMine"_s);
    m_create->setObjectName(u"newTicketCreate"_s);
    m_cancel->setObjectName(u"newTicketCancel"_s);
    if (m_channel) m_channel->setObjectName(u"newTicketChannel"_s);
    if (m_link) m_link->setObjectName(u"newTicketLink"_s);
    if (m_direction) m_direction->setObjectName(u"newTicketDirection"_s);
    if (m_outcome) m_outcome->setObjectName(u"newTicketOutcome"_s);
    if (m_minutes) m_minutes->setObjectName(u"newTicketMinutes"_s);
}

void NewTicketDialog::retranslate()
{
    setWindowTitle(m_kind == Kind::Call ? translate("NewTicket", "Record a call")
                                        : translate("NewTicket", "Record a social message"));
    for (const auto &[field, label] : std::as_const(m_fields))
        field->setLabel(translate("NewTicket", label));
    if (m_channel)
        for (int i = 0; i < m_channel->count(); ++i)
            m_channel->setItemText(i, word(byHand.at(static_cast<std::size_t>(i))));
    if (m_direction)
        for (int i = 0; i < m_direction->count(); ++i)
            m_direction->setItemText(i, word(static_cast<Direction>(i)));
    if (m_outcome)
        for (int i = 0; i < m_outcome->count(); ++i)
            m_outcome->setItemText(i, word(static_cast<CallOutcome>(i)));
    if (m_minutes) m_minutes->setSuffix(translate("NewTicket", " min"));
    m_mine->setText(translate("NewTicket", "Assign to me"));
    m_create->setText(translate("NewTicket", "Create the ticket"));
    m_cancel->setText(translate("NewTicket", "Cancel"));
    m_contact->setPlaceholderText(translate("NewTicket", "Phone, e-mail address or name on the network"));
}

void NewTicketDialog::setAuthor(const AgentId &me, const Directories &directories)
{
    m_me = me;
    const auto agent = std::ranges::find(directories.agents, me, &Agent::id);
    if (agent != directories.agents.end()) m_team = agent->teams.value(0);
}

void NewTicketDialog::search(const QString &typed)
{
    m_customer = {}; // what is typed is a new customer until one is chosen
    m_found = typed.trimmed().size() < 2 ? QList<Customer>{} : m_find(typed);
    m_suggestions->clear();
    for (const Customer &customer : std::as_const(m_found)) {
        const QString tell = howToTell(customer);
        m_suggestions->appendRow(new QStandardItem(tell.isEmpty() ? customer.name : customer.name + u" · "_s + tell));
    }
}

void NewTicketDialog::choose(const Customer &customer)
{
    m_customer = customer;
    // The completer puts its own line into the field after this; the name is to stand there.
    QMetaObject::invokeMethod(this, [this, name = customer.name] { m_name->setText(name); }, Qt::QueuedConnection);
    m_contact->setText(howToTell(customer));
}

Channel NewTicketDialog::channel() const
{
    return m_kind == Kind::Call ? Channel::Phone : byHand.at(static_cast<std::size_t>(m_channel->currentIndex()));
}

QList<Command> NewTicketDialog::commands() const
{
    NewTicket wanted;
    wanted.customer = m_customer.id.isEmpty() ? customerFrom(m_name->text(), m_contact->text(), channel()) : m_customer;
    wanted.channel = channel();
    wanted.subject = m_subject->text();
    wanted.team = m_team;
    if (m_mine->isChecked()) wanted.assignee = m_me;
    wanted.text = m_text->toPlainText().trimmed();
    if (m_kind == Kind::Call) {
        wanted.direction = static_cast<Direction>(m_direction->currentIndex());
        wanted.callOutcome = static_cast<CallOutcome>(m_outcome->currentIndex());
        wanted.callSeconds = m_minutes->value() * 60;
    } else {
        wanted.link = m_link->text().trimmed();
        wanted.writtenAt = m_writtenAt->dateTime().toUTC();
    }
    return commandsOf(wanted, m_clock, m_random);
}

void NewTicketDialog::check()
{
    const bool complete = !m_name->text().trimmed().isEmpty() && !m_subject->text().trimmed().isEmpty()
        && !m_text->toPlainText().trimmed().isEmpty();
    m_create->setEnabled(complete);
    m_create->setToolTip(complete ? QString() : translate("NewTicket", "Customer, subject and text are needed."));
}

void NewTicketDialog::finish()
{
    Q_EMIT commanded(commands());
    accept();
}

void NewTicketDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace akwaba
