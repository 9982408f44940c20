// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/widgets/theme.h"

#include <optional>

namespace akwaba {

/// What the command line asks of the console.
struct Options {
    QString server;
    QString email;
    QString password; // from --password-file; only for the demonstration and tests
    QString profiles; // folder of the profiles
    bool offline = false;
    bool keepNothing = false; // nothing stays on this machine
    int keepDays = 0; // for so long a ticket that is closed stays on this machine; 0: for ever
    QString language; // empty: as chosen before
    std::optional<Theme::Scheme> scheme;
    QString tour; // folder for the pictures of a tour; empty: no tour
    QString tourPlan; // file with its steps
    QString startedMark; // file that is written when the first inbox is painted: for measurements
};

/// Code::BadInput with a sentence for the terminal in its detail. --help and --version end the program.
[[nodiscard]] Result<Options> parseOptions(const QStringList &arguments);

} // namespace akwaba
