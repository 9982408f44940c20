// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/mailboxesdialog.h"

#include "ui/settings/mailboxwizard.h"
#include "ui/settings/mailwords.h"
#include "ui/text/errorwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

enum Column { NameColumn, AddressColumn, TeamColumn, StateColumn };

QString shapeOf(const MailAccount &account)
{
    if (!account.active) return u"clock-pause"_s;
    return account.trouble == MailTrouble::None ? u"circle-check"_s : u"alert-triangle"_s;
}

Token colorOf(const MailAccount &account)
{
    if (!account.active) return Token::Text3;
    return account.trouble == MailTrouble::None ? Token::Solved : Token::Breach;
}

} // namespace

MailboxesDialog::MailboxesDialog(MailboxWays ways, const QList<Team> &teams, const Clock &clock, QWidget *parent)
    : QDialog(parent), m_ways(std::move(ways)), m_teams(teams), m_clock(clock), m_list(new QTreeWidget),
      m_banner(new Banner), m_add(new QPushButton(translate("Mailboxes", "Add…"))),
      m_edit(new QPushButton(translate("Mailboxes", "Edit…"))), m_pause(new QPushButton),
      m_remove(new QPushButton(translate("Mailboxes", "Remove…"))),
      m_close(new QPushButton(translate("Mailboxes", "Close")))
{
    setObjectName(u"mailboxesDialog"_s);
    setWindowTitle(translate("Mailboxes", "Mailboxes"));
    build();
    resize(themeOf(this).px(860), themeOf(this).px(440));
    reload();
}

void MailboxesDialog::build()
{
    const Theme &theme = themeOf(this);
    m_list->setObjectName(u"mailboxList"_s);
    m_list->setAccessibleName(translate("Mailboxes", "Mailboxes"));
    m_list->setHeaderLabels({translate("Mailboxes", "Name"), translate("Mailboxes", "Address"),
                             translate("Mailboxes", "Team"), translate("Mailboxes", "State")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(NameColumn, theme.px(170));
    m_list->setColumnWidth(AddressColumn, theme.px(220));
    m_list->setColumnWidth(TeamColumn, theme.px(150));
    m_banner->hide();
    m_add->setObjectName(u"mailboxAdd"_s);
    m_edit->setObjectName(u"mailboxEdit"_s);
    m_pause->setObjectName(u"mailboxPause"_s);
    m_remove->setObjectName(u"mailboxRemove"_s);
    setLook(m_add, ButtonLook::Primary);
    setLook(m_remove, ButtonLook::Quiet);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(theme.px(8));
    foot->addWidget(m_add);
    foot->addWidget(m_edit);
    foot->addWidget(m_pause);
    foot->addWidget(m_remove);
    foot->addStretch();
    foot->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    column->setSpacing(theme.px(12));
    column->addWidget(m_banner);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &MailboxesDialog::updateButtons);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] {
        if (m_edit->isEnabled()) edit(*current());
    });
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(*current()); });
    connect(m_pause, &QPushButton::clicked, this, &MailboxesDialog::togglePause);
    connect(m_remove, &QPushButton::clicked, this, &MailboxesDialog::askToRemove);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    updateButtons();
}

void MailboxesDialog::reload()
{
    onResult(m_ways.list(), this, [this](const Result<QList<MailAccount>> &accounts) {
        if (!accounts) return complain(accounts.error().code);
        m_banner->hide();
        fill(*accounts);
    });
}

void MailboxesDialog::fill(const QList<MailAccount> &accounts)
{
    const int before = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_accounts = accounts;
    m_list->clear();
    for (const MailAccount &account : accounts) {
        const bool isOurs = !account.id.isEmpty();
        const QString state = isOurs ? stateLabel(account)
                                     : translate("Mailboxes", "%1, by the configuration file").arg(stateLabel(account));
        auto *row = new QTreeWidgetItem(m_list, {account.name, account.address, teamName(account.team), state});
        row->setIcon(StateColumn, icon(themeOf(this), shapeOf(account), colorOf(account)));
        row->setToolTip(StateColumn, explanation(account.trouble));
        row->setData(NameColumn, Qt::AccessibleTextRole, QString(account.name + u", "_s + state));
    }
    const int last = int(accounts.size()) - 1;
    if (last >= 0) m_list->setCurrentItem(m_list->topLevelItem(std::clamp(before, 0, last)));
    updateButtons();
}

void MailboxesDialog::edit(const MailAccount &account)
{
    auto *wizard = new MailboxWizard(account, m_teams, m_ways, m_clock.now().toLocalTime().date(), this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &MailboxWizard::saved, this, &MailboxesDialog::reload);
    wizard->open();
}

void MailboxesDialog::togglePause()
{
    MailAccount account = *current();
    account.active = !account.active;
    whenDone(m_ways.set(account, {}));
}

void MailboxesDialog::askToRemove()
{
    auto *question =
        new QMessageBox(QMessageBox::Question, translate("Mailboxes", "Remove a mailbox"),
                        translate("Mailboxes", "Remove “%1”? Its tickets stay, and so do its mails at the provider.")
                            .arg(current()->name),
                        QMessageBox::NoButton, this);
    question->setObjectName(u"mailboxQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *remove = question->addButton(translate("Mailboxes", "Remove"), QMessageBox::AcceptRole);
    question->addButton(translate("Mailboxes", "Keep"), QMessageBox::RejectRole);
    setLook(remove, ButtonLook::Danger);
    connect(remove, &QPushButton::clicked, this, [this, id = current()->id] { whenDone(m_ways.remove(id)); });
    question->open();
}

void MailboxesDialog::whenDone(const QFuture<Result<void>> &done)
{
    onResult(done, this, [this](const Result<void> &result) { result ? reload() : complain(result.error().code); });
}

void MailboxesDialog::complain(Code code)
{
    m_banner->setMessage(Banner::Kind::Bad, sentence(code));
    m_banner->show();
}

void MailboxesDialog::updateButtons()
{
    const MailAccount *account = current();
    const bool isOurs = account != nullptr && !account->id.isEmpty();
    for (QPushButton *button : {m_edit, m_pause, m_remove}) {
        button->setEnabled(isOurs);
        button->setToolTip(account != nullptr && !isOurs
                               ? translate("Mailboxes", "It is set up in the configuration file of the server.")
                               : QString());
    }
    const bool isPaused = account != nullptr && !account->active;
    m_pause->setText(isPaused ? translate("Mailboxes", "Resume") : translate("Mailboxes", "Pause"));
}

const MailAccount *MailboxesDialog::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_accounts.size() ? &m_accounts[row] : nullptr;
}

QString MailboxesDialog::teamName(const TeamId &team) const
{
    const auto found = std::ranges::find(m_teams, team, &Team::id);
    return found == m_teams.end() ? QString() : found->name;
}

} // namespace akwaba
