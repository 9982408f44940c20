// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/paint.h"
#include "ui/widgets/paintedbutton.h"

namespace akwaba {

/// A condition of a list. Inactive: its name and a chevron, a click opens the menu. Active: what was chosen and an x
/// that removes it, as do Delete and Backspace. 22 high, round ends.
class FilterChip : public PaintedButton {
    Q_OBJECT

public:
    explicit FilterChip(const QString &text, QWidget *parent = nullptr);

    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The x was pressed; the chip stays active until the caller says otherwise.
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void themeChanged() override;

private:
    [[nodiscard]] QRect markRect() const;

    bool m_active = false;
};

/// A value that a click changes: either a state (shape and word on its soft ground) or an icon with a word in a
/// border. 22 high, radius 4.
class StatusChip : public PaintedButton {
    Q_OBJECT

public:
    explicit StatusChip(QWidget *parent = nullptr);

    void setState(const Chip &chip);
    void setPlain(const QString &iconName, const QString &text);
    /// A person: avatar of 16 and a word in a border.
    void setPerson(const QString &id, const QString &initials, const QString &text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    enum class Kind : quint8 { State, Icon, Person };

    Kind m_kind = Kind::Icon;
    Chip m_chip;
    QString m_iconName;
    QString m_personId;
    QString m_initials;
};

} // namespace akwaba
