// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/appearancepage.h"

#include "ui/preferences/appearancepictures.h"
#include "ui/preferences/keptpreferences.h"
#include "ui/preferences/preferencerow.h"
#include "ui/text/translate.h"
#include "ui/widgets/choicetile.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/switch.h"

#include <QBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>

#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int smallestText = 80;
constexpr int largestText = 200;

struct ComfortEntry {
    const char *name;
    const char *words;
    bool Appearance::*member;
};

constexpr std::array<ComfortEntry, 2> comforts{{
    {"showsInitials", QT_TRANSLATE_NOOP("Preferences", "Show the initials of agents in lists"),
     &Appearance::showsInitials},
    {"spellsIcons", QT_TRANSLATE_NOOP("Preferences", "Letter of the channel beside its icon"),
     &Appearance::spellsIcons},
}};

/// On one line, or on several where large text leaves no room.
QWidget *sideBySide(const QList<QWidget *> &widgets)
{
    auto *whole = new QWidget;
    auto *row = new FlowLayout(whole);
    row->setContentsMargins({});
    row->setSpacing(themeOf(whole).px(12));
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    return whole;
}

} // namespace

AppearancePage::AppearancePage(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(preferencePage(
        translate("Preferences", "Appearance"),
        {new PreferenceRow(translate("Preferences", "Colours"),
                           translate("Preferences", "As the system has them, or always the same"), schemes()),
         new PreferenceRow(translate("Preferences", "Density"),
                           translate("Preferences", "How tall the rows of lists are"), densities()),
         new PreferenceRow(translate("Preferences", "Size of the text"), translate("Preferences", "80 to 200 %"),
                           textSize()),
         new PreferenceRow(translate("Preferences", "Comfort"), {}, comfort())}));
    connect(&theme, &Theme::changed, this, &AppearancePage::showCurrent);
    showCurrent();
}

template <class Change> void AppearancePage::change(Change change)
{
    Appearance wanted = appearanceOf(m_theme);
    change(wanted);
    changeAppearance(m_theme, wanted);
}

QWidget *AppearancePage::schemes()
{
    const std::array names{translate("Preferences", "System"), translate("Action", "Light"),
                           translate("Action", "Dark")};
    QList<QWidget *> tiles;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto scheme = static_cast<Theme::Scheme>(i);
        auto *tile =
            new ChoiceTile(names[i], {}, {148, 84}, [scheme](QPainter &painter, const QRectF &rect, const Theme &) {
                paintSchemePicture(painter, rect, scheme);
            });
        tile->setObjectName(u"scheme%1"_s.arg(i));
        connect(tile, &QRadioButton::clicked, this,
                [this, scheme] { change([scheme](Appearance &wanted) { wanted.scheme = scheme; }); });
        tiles += tile;
    }
    return sideBySide(tiles);
}

QWidget *AppearancePage::densities()
{
    const std::array names{translate("Preferences", "Compact"), translate("Preferences", "Normal"),
                           translate("Preferences", "Comfortable")};
    constexpr std::array heights{40, 56, 72};
    QList<QWidget *> tiles;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto density = static_cast<Density>(i);
        auto *tile = new ChoiceTile(names[i], translate("Preferences", "%1 px").arg(heights[i]), {156, 128},
                                    [density](QPainter &painter, const QRectF &rect, const Theme &theme) {
                                        paintDensityPicture(painter, rect, theme, density);
                                    });
        tile->setObjectName(u"density%1"_s.arg(i));
        connect(tile, &QRadioButton::clicked, this,
                [this, density] { change([density](Appearance &wanted) { wanted.density = density; }); });
        tiles += tile;
    }
    return sideBySide(tiles);
}

QWidget *AppearancePage::textSize()
{
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(u"textSizeSlider"_s);
    slider->setRange(smallestText, largestText);
    slider->setSingleStep(5);
    slider->setPageStep(20);
    // While it is dragged it must not slide away from under the pointer.
    slider->setTracking(false);
    slider->setMinimumWidth(themeOf(this).px(140));
    slider->setMaximumWidth(themeOf(this).px(280));
    slider->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *number = new QSpinBox;
    number->setObjectName(u"textSize"_s);
    number->setRange(smallestText, largestText);
    number->setSingleStep(5);
    number->setKeyboardTracking(false);
    number->setSuffix(translate("Preferences", " %", "percent"));
    for (QWidget *field : {static_cast<QWidget *>(slider), static_cast<QWidget *>(number)})
        field->setAccessibleName(translate("Preferences", "Size of the text"));
    const auto set = [this](int percent) { change([percent](Appearance &wanted) { wanted.textSize = percent; }); };
    connect(slider, &QSlider::valueChanged, this, set);
    connect(number, &QSpinBox::valueChanged, this, set);
    return sideBySide({new Label(u"A"_s, TextStyle::Micro, Token::Text2), slider,
                       new Label(u"A"_s, TextStyle::Title, Token::Text2), number});
}

QWidget *AppearancePage::comfort()
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins({});
    column->setSpacing(themeOf(this).px(10));
    for (const ComfortEntry &entry : comforts) {
        const QString words = translate("Preferences", entry.words);
        auto *button = new Switch(words);
        button->setObjectName(QString::fromLatin1(entry.name));
        connect(button, &QAbstractButton::toggled, this, [this, member = entry.member](bool on) {
            change([member, on](Appearance &wanted) { wanted.*member = on; });
        });
        auto *label = new Label(words, TextStyle::Body);
        label->setBuddy(button);
        label->setWordWrap(true);
        auto *row = new QHBoxLayout;
        row->setSpacing(themeOf(whole).px(12));
        row->addWidget(button);
        row->addWidget(label, 1);
        column->addLayout(row);
    }
    return whole;
}

void AppearancePage::showCurrent()
{
    const Appearance now = appearanceOf(m_theme);
    findChild<QRadioButton *>(u"scheme%1"_s.arg(int(now.scheme)))->setChecked(true);
    findChild<QRadioButton *>(u"density%1"_s.arg(int(now.density)))->setChecked(true);
    auto *slider = findChild<QSlider *>(u"textSizeSlider"_s);
    auto *number = findChild<QSpinBox *>(u"textSize"_s);
    const QSignalBlocker quietSlider(slider);
    const QSignalBlocker quietNumber(number);
    slider->setValue(now.textSize);
    number->setValue(now.textSize);
    for (const ComfortEntry &entry : comforts) {
        auto *button = findChild<Switch *>(QString::fromLatin1(entry.name));
        const QSignalBlocker quiet(button);
        button->setChecked(now.*entry.member);
    }
}

} // namespace akwaba
