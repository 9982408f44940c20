// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

namespace akwaba {

/// A card on the window's ground: fill, line, radius 10.
class Panel : public QWidget {
public:
    explicit Panel(Token ground, QWidget *parent = nullptr) : QWidget(parent), m_ground(ground) { }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Token m_ground;
};

} // namespace akwaba
