// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace akwaba {

class IconLabel;
class Label;

/// A section of a side pane: icon and title, a text or a link at the right, content beneath, a line under it.
class SectionCard : public QWidget {
    Q_OBJECT

public:
    SectionCard(const QString &iconName, const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Quiet words at the right of the title.
    void setTrailingText(const QString &text);
    /// A link at the right of the title; empty: none.
    void setLink(const QString &text);
    /// Where the content goes.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

Q_SIGNALS:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    Label *m_title;
    Label *m_trailing;
    QPushButton *m_link;
    QVBoxLayout *m_body;
};

} // namespace akwaba
