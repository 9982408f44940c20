// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/languagepage.h"

#include "core/domain/values.h"
#include "ui/preferences/preferencerow.h"
#include "ui/text/actionwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QWidget *stacked(const QList<QWidget *> &widgets)
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins({});
    column->setSpacing(themeOf(whole).px(8));
    for (QWidget *widget : widgets)
        column->addWidget(widget);
    return whole;
}

} // namespace

LanguagePage::LanguagePage(const QString &tag, const std::function<void(const QString &)> &speak, const QDateTime &now,
                           QWidget *parent)
    : QWidget(parent)
{
    QList<QWidget *> choices;
    for (const auto &[each, action] :
         {std::pair(u"fr"_s, ActionId::LanguageFrench), std::pair(u"en"_s, ActionId::LanguageEnglish)}) {
        auto *choice = new QRadioButton(actionLabel(action));
        choice->setObjectName(u"language-"_s + each);
        choice->setChecked(each == tag);
        connect(choice, &QRadioButton::clicked, this, [speak, tag = each] { speak(tag); });
        choices += choice;
    }
    const Money sample{.amount = 12500, .currency = u"XOF"_s};
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(preferencePage(
        translate("Preferences", "Language"),
        {new PreferenceRow(translate("Preferences", "Language"),
                           translate("Preferences", "Of the console; customers are written to in theirs"),
                           stacked(choices)),
         new PreferenceRow(
             translate("Preferences", "Formats"), translate("Preferences", "They follow the language"),
             stacked({new Label(fullMoment(now), TextStyle::Body), new Label(amount(sample), TextStyle::Body),
                      new Label(fileSize(1'240'000), TextStyle::Body)}))}));
}

} // namespace akwaba
