// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace akwaba::fuzz {

/// What must hold whatever came in. Ends the process where it doesn't: for a fuzzer that is a finding.
inline void promise(bool holds, const char *what, const QString &more = {})
{
    if (!holds) qFatal("broken promise: %s %s", what, qPrintable(more));
}

} // namespace akwaba::fuzz

/// What libFuzzer calls, and the replay in the ordinary build. Each target defines it.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size);
