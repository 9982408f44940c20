// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/mailboxpages.h"

#include "ui/settings/mailproviders.h"
#include "ui/settings/mailwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QVBoxLayout *columnOf(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(page).px(12));
    return column;
}

FormField *labelled(const QString &label, QWidget *field, const QString &name)
{
    field->setObjectName(name);
    field->setAccessibleName(label);
    return new FormField(label, field);
}

/// The port that goes with an encryption.
int standardPort(ServerPage::Kind kind, MailTls tls)
{
    const bool isIncoming = kind == ServerPage::Kind::Incoming;
    if (tls == MailTls::Tls) return isIncoming ? 993 : 465;
    return isIncoming ? 143 : 587;
}

} // namespace

AddressPage::AddressPage(QWidget *parent)
    : MailboxPage(parent), m_name(new QLineEdit), m_address(new QLineEdit), m_provider(new QComboBox)
{
    QVBoxLayout *column = columnOf(this);
    column->addWidget(labelled(translate("MailWizard", "Name"), m_name, u"mailboxName"_s));
    column->addWidget(labelled(translate("MailWizard", "E-mail address"), m_address, u"mailboxAddress"_s));
    column->addWidget(labelled(translate("MailWizard", "Provider"), m_provider, u"mailboxProvider"_s));
    column->addStretch();
    m_provider->addItem(translate("MailWizard", "Another provider"));
    for (const MailProvider &provider : mailProviders())
        m_provider->addItem(QString(provider.name));
    connect(m_name, &QLineEdit::textChanged, this, &AddressPage::edited);
    connect(m_address, &QLineEdit::textChanged, this, [this] {
        guess();
        Q_EMIT edited();
    });
}

QString AddressPage::title() const { return translate("MailWizard", "Name and address"); }

/// Only where the address says it: a domain of one's own may be anywhere.
void AddressPage::guess()
{
    if (const MailProvider *provider = providerOf(m_address->text()))
        m_provider->setCurrentIndex(1 + int(provider - mailProviders().constData()));
}

void AddressPage::fill(const MailAccount &account)
{
    m_name->setText(account.name);
    m_address->setText(account.address);
    for (int i = 0; i < mailProviders().size(); ++i) {
        if (mailProviders().at(i).imap.host == account.imap.host) m_provider->setCurrentIndex(i + 1);
    }
    m_shown = account;
    m_shownProvider = m_provider->currentIndex();
}

void AddressPage::take(MailAccount &account, MailPasswords & /*passwords*/) const
{
    account.name = m_name->text().trimmed();
    account.address = m_address->text().trimmed();
    const int provider = m_provider->currentIndex();
    if (account.address == m_shown.address && provider == m_shownProvider && !account.imap.host.isEmpty()) return;
    guessServers(account, provider > 0 ? &mailProviders().at(provider - 1) : nullptr);
}

bool AddressPage::isWhole() const
{
    const QString address = m_address->text().trimmed();
    const bool isAddress =
        address.count(u'@') == 1 && !address.startsWith(u'@') && address.section(u'@', 1).contains(u'.');
    return !m_name->text().trimmed().isEmpty() && isAddress;
}

ServerPage::ServerPage(Kind kind, QWidget *parent)
    : MailboxPage(parent), m_kind(kind), m_host(new QLineEdit), m_port(new QSpinBox), m_tls(new QComboBox),
      m_user(new QLineEdit), m_password(new QLineEdit), m_folder(new QLineEdit)
{
    const QString prefix = kind == Kind::Incoming ? u"imap"_s : u"smtp"_s;
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    m_password->setEchoMode(QLineEdit::Password);
    for (const MailTls tls : {MailTls::None, MailTls::StartTls, MailTls::Tls})
        m_tls->addItem(tlsLabel(tls));
    QVBoxLayout *column = columnOf(this);
    column->addWidget(labelled(translate("MailWizard", "Server"), m_host, prefix + u"Host"_s));
    auto *row = new QHBoxLayout;
    row->addWidget(labelled(translate("MailWizard", "Encryption"), m_tls, prefix + u"Tls"_s), 1);
    row->addWidget(labelled(translate("MailWizard", "Port"), m_port, prefix + u"Port"_s), 1);
    column->addLayout(row);
    column->addWidget(labelled(translate("MailWizard", "User"), m_user, prefix + u"User"_s));
    m_passwordField = labelled(translate("MailWizard", "Password"), m_password, prefix + u"Password"_s);
    column->addWidget(m_passwordField);
    FormField *folder = labelled(translate("MailWizard", "Folder"), m_folder, prefix + u"Folder"_s);
    folder->setVisible(kind == Kind::Incoming);
    column->addWidget(folder);
    column->addStretch();
    connect(m_tls, &QComboBox::activated, this, &ServerPage::setStandardPort);
    for (QLineEdit *field : {m_host, m_user, m_password, m_folder})
        connect(field, &QLineEdit::textChanged, this, &ServerPage::edited);
}

