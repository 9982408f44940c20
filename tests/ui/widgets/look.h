// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QApplication>

namespace akwaba {

/// The application in Akwaba's look for as long as this lives. Light at scale 1, whatever the machine says.
struct Look {
    Look()
    {
        theme.setScheme(Theme::Scheme::Light);
        QApplication::setStyle(new AkwabaStyle(theme));
    }
    ~Look() { QApplication::setStyle(QStringLiteral("fusion")); }
    Q_DISABLE_COPY_MOVE(Look)

    Theme theme;
};

} // namespace akwaba
