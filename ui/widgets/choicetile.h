// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRadioButton>

#include <functional>

class QPainter;

namespace akwaba {

class Theme;

/// A radio button under a painted picture of what it stands for; the chosen one has a frame. Exclusive with the others
/// of its parent.
class ChoiceTile : public QRadioButton {
    Q_OBJECT

public:
    using Picture = std::function<void(QPainter &, const QRectF &, const Theme &)>;

    /// The size of the picture at scale 1; `hint` are quiet words behind the label.
    ChoiceTile(const QString &text, const QString &hint, const QSize &size, Picture picture, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override { return rect().contains(position); }

private:
    [[nodiscard]] QRect pictureRect() const;
    void paintPicture(QPainter &painter, const Theme &theme) const;
    void paintLabel(QPainter &painter, const Theme &theme);

    QString m_hint;
    QSize m_size;
    Picture m_picture;
};

} // namespace akwaba
