// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/paint.h"

#include <QLabel>

namespace akwaba {

/// What the painted labels below share. They are QLabels for screen readers, which read text(); paint.h draws them.
class PaintedLabel : public QLabel {
    Q_OBJECT

public:
    explicit PaintedLabel(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const final;
    [[nodiscard]] QSize minimumSizeHint() const final { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) final;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] virtual QSizeF paintedSize(const Theme &theme) const = 0;
    virtual void paint(QPainter &painter, const Theme &theme) = 0;
    /// text() for screen readers, and a new size.
    void say(const QString &text);
};

/// One pill, 20 high. `spoken` is what a screen reader says, e.g. "late 1 h 05, first reply".
class PillLabel : public PaintedLabel {
    Q_OBJECT

public:
    explicit PillLabel(QWidget *parent = nullptr) : PaintedLabel(parent) { }
    void setPill(const Pill &pill, const QString &spoken);
    [[nodiscard]] const Pill &pill() const { return m_pill; }

protected:
    QSizeF paintedSize(const Theme &theme) const override;
    void paint(QPainter &painter, const Theme &theme) override;

private:
    Pill m_pill;
};

/// The name of a key, framed.
class KeyHint : public PaintedLabel {
    Q_OBJECT

public:
    explicit KeyHint(const QString &key, QWidget *parent = nullptr);

protected:
    QSizeF paintedSize(const Theme &theme) const override;
    void paint(QPainter &painter, const Theme &theme) override;
};

/// A count on the colour of alarm; hidden at 0.
class CountBadge : public PaintedLabel {
    Q_OBJECT

public:
    explicit CountBadge(QWidget *parent = nullptr);
    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }

protected:
    QSizeF paintedSize(const Theme &theme) const override;
    void paint(QPainter &painter, const Theme &theme) override;

private:
    int m_count = 0;
};

/// The disc of a person; a screen reader says the name.
class Avatar : public PaintedLabel {
    Q_OBJECT

public:
    explicit Avatar(int diameter = 28, QWidget *parent = nullptr);
    void setPerson(const QString &id, const QString &name, InitialsRule rule = InitialsRule::FirstAndLast);

protected:
    QSizeF paintedSize(const Theme &theme) const override;
    void paint(QPainter &painter, const Theme &theme) override;

private:
    QString m_id;
    QString m_initials;
    int m_diameter;
};

/// An icon of the design as a label; without words for screen readers, so put it beside some.
class IconLabel : public PaintedLabel {
    Q_OBJECT

public:
    explicit IconLabel(const QString &iconName, int size = 16, Token color = Token::Text2, QWidget *parent = nullptr);
    void setIcon(const QString &iconName, Token color);

protected:
    QSizeF paintedSize(const Theme &theme) const override;
    void paint(QPainter &painter, const Theme &theme) override;

private:
    QString m_iconName;
    int m_size;
    Token m_color;
};

/// A line over the whole width.
class Rule : public QWidget {
    Q_OBJECT

public:
    explicit Rule(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace akwaba
