// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace akwaba {

/// A setting: its name with a quiet sentence at the left, what sets it at the right.
class PreferenceRow : public QWidget {
    Q_OBJECT

public:
    PreferenceRow(const QString &name, const QString &sentence, QWidget *content, QWidget *parent = nullptr);
};

/// A page: its title, and its rows with lines between them.
[[nodiscard]] QWidget *preferencePage(const QString &title, const QList<QWidget *> &rows);

} // namespace akwaba
