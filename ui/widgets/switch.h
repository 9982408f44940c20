// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace akwaba {

/// A setting that acts at once. A check box for keyboard and screen readers; 28 x 16, the words are beside it and
/// given as its accessible name.
class Switch : public QCheckBox {
    Q_OBJECT

public:
    explicit Switch(const QString &name, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override { return rect().contains(position); }
};

} // namespace akwaba
