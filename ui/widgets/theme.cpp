// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/icons.h"

#include <QFontMetricsF>
#include <QGuiApplication>

#include <algorithm>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

struct TypeEntry {
    qreal pixels;
    qreal line;
    QFont::Weight weight;
};

// In the order of TextStyle.
constexpr std::array<TypeEntry, std::size_t(textStyleCount)> typeScale{{
    {20, 28, QFont::DemiBold}, // Title
    {16, 24, QFont::DemiBold}, // Heading
    {26, 32, QFont::DemiBold}, // Figure
    {14, 20, QFont::DemiBold}, // PaneTitle
    {14, 21, QFont::Normal}, // Reading
    {13, 18, QFont::Normal}, // Body
    {13, 18, QFont::Medium}, // BodyMedium
    {13, 18, QFont::DemiBold}, // BodyStrong
    {12, 16, QFont::Normal}, // Small
    {12, 16, QFont::Medium}, // SmallMedium
    {12, 16, QFont::DemiBold}, // SmallStrong
    {11.5, 16, QFont::Medium}, // Pill
    {11.5, 16, QFont::DemiBold}, // PillStrong
    {11, 14, QFont::Normal}, // Micro
    {11, 14, QFont::DemiBold}, // MicroStrong
}};

} // namespace

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

Theme::Theme(const QString &iconFolder, QObject *parent)
    : QObject(parent), m_icons(std::make_unique<IconCache>(iconFolder)),
      m_systemDark(isDarkPalette(QGuiApplication::palette()))
{
    makeFonts();
}

Theme::~Theme() = default;

bool Theme::isDark() const { return m_scheme == Scheme::System ? m_systemDark : m_scheme == Scheme::Dark; }

int Theme::lineHeight(TextStyle style) const { return px(typeScale[std::size_t(style)].line); }

void Theme::makeFonts()
{
    static const QStringList families{u"Inter"_s, u"Segoe UI Variable Text"_s, u"Segoe UI"_s, u"SF Pro Text"_s,
                                      u"Noto Sans"_s};
    for (std::size_t i = 0; i < typeScale.size(); ++i) {
        QFont font(families);
        font.setStyleHint(QFont::SansSerif);
        font.setPixelSize(px(typeScale[i].pixels));
        font.setWeight(typeScale[i].weight);
        if (qGuiApp->devicePixelRatio() > 1.25) font.setHintingPreference(QFont::PreferNoHinting);
        m_fonts[i] = font;
    }
}

void Theme::loadFonts() const
{
    for (const TextStyle weight : {TextStyle::Body, TextStyle::BodyMedium, TextStyle::BodyStrong})
        (void)QFontMetricsF(font(weight)).horizontalAdvance(QStringLiteral("Akwaba"));
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, Token::Win);
    set(QPalette::Base, Token::Base);
    set(QPalette::AlternateBase, Token::Sunken);
    set(QPalette::Button, Token::Raised);
    set(QPalette::WindowText, Token::Text1);
    set(QPalette::Text, Token::Text1);
    set(QPalette::ButtonText, Token::Text1);
    set(QPalette::BrightText, Token::OnBreach);
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::Highlight, Token::Sel);
    set(QPalette::HighlightedText, Token::Text1);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::ToolTipBase, Token::Tip);
    set(QPalette::ToolTipText, Token::OnTip);
    set(QPalette::Light, Token::Raised);
    set(QPalette::Midlight, Token::Hover);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::LineStrong);
    set(QPalette::Shadow, Token::LineStrong);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText,
                            QPalette::HighlightedText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, color(Token::TextOff));
    palette.setColor(QPalette::Disabled, QPalette::Base, color(Token::Sunken));
    palette.setColor(QPalette::Disabled, QPalette::Button, color(Token::Sunken));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, color(Token::SelOff));
    return palette;
}

template <class T> void Theme::change(T &member, T value)
{
    if (value == member) return;
    member = value;
    announce();
}

void Theme::setScheme(Scheme scheme) { change(m_scheme, scheme); }

void Theme::setSystemDark(bool dark)
{
    if (dark == m_systemDark) return;
    m_systemDark = dark;
    if (m_scheme == Scheme::System) announce();
}

void Theme::setScale(double scale)
{
    scale = std::clamp(scale, 0.8, 2.0);
    if (qFuzzyCompare(scale, m_scale)) return;
    m_scale = scale;
    makeFonts();
    announce();
}

void Theme::setDensity(Density density) { change(m_density, density); }

void Theme::setReducedMotion(bool reduced) { change(m_reducedMotion, reduced); }

void Theme::setShowsInitials(bool shows) { change(m_showsInitials, shows); }

void Theme::setSpellsIcons(bool spells) { change(m_spellsIcons, spells); }

void Theme::announce()
{
    m_icons->clear();
    Q_EMIT changed();
}

} // namespace akwaba
