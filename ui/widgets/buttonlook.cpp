// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttonlook.h"

#include <QVariant>
#include <QWidget>

#include <array>

namespace akwaba {

namespace {

constexpr auto lookProperty = "look";
constexpr auto joinedProperty = "joined";
constexpr auto errorProperty = "error";

// In the order of ButtonLook.
constexpr std::array lookWords{QLatin1StringView("secondary"), QLatin1StringView("primary"),
                               QLatin1StringView("note"),      QLatin1StringView("escalate"),
                               QLatin1StringView("danger"),    QLatin1StringView("quiet"),
                               QLatin1StringView("link"),      QLatin1StringView("small-link")};

} // namespace

void setLook(QWidget *button, ButtonLook look)
{
    button->setProperty(lookProperty, QString(lookWords[std::size_t(look)]));
    button->updateGeometry();
    button->update();
}

ButtonLook lookOf(const QWidget *button)
{
    if (!button) return ButtonLook::Secondary;
    const QString word = button->property(lookProperty).toString();
    for (std::size_t i = 0; i < lookWords.size(); ++i)
        if (word == lookWords[i]) return ButtonLook(i);
    return ButtonLook::Secondary;
}

void setJoined(QWidget *button, Joined joined)
{
    button->setProperty(joinedProperty, int(joined));
    button->update();
}

Joined joinedOf(const QWidget *button)
{
    return button ? Joined(button->property(joinedProperty).toInt()) : Joined::None;
}

void setFieldError(QWidget *field, bool wrong)
{
    field->setProperty(errorProperty, wrong);
    field->update();
}

bool hasFieldError(const QWidget *field) { return field && field->property(errorProperty).toBool(); }

} // namespace akwaba
