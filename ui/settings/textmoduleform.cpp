// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/textmoduleform.h"

#include "ui/settings/choicebox.h"
#include "ui/settings/textpairfield.h"
#include "ui/text/translate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace akwaba {

TextModuleForm::TextModuleForm(QWidget *parent)
    : QWidget(parent), m_name(new QLineEdit), m_keyword(new QLineEdit), m_team(new ChoiceBox),
      m_texts(new TextPairField(u"moduleText"_s)), m_active(new QCheckBox(translate("Macros", "In use")))
{
    m_name->setObjectName(u"moduleName"_s);
    m_name->setMaxLength(longestMacroName);
    m_keyword->setObjectName(u"moduleKeyword"_s);
    m_keyword->setMaxLength(longestMacroName);
    m_team->setObjectName(u"moduleTeam"_s);
    m_active->setObjectName(u"moduleActive"_s);
    auto *keyword = new FormField(translate("Macros", "Keyword"), m_keyword);
    keyword->setHint(translate("Macros", "typed after ::"));
    auto *head = new QHBoxLayout;
    head->setSpacing(themeOf(this).px(12));
    head->addWidget(new FormField(translate("Macros", "Name"), m_name), 3);
    head->addWidget(keyword, 2);
    head->addWidget(new FormField(translate("Macros", "For"), m_team), 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(themeOf(this).px(12));
    column->addLayout(head);
    column->addWidget(m_texts);
    column->addWidget(m_active);
    column->addStretch();
    connect(m_name, &QLineEdit::textChanged, this, &TextModuleForm::noteEdited);
    connect(m_keyword, &QLineEdit::textChanged, this, &TextModuleForm::noteEdited);
    connect(m_team, &QComboBox::currentIndexChanged, this, &TextModuleForm::noteEdited);
    connect(m_texts, &TextPairField::edited, this, &TextModuleForm::noteEdited);
    connect(m_active, &QCheckBox::toggled, this, &TextModuleForm::noteEdited);
    setDirectories({});
}

void TextModuleForm::setDirectories(const Directories &directories) { m_team->setChoices(teamChoices(directories)); }

void TextModuleForm::fill(const TextModule &module)
{
    m_isFilling = true;
    m_shown = module;
    m_name->setText(module.name);
    m_keyword->setText(module.keyword);
    m_team->setValue(module.team.value);
    m_texts->fill(module.textFr, module.textEn);
    m_active->setChecked(module.active);
    m_filled = value();
    m_isFilling = false;
    noteEdited();
}

TextModule TextModuleForm::value() const
{
    TextModule module = m_shown;
    module.name = m_name->text().trimmed();
    module.keyword = m_keyword->text().trimmed();
    module.team.value = m_team->value();
    module.textFr = m_texts->french();
    module.textEn = m_texts->english();
    module.active = m_active->isChecked();
    return module;
}

void TextModuleForm::takeFocus() { m_name->setFocus(Qt::TabFocusReason); }

void TextModuleForm::noteEdited()
{
    if (!m_isFilling) Q_EMIT edited();
}

} // namespace akwaba
