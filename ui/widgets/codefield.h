// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace akwaba {

/// Six digits, each in its box. A QLineEdit in all but its looks: pasting, keyboard and screen readers work as usual;
/// spaces and other characters of a pasted code are dropped.
class CodeField : public QLineEdit {
    Q_OBJECT

public:
    static constexpr int length = 6;

    explicit CodeField(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The last box was filled.
    void completed(const QString &code);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace akwaba
