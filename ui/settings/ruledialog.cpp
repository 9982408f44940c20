// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ruledialog.h"

#include "core/sla/ruleedits.h"
#include "ui/text/quantities.h"
#include "ui/text/rulewords.h"
#include "ui/text/translate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace akwaba {

RuleDialog::RuleDialog(const Words &words, RuleList *list, QWidget *form, const Parts &parts, QWidget *parent)
    : ListDialog(words, list, form, parent), m_parts(parts), m_reason(new QLineEdit),
      m_isLater(new QCheckBox(translate("Rules", "Only from"))), m_since(new QDateTimeEdit),
      m_panel(new TrialPanel(u"ruleEffect"_s, parts.pause))
{
    addBelow(change());
    addBelow(m_panel);
    connect(m_reason, &QLineEdit::textChanged, this, &RuleDialog::refresh);
    connect(m_isLater, &QCheckBox::toggled, this, [this](bool isLater) {
        m_since->setEnabled(isLater);
        refresh();
    });
    connect(m_since, &QDateTimeEdit::dateTimeChanged, this, &RuleDialog::refresh);
}

/// Why, and from when on.
QWidget *RuleDialog::change()
{
    m_reason->setObjectName(u"ruleReason"_s);
    m_reason->setMaxLength(sla::longestRuleText);
    m_reason->setPlaceholderText(translate("Rules", "Everybody reads it in “Why this due date?”"));
    m_isLater->setObjectName(u"ruleLater"_s);
    m_since->setObjectName(u"ruleSince"_s);
    m_since->setAccessibleName(translate("Rules", "Counts from"));
    m_since->setCalendarPopup(true);
    m_since->setMinimumWidth(themeOf(this).px(160)); // a popup's arrow is not in its own hint
    m_since->setEnabled(false);
    auto *when = new QWidget;
    auto *moment = new QHBoxLayout(when);
    moment->setContentsMargins({});
    moment->setSpacing(themeOf(this).px(8));
    moment->addWidget(m_isLater);
    moment->addWidget(m_since);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(themeOf(this).px(12));
    row->addWidget(new FormField(translate("Rules", "Reason of the change"), m_reason), 1);
    row->addWidget(when, 0, Qt::AlignBottom);
    return box;
}

void RuleDialog::begin(const QString &title, const QDateTime &since)
{
    const bool isPending = since.isValid() && since > now();
    m_reason->clear();
    m_isLater->setChecked(false);
    // The next full hour: nobody means a moment that is over once he has typed the rest.
    const QDateTime next = now().toLocalTime().addSecs(60 * 60);
    m_since->setDateTime(QDateTime(next.date(), QTime(next.time().hour(), 0)));
    ListDialog::begin(
        isPending ? translate("Rules", "%1: counts from %2", "a rule and a moment").arg(title, moment(since, now()))
                  : title);
}

QString RuleDialog::trialTitle() const
{
    if (!isChanged()) return translate("Rules", "As it is now");
    // What it moves then depends on what will be open then.
    return m_isLater->isChecked() ? translate("Rules", "If it counted from now on")
                                  : translate("Rules", "If it is applied");
}

QString RuleDialog::reason() const { return m_reason->text().trimmed(); }

QDateTime RuleDialog::since() const { return m_isLater->isChecked() ? m_since->dateTime().toUTC() : QDateTime(); }

QString RuleDialog::whyNot() const
{
    if (const QString why = ListDialog::whyNot(); !why.isEmpty()) return why;
    if (const auto flaw = sla::reasonFlaw(m_reason->text())) return sentence(*flaw);
    if (m_isLater->isChecked() && since() <= now()) return sentence(RuleFlaw::InThePast);
    return {};
}

QString RuleDialog::refusal(const Error &error) const { return whyRefused(error); }

void RuleDialog::refresh()
{
    ListDialog::refresh();
    const QString wrong = problem();
    if (!wrong.isEmpty())
        m_panel->explain(wrong);
    else if (!isOnline())
        m_panel->explain(translate("Rules", "What it would move can be told with a connection only."));
    else
        m_panel->tryOut(trial());
}

} // namespace akwaba
