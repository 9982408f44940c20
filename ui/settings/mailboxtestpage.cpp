// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/mailboxtestpage.h"

#include "ui/settings/mailwords.h"
#include "ui/text/errorwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

TestPage::TestPage(MailboxWays ways, QWidget *parent)
    : MailboxPage(parent), m_ways(std::move(ways)), m_steps(new QListWidget),
      m_told(new Label(TextStyle::Body, Token::Text2)), m_again(new QPushButton(translate("MailWizard", "Test again")))
{
    m_steps->setObjectName(u"mailboxSteps"_s);
    m_steps->setAccessibleName(translate("MailWizard", "Steps of the test"));
    m_steps->setSpacing(themeOf(this).px(2));
    m_told->setObjectName(u"mailboxTold"_s);
    m_told->setWordWrap(true);
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_again->setObjectName(u"mailboxTestAgain"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(this).px(12));
    column->addWidget(m_steps, 1);
    column->addWidget(m_told);
    column->addWidget(m_again, 0, Qt::AlignLeft);
    connect(m_again, &QPushButton::clicked, this, [this] { begin(m_account, m_passwords); });
}

QString TestPage::title() const { return translate("MailWizard", "Test"); }

void TestPage::begin(const MailAccount &account, const MailPasswords &passwords)
{
    if (m_isBusy) return;
    m_account = account;
    m_passwords = passwords;
    m_isBusy = true;
    m_again->setEnabled(false);
    m_steps->clear();
    tell(translate("MailWizard", "The server is trying it out. This may take a minute."), false);
    onResult(m_ways.test(account, passwords), this,
             [this](const Result<QList<MailCheck>> &checks) { answered(checks); });
    Q_EMIT edited();
}

void TestPage::answered(const Result<QList<MailCheck>> &checks)
{
    m_isBusy = false;
    m_again->setEnabled(true);
    if (!checks) {
        tell(sentence(checks.error().code), true);
    } else {
        showSteps(*checks);
        QStringList told;
        for (const MailCheck &check : *checks) {
            if (check.trouble == MailTrouble::None) continue;
            told.append(stepLabel(check.step) + u" — "_s + explanation(check.trouble));
            if (!check.fingerprint.isEmpty())
                told.append(translate("MailWizard", "SHA-256 of the certificate: %1").arg(check.fingerprint));
        }
        const bool isGood = told.isEmpty();
        tell(isGood ? translate("MailWizard", "Everything works.") : told.join(u"\n\n"_s), !isGood);
    }
    Q_EMIT edited();
}

void TestPage::showSteps(const QList<MailCheck> &checks)
{
    const Theme &theme = themeOf(this);
    for (std::size_t i = 0; i < EnumNames<MailStep>::all.size(); ++i) {
        const auto step = MailStep(i);
        const auto found = std::ranges::find(checks, step, &MailCheck::step);
        const bool isKnown = found != checks.end();
        const bool isGood = isKnown && found->trouble == MailTrouble::None;
        const QString word = isKnown ? troubleLabel(found->trouble) : translate("MailTrouble", "not tried");
        const Token color = !isKnown ? Token::Text3 : isGood ? Token::Solved : Token::Breach;
        const QString shape = !isKnown ? u"dots"_s : isGood ? u"circle-check"_s : u"alert-triangle"_s;
        auto *row = new QListWidgetItem(icon(theme, shape, color), stepLabel(step) + u" — "_s + word, m_steps);
        row->setForeground(theme.color(isKnown ? Token::Text1 : Token::Text3));
        if (isKnown && !isGood) row->setToolTip(explanation(found->trouble));
    }
}

void TestPage::tell(const QString &sentence, bool isBad)
{
    m_told->setColor(isBad ? Token::Breach : Token::Text2);
    m_told->setText(sentence);
    m_told->setAccessibleName(sentence);
}

} // namespace akwaba
