// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/macroform.h"

#include "core/domain/macroflaw.h"
#include "ui/settings/choicebox.h"
#include "ui/settings/conditionsfield.h"
#include "ui/settings/stepsfield.h"
#include "ui/text/macrowords.h"
#include "ui/text/translate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

Label *macroHeading(const QString &title) { return new Label(title, TextStyle::SmallStrong, Token::Text2); }

} // namespace

MacroForm::MacroForm(QWidget *parent)
    : QWidget(parent), m_nameFr(new QLineEdit), m_nameEn(new QLineEdit), m_steps(new StepsField),
      m_conditions(new ConditionsField), m_team(new ChoiceBox), m_places(new CheckField), m_position(new QSpinBox),
      m_active(new QCheckBox(translate("Macros", "In use")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(themeOf(this).px(8));
    addNames(column);
    column->addWidget(macroHeading(translate("Macros", "What it does")));
    column->addWidget(m_steps);
    column->addWidget(macroHeading(translate("Macros", "Offered for tickets to which all of this applies")));
    column->addWidget(m_conditions);
    column->addWidget(macroHeading(translate("Macros", "Offered to")));
    addPlaces(column);
    column->addWidget(m_active);
    column->addStretch();
    connectFields();
    setDirectories({});
}

void MacroForm::addNames(QBoxLayout *column)
{
    m_nameFr->setObjectName(u"macroNameFr"_s);
    m_nameEn->setObjectName(u"macroNameEn"_s);
    auto *names = new QHBoxLayout;
    names->setSpacing(themeOf(this).px(12));
    names->addWidget(new FormField(translate("Macros", "Name in French"), m_nameFr), 1);
    names->addWidget(new FormField(translate("Macros", "Name in English"), m_nameEn), 1);
    for (QLineEdit *name : {m_nameFr, m_nameEn})
        name->setMaxLength(longestMacroName);
    column->addLayout(names);
}

void MacroForm::addPlaces(QBoxLayout *column)
{
    m_team->setObjectName(u"macroTeam"_s);
    m_places->setObjectName(u"macroPlaces"_s);
    m_places->setNothing(translate("Macros", "everywhere"));
    QList<CheckField::Choice> places;
    for (std::size_t i = 0; i < EnumNames<MacroPlace>::all.size(); ++i)
        places.append({wireName(MacroPlace(i)), word(MacroPlace(i))});
    m_places->setChoices(places);
    m_position->setObjectName(u"macroPosition"_s);
    m_position->setRange(0, 9999);
    auto *row = new QHBoxLayout;
    row->setSpacing(themeOf(this).px(12));
    row->addWidget(new FormField(translate("Macros", "For"), m_team), 1);
    row->addWidget(new FormField(translate("Macros", "Where"), m_places), 1);
    row->addWidget(new FormField(translate("Macros", "Place in the list"), m_position), 1);
    column->addLayout(row);
    m_active->setObjectName(u"macroActive"_s);
}

void MacroForm::connectFields()
{
    for (const QLineEdit *field : {m_nameFr, m_nameEn})
        connect(field, &QLineEdit::textChanged, this, &MacroForm::noteEdited);
    connect(m_steps, &StepsField::edited, this, &MacroForm::noteEdited);
    connect(m_conditions, &ConditionsField::edited, this, &MacroForm::noteEdited);
    connect(m_team, &QComboBox::currentIndexChanged, this, &MacroForm::noteEdited);
    connect(m_places, &CheckField::edited, this, &MacroForm::noteEdited);
    connect(m_position, &QSpinBox::valueChanged, this, &MacroForm::noteEdited);
    connect(m_active, &QCheckBox::toggled, this, &MacroForm::noteEdited);
}

void MacroForm::setDirectories(const Directories &directories)
{
    m_steps->setDirectories(directories);
    m_conditions->setDirectories(directories);
    m_team->setChoices(teamChoices(directories));
}

void MacroForm::fill(const Macro &macro)
{
    m_isFilling = true;
    m_shown = macro;
    m_nameFr->setText(macro.nameFr);
    m_nameEn->setText(macro.nameEn);
    m_steps->fill(macro.steps);
    m_conditions->fill(macro.conditions);
    m_team->setValue(macro.team.value);
    QStringList places;
    for (const MacroPlace place : macro.places)
        places.append(wireName(place));
    m_places->setValues(places);
    m_position->setValue(macro.position);
    m_active->setChecked(macro.active);
    m_filled = value();
    m_isFilling = false;
    noteEdited();
}

Macro MacroForm::value() const
{
    Macro macro = m_shown;
    macro.nameFr = m_nameFr->text().trimmed();
    macro.nameEn = m_nameEn->text().trimmed();
    macro.steps = m_steps->steps();
    macro.conditions = m_conditions->conditions();
    macro.team.value = m_team->value();
    macro.places.clear();
    for (const QString &place : m_places->values()) {
        if (const auto known = fromWireName<MacroPlace>(place)) macro.places.append(*known);
    }
    macro.position = m_position->value();
    macro.active = m_active->isChecked();
    return macro;
}

void MacroForm::takeFocus() { m_nameFr->setFocus(Qt::TabFocusReason); }

void MacroForm::noteEdited()
{
    if (!m_isFilling) Q_EMIT edited();
}

} // namespace akwaba
