// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/mailboxwizard.h"

#include "ui/settings/mailboxtestpage.h"
#include "ui/text/errorwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// A setting that somebody else has done is said in other words than a ticket's.
QString whyNotSaved(Code code)
{
    if (code == Code::Conflict) return translate("MailWizard", "Another team has this address already.");
    if (code == Code::BadInput) return translate("MailWizard", "The server can't make sense of this. Check each page.");
    return sentence(code);
}

} // namespace

MailboxWizard::MailboxWizard(const MailAccount &account, const QList<Team> &teams, MailboxWays ways, QDate today,
                             QWidget *parent)
    : QDialog(parent), m_account(account), m_ways(std::move(ways)), m_stack(new QStackedWidget),
      m_title(new Label(TextStyle::Title)), m_place(new Label(TextStyle::Small, Token::Text3)), m_banner(new Banner),
      m_back(new QPushButton(translate("MailWizard", "Back"))), m_next(new QPushButton),
      m_cancel(new QPushButton(translate("MailWizard", "Cancel")))
{
    setObjectName(u"mailboxWizard"_s);
    setWindowTitle(account.id.isEmpty() ? translate("MailWizard", "New mailbox") : account.name);
    m_outgoing = new ServerPage(ServerPage::Kind::Outgoing);
    m_test = new TestPage(m_ways);
    m_pages = {new AddressPage, new ServerPage(ServerPage::Kind::Incoming), m_outgoing, m_test,
               new TeamPage(teams, today)};
    build();
    goTo(0);
    resize(themeOf(this).px(580), themeOf(this).px(640));
}

void MailboxWizard::build()
{
    const Theme &theme = themeOf(this);
    for (MailboxPage *page : std::as_const(m_pages)) {
        m_stack->addWidget(page);
        connect(page, &MailboxPage::edited, this, &MailboxWizard::updateButtons);
    }
    m_banner->hide();
    m_back->setObjectName(u"mailboxBack"_s);
    m_next->setObjectName(u"mailboxNext"_s);
    m_cancel->setObjectName(u"mailboxCancel"_s);
    m_next->setDefault(true);
    setLook(m_next, ButtonLook::Primary);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(theme.px(8));
    foot->addWidget(m_back);
    foot->addStretch();
    foot->addWidget(m_cancel);
    foot->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    column->setSpacing(theme.px(12));
    column->addWidget(m_place);
    column->addWidget(m_title);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    column->addLayout(foot);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_page - 1); });
    connect(m_next, &QPushButton::clicked, this, &MailboxWizard::goOn);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

bool MailboxWizard::isLast() const { return m_page == m_pages.size() - 1; }

void MailboxWizard::goTo(int page)
{
    m_page = page;
    MailboxPage *shown = m_pages.at(page);
    shown->fill(m_account);
    m_banner->hide();
    m_title->setText(shown->title());
    m_place->setText(translate("MailWizard", "Step %1 of %2").arg(page + 1).arg(m_pages.size()));
    shown->setAccessibleName(shown->title());
    m_stack->setCurrentWidget(shown);
    updateButtons();
    if (shown == m_outgoing) m_outgoing->offerPassword(m_passwords.imap);
    if (shown == m_test) m_test->begin(m_account, m_passwords);
    if (QWidget *first = shown->nextInFocusChain()) first->setFocus(Qt::TabFocusReason);
}

void MailboxWizard::goOn()
{
    m_pages.at(m_page)->take(m_account, m_passwords);
    isLast() ? save() : goTo(m_page + 1);
}

void MailboxWizard::save()
{
    m_isSaving = true;
    updateButtons();
    onResult(m_ways.set(m_account, m_passwords), this, [this](const Result<void> &done) {
        m_isSaving = false;
        updateButtons();
        if (done) {
            Q_EMIT saved();
            return accept();
        }
        m_banner->setMessage(Banner::Kind::Bad, whyNotSaved(done.error().code));
        m_banner->show();
    });
}

void MailboxWizard::updateButtons()
{
    const MailboxPage *page = m_pages.at(m_page);
    const bool isTesting = page == m_test && m_test->isBusy();
    m_back->setEnabled(m_page > 0 && !m_isSaving && !isTesting);
    m_next->setEnabled(page->isWhole() && !m_isSaving && !isTesting);
    m_next->setText(isLast() ? translate("MailWizard", "Finish") : translate("MailWizard", "Next"));
}

} // namespace akwaba
