// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/keymap.h"
#include "core/domain/agent.h"

#include <QDateTime>
#include <QDialog>

#include <functional>

class QPushButton;
class QStackedWidget;

namespace akwaba {

class SearchField;
class SideBar;
class Theme;

/// What an agent sets for himself, and what he may want to know of this program: pages at the left, which a field
/// filters by the words that stand on them. Every change counts at once.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    struct Parts {
        Theme &theme;
        Agent agent; ///< himself
        QStringList teams; ///< their names
        QString connection; ///< to the server, in words
        QDateTime dataAsOf; ///< invalid before there was any
        int keepDays = 0; ///< for so long a closed ticket stays here; 0: for ever
        QDateTime now;
        std::function<QString()> language; ///< its tag
        std::function<void(const QString &)> speak;
        std::function<Keymap()> keymap;
        std::function<void(const Keymap &)> setKeymap;
    };

    explicit PreferencesDialog(Parts parts, QWidget *parent = nullptr);

    /// profile, appearance, language, shortcuts, device or about.
    void showPage(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Page {
        QString id;
        QString icon;
        QString title;
        QWidget *widget;
        std::function<void()> restore; // what is on it as it was at first; none where nothing is set
    };

    void build();
    void rebuild();
    void fit();
    [[nodiscard]] QWidget *navigation();
    [[nodiscard]] QWidget *foot();
    [[nodiscard]] QList<Page> makePages();
    [[nodiscard]] QWidget *profilePage() const;
    [[nodiscard]] QWidget *devicePage() const;
    [[nodiscard]] QWidget *aboutPage() const;
    void filter(const QString &typed);
    void choose(const QString &id);

    Parts m_parts;
    QList<Page> m_pages;
    QString m_current;
    double m_scale = 1;
    SearchField *m_search = nullptr;
    SideBar *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QPushButton *m_restore = nullptr;
};

} // namespace akwaba
