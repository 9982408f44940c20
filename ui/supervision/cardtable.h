// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>

namespace akwaba {

/// A table on a card of the live page: no frame, and the ground of the card.
class CardTable : public QTreeWidget {
    Q_OBJECT

public:
    explicit CardTable(QWidget *parent = nullptr);
};

/// Numbers stand at the right of their column.
inline constexpr Qt::Alignment ofNumbers = Qt::AlignVCenter | Qt::AlignRight;

} // namespace akwaba
