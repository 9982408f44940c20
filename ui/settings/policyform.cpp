// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policyform.h"

#include "core/sla/ruleedits.h"
#include "ui/settings/conditionsfield.h"
#include "ui/settings/targetsfield.h"
#include "ui/text/rulewords.h"
#include "ui/text/translate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// What is no number becomes one that is refused.
QList<int> percentsFrom(const QString &text)
{
    static const QRegularExpression separator(u"[\\s,;%]+"_s);
    QList<int> percents;
    for (const QString &part : text.split(separator, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int percent = part.toInt(&isNumber);
        percents.append(isNumber ? percent : 0);
    }
    return percents;
}

QString percentsText(const QList<int> &percents)
{
    QStringList parts;
    for (const int percent : percents)
        parts.append(QString::number(percent));
    return parts.join(u", "_s);
}

Label *policyHeading(const QString &title) { return new Label(title, TextStyle::SmallStrong, Token::Text2); }

} // namespace

PolicyForm::PolicyForm(QWidget *parent)
    : QWidget(parent), m_nameFr(new QLineEdit), m_nameEn(new QLineEdit), m_conditions(new ConditionsField),
      m_targets(new TargetsField), m_percents(new QLineEdit), m_reopened(new QSpinBox),
      m_pauses(new QCheckBox(translate("Policies", "The resolution also waits for third parties"))),
      m_isEnforced(new QCheckBox(translate("Policies", "Judges only what was received from"))),
      m_enforceFrom(new QDateTimeEdit), m_active(new QCheckBox(translate("Policies", "In use")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(themeOf(this).px(8));
    addNames(column);
    column->addWidget(policyHeading(translate("Policies", "For tickets to which all of this applies")));
    column->addWidget(m_conditions);
    column->addWidget(policyHeading(translate("Policies", "Promised")));
    column->addWidget(m_targets);
    addOptions(column);
    column->addStretch();
    connectFields();
}

void PolicyForm::addNames(QVBoxLayout *column)
{
    m_nameFr->setObjectName(u"policyNameFr"_s);
    m_nameEn->setObjectName(u"policyNameEn"_s);
    auto *names = new QHBoxLayout;
    names->setSpacing(themeOf(this).px(12));
    names->addWidget(new FormField(translate("Policies", "Name in French"), m_nameFr), 1);
    names->addWidget(new FormField(translate("Policies", "Name in English"), m_nameEn), 1);
    column->addLayout(names);
}

void PolicyForm::addOptions(QVBoxLayout *column)
{
    m_percents->setObjectName(u"policyPercents"_s);
    m_reopened->setObjectName(u"policyReopened"_s);
    m_reopened->setRange(1, 100);
    m_reopened->setSuffix(translate("Policies", " %", "a percentage"));
    m_pauses->setObjectName(u"policyPauses"_s);
    m_isEnforced->setObjectName(u"policyEnforced"_s);
    m_enforceFrom->setObjectName(u"policyEnforceFrom"_s);
    m_enforceFrom->setAccessibleName(translate("Policies", "Received from"));
    m_enforceFrom->setCalendarPopup(true);
    m_active->setObjectName(u"policyActive"_s);
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(themeOf(this).px(12));
    numbers->addWidget(new FormField(translate("Policies", "Alerts at (%)"), m_percents), 1);
    numbers->addWidget(new FormField(translate("Policies", "Resolution once opened again"), m_reopened), 1);
    auto *enforced = new QHBoxLayout;
    enforced->setSpacing(themeOf(this).px(8));
    enforced->addWidget(m_isEnforced);
    enforced->addWidget(m_enforceFrom);
    enforced->addStretch();
    column->addLayout(numbers);
    column->addWidget(m_pauses);
    column->addLayout(enforced);
    column->addWidget(m_active);
}

void PolicyForm::connectFields()
{
    for (const QLineEdit *field : {m_nameFr, m_nameEn, m_percents})
        connect(field, &QLineEdit::textChanged, this, &PolicyForm::updateFields);
    for (const QCheckBox *field : {m_pauses, m_isEnforced, m_active})
        connect(field, &QCheckBox::toggled, this, &PolicyForm::updateFields);
    connect(m_conditions, &ConditionsField::edited, this, &PolicyForm::updateFields);
    connect(m_targets, &TargetsField::edited, this, &PolicyForm::updateFields);
    connect(m_reopened, &QSpinBox::valueChanged, this, &PolicyForm::updateFields);
    connect(m_enforceFrom, &QDateTimeEdit::dateTimeChanged, this, &PolicyForm::updateFields);
}

void PolicyForm::setCalendars(const QList<Calendar> &calendars)
{
    m_calendars = calendars;
    m_targets->setCalendars(calendars);
}

void PolicyForm::setDirectories(const Directories &directories) { m_conditions->setDirectories(directories); }

void PolicyForm::fill(const PolicyEdit &edit)
{
    m_isFilling = true;
    m_shown = edit;
    const SlaPolicyVersion &version = edit.version;
    m_nameFr->setText(edit.nameFr);
    m_nameEn->setText(edit.nameEn);
    m_conditions->fill(version.conditions);
    m_targets->fill(version.targets);
    m_percents->setText(percentsText(version.atRiskPercents));
    m_reopened->setValue(version.reopenedPercent);
    m_pauses->setChecked(version.pausesForThirdParty);
    m_isEnforced->setChecked(version.enforceFrom.isValid());
    m_enforceFrom->setDateTime(version.enforceFrom.isValid() ? version.enforceFrom.toLocalTime()
                                                             : QDateTime(QDate(2026, 1, 1), QTime(0, 0)));
    m_active->setChecked(version.active);
    m_filled = this->edit();
    m_isFilling = false;
    updateFields();
}

PolicyEdit PolicyForm::edit() const
{
    PolicyEdit edit = m_shown;
    SlaPolicyVersion &version = edit.version;
    edit.nameFr = m_nameFr->text().trimmed();
    edit.nameEn = m_nameEn->text().trimmed();
    version.conditions = m_conditions->conditions();
    version.targets = m_targets->targets();
    version.atRiskPercents = percentsFrom(m_percents->text());
    version.reopenedPercent = m_reopened->value();
    version.pausesForThirdParty = m_pauses->isChecked();
    // What is shown to the minute stays as it was, unless somebody sets another one.
    const bool isSame = m_enforceFrom->dateTime() == m_shown.version.enforceFrom.toLocalTime();
    if (!m_isEnforced->isChecked())
        version.enforceFrom = {};
    else if (!isSame)
        version.enforceFrom = m_enforceFrom->dateTime().toUTC();
    version.active = m_active->isChecked();
    return edit;
}

QString PolicyForm::problem() const
{
    const auto flaw = sla::flawOf(edit(), m_calendars);
    return flaw ? sentence(*flaw) : QString();
}

void PolicyForm::takeFocus() { m_nameFr->setFocus(Qt::TabFocusReason); }

void PolicyForm::updateFields()
{
    if (m_isFilling) return;
    m_enforceFrom->setEnabled(m_isEnforced->isChecked());
    Q_EMIT edited();
}

} // namespace akwaba