QString ServerPage::title() const
{
    return m_kind == Kind::Incoming ? translate("MailWizard", "Incoming mail (IMAP)")
                                    : translate("MailWizard", "Outgoing mail (SMTP)");
}

void ServerPage::setStandardPort() { m_port->setValue(standardPort(m_kind, MailTls(m_tls->currentIndex()))); }

void ServerPage::fill(const MailAccount &account)
{
    const MailHost &host = m_kind == Kind::Incoming ? account.imap : account.smtp;
    m_host->setText(host.host);
    m_tls->setCurrentIndex(int(host.tls));
    m_port->setValue(host.port);
    m_user->setText(host.user);
    m_folder->setText(account.folder.isEmpty() ? u"INBOX"_s : account.folder);
    const bool wantsAnother = std::ranges::any_of(mailProviders(), [&host](const MailProvider &provider) {
        return provider.wantsAppPassword && (provider.imap.host == host.host || provider.smtp.host == host.host);
    });
    m_passwordField->setHint(wantsAnother ? translate("MailWizard", "an application password") : QString());
    m_password->setPlaceholderText(account.id.isEmpty() ? QString() : translate("MailWizard", "unchanged"));
}

void ServerPage::take(MailAccount &account, MailPasswords &passwords) const
{
    MailHost &host = m_kind == Kind::Incoming ? account.imap : account.smtp;
    host = {m_host->text().trimmed(), m_port->value(), MailTls(m_tls->currentIndex()), m_user->text().trimmed()};
    (m_kind == Kind::Incoming ? passwords.imap : passwords.smtp) = m_password->text();
    if (m_kind == Kind::Incoming) account.folder = m_folder->text().trimmed();
}

bool ServerPage::isWhole() const
{
    return !m_host->text().trimmed().isEmpty() && !m_folder->text().trimmed().isEmpty();
}

void ServerPage::offerPassword(const QString &password)
{
    if (m_password->text().isEmpty()) m_password->setText(password);
}

TeamPage::TeamPage(const QList<Team> &teams, QDate today, QWidget *parent)
    : MailboxPage(parent), m_teams(teams), m_team(new QComboBox), m_fromDateWanted(new QCheckBox),
      m_fromDate(new QDateEdit(today)), m_keepsSent(new QCheckBox)
{
    QVBoxLayout *column = columnOf(this);
    m_team->addItem(translate("MailWizard", "No team: everybody sees the tickets"));
    for (const Team &team : m_teams)
        m_team->addItem(team.name);
    column->addWidget(labelled(translate("MailWizard", "Team"), m_team, u"mailboxTeam"_s));
    m_fromDateWanted->setText(translate("MailWizard", "Leave out mails that are older than"));
    m_fromDateWanted->setObjectName(u"mailboxFromDateWanted"_s);
    m_fromDateWanted->setChecked(true);
    m_fromDate->setObjectName(u"mailboxFromDate"_s);
    m_fromDate->setAccessibleName(m_fromDateWanted->text());
    m_fromDate->setCalendarPopup(true);
    m_fromDate->setMinimumWidth(themeOf(this).px(130));
    auto *row = new QHBoxLayout;
    row->addWidget(m_fromDateWanted);
    row->addWidget(m_fromDate);
    row->addStretch();
    column->addLayout(row);
    m_keepsSent->setText(translate("MailWizard", "Copy replies into the folder of sent mail"));
    m_keepsSent->setObjectName(u"mailboxKeepsSent"_s);
    column->addWidget(m_keepsSent);
    column->addStretch();
    connect(m_fromDateWanted, &QCheckBox::toggled, m_fromDate, &QWidget::setEnabled);
}

QString TeamPage::title() const { return translate("MailWizard", "Team and first day"); }

void TeamPage::fill(const MailAccount &account)
{
    for (int i = 0; i < m_teams.size(); ++i) {
        if (m_teams.at(i).id == account.team) m_team->setCurrentIndex(i + 1);
    }
    m_keepsSent->setChecked(account.keepsSent);
    if (account.id.isEmpty()) return;
    const QDate from = QDate::fromString(account.fromDate, Qt::ISODate);
    m_fromDateWanted->setChecked(from.isValid());
    if (from.isValid()) m_fromDate->setDate(from);
}

void TeamPage::take(MailAccount &account, MailPasswords & /*passwords*/) const
{
    const int team = m_team->currentIndex();
    account.team = team > 0 ? m_teams.at(team - 1).id : TeamId();
    account.fromDate = m_fromDateWanted->isChecked() ? m_fromDate->date().toString(Qt::ISODate) : QString();
    account.keepsSent = m_keepsSent->isChecked();
}

} // namespace akwaba
