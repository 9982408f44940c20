// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedWidget;

namespace akwaba {

class FigureTable;
class IconButton;
class Label;

/// A chart with its title, and the same numbers as a table at the press of a button.
class FigureCard : public QWidget {
    Q_OBJECT

public:
    enum class Content { Chart, Table }; ///< what is a table needs no other

    /// Takes the content.
    explicit FigureCard(QWidget *content, Content kind, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &subtitle);
    [[nodiscard]] FigureTable &table() const { return *m_table; }
    void setTableShown(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    Label *m_title;
    Label *m_subtitle;
    IconButton *m_toTable;
    QStackedWidget *m_pages;
    FigureTable *m_table;
};

/// The frame of a card of the page.
void paintCard(QWidget *card);

} // namespace akwaba
