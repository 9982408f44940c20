// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

#include <array>
#include <memory>

class QWidget;

namespace akwaba {

class IconCache;

/// The type scale. Pixels / line at scale 1, weight.
enum class TextStyle : quint8 {
    Title, ///< 20/28 600, title of a room or an article
    Heading, ///< 16/24 600, subject
    Figure, ///< 26/32 600, the number of a tile
    PaneTitle, ///< 14/20 600, head of a list, title row of a dialog
    Reading, ///< 14/21 400, messages, composer, articles
    Body, ///< 13/18 400, rows, fields, menus
    BodyMedium, ///< 13/18 500, names, buttons
    BodyStrong, ///< 13/18 600, unread, current, primary button
    Small, ///< 12/16 400, chips, captions
    SmallMedium, ///< 12/16 500, labels of fields
    SmallStrong, ///< 12/16 600, title of a section
    Pill, ///< 11.5/16 500, pills and ages
    PillStrong, ///< 11.5/16 600, urgent pills, group headers
    Micro, ///< 11/14 400, axis labels, clock targets
    MicroStrong, ///< 11/14 600, group labels
};
inline constexpr int textStyleCount = int(TextStyle::MicroStrong) + 1;

/// How tall rows of lists are: 40, 56 or 72 pixels at scale 1.
enum class Density : quint8 { Compact, Normal, Comfortable };

/// Everything that decides how the program looks: colours, fonts, scale, density, motion, icons.
/// main() owns the one instance and hands it to AkwabaStyle; widgets reach it with themeOf(). UI thread only.
/// Does not touch the application: AkwabaStyle listens to changed() and sets palette and font.
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Scheme : quint8 { System, Light, Dark };

    /// iconFolder: where NAME.svg are read from. Takes the system's scheme from the application's palette,
    /// so it must be made after QApplication and before AkwabaStyle is set.
    explicit Theme(const QString &iconFolder = QStringLiteral(":/akwaba/icons"), QObject *parent = nullptr);
    ~Theme() override;

    [[nodiscard]] QColor color(Token token) const { return tokenColor(token, isDark()); }
    [[nodiscard]] bool isDark() const;
    [[nodiscard]] QFont font(TextStyle style) const { return m_fonts[std::size_t(style)]; }
    /// The height of one line of that style, scaled.
    [[nodiscard]] int lineHeight(TextStyle style) const;
    /// A length of the design in pixels of the screen: round(length * scale).
    [[nodiscard]] int px(qreal length) const { return qRound(length * m_scale); }
    /// Duration of a movement: 0 when motion is reduced.
    [[nodiscard]] int motion(int milliseconds) const { return m_reducedMotion ? 0 : milliseconds; }
    /// Reads the fonts, for which the first text would have to wait: for a moment that would pass idly.
    void loadFonts() const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] IconCache &icons() const { return *m_icons; }

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    /// What the system asks for; counts while scheme() is System. AkwabaStyle keeps it current.
    [[nodiscard]] bool systemIsDark() const { return m_systemDark; }
    void setSystemDark(bool dark);

    [[nodiscard]] double scale() const { return m_scale; }
    void setScale(double scale); ///< kept within 0.8 and 2.0

    [[nodiscard]] Density density() const { return m_density; }
    void setDensity(Density density);

    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);

    /// Whether rows of lists show whose they are, as a disc with initials.
    [[nodiscard]] bool showsInitials() const { return m_showsInitials; }
    void setShowsInitials(bool shows);

    /// Whether the icon of a row has its letter beside it, for those who don't tell the icons apart.
    [[nodiscard]] bool spellsIcons() const { return m_spellsIcons; }
    void setSpellsIcons(bool spells);

Q_SIGNALS:
    /// Something above changed. A widget need not listen: AkwabaStyle passes it on as QEvent::StyleChange.
    void changed();

private:
    void makeFonts();
    void announce();
    template <class T> void change(T &member, T value);

    std::unique_ptr<IconCache> m_icons;
    std::array<QFont, std::size_t(textStyleCount)> m_fonts;
    Scheme m_scheme = Scheme::System;
    Density m_density = Density::Normal;
    double m_scale = 1.0;
    bool m_systemDark = false;
    bool m_reducedMotion = false;
    bool m_showsInitials = true;
    bool m_spellsIcons = false;
};

/// The theme a widget is drawn with: that of its style, or else of the application's style, which must be an
/// AkwabaStyle. This is how widgets and delegates reach the theme (`themeOf(option.widget)`), without a global.
[[nodiscard]] const Theme &themeOf(const QWidget *widget);

/// Dark if its text is lighter than its ground.
[[nodiscard]] bool isDarkPalette(const QPalette &palette);

} // namespace akwaba
