// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

namespace akwaba {

/// The page "Language": which one the agent reads, and how dates, numbers and amounts are written in it.
class LanguagePage : public QWidget {
    Q_OBJECT

public:
    LanguagePage(const QString &tag, const std::function<void(const QString &)> &speak, const QDateTime &now,
                 QWidget *parent = nullptr);
};

} // namespace akwaba
