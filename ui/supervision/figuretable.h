// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/supervision/cardtable.h"

namespace akwaba {

/// The numbers of a chart: what it says to whoever can't see it. The first column is words.
class FigureTable : public CardTable {
    Q_OBJECT

public:
    explicit FigureTable(QWidget *parent = nullptr);

    void setFigures(const QStringList &columns, const QList<QStringList> &rows);
};

} // namespace akwaba
