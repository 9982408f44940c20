// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace akwaba {

class Theme;

/// The page "Appearance": scheme, density, size of the text, comfort. Each change counts at once and is kept.
class AppearancePage : public QWidget {
    Q_OBJECT

public:
    explicit AppearancePage(Theme &theme, QWidget *parent = nullptr);

private:
    template <class Change> void change(Change change);
    [[nodiscard]] QWidget *schemes();
    [[nodiscard]] QWidget *densities();
    [[nodiscard]] QWidget *textSize();
    [[nodiscard]] QWidget *comfort();
    /// What is set elsewhere while the page is shown, too.
    void showCurrent();

    Theme &m_theme;
};

} // namespace akwaba
