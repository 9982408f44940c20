// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>

class QWidget;

namespace akwaba {

/// What is so, and what it is called.
using Facts = QList<QPair<QString, QString>>;

/// A page to read: facts beside their names, which can be selected and copied, and a sentence beneath. Facts without a
/// word are left out.
[[nodiscard]] QWidget *factsPage(const QString &title, const Facts &facts, const QString &sentence = {});

} // namespace akwaba
