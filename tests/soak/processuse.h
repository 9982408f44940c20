// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// What a process holds of the machine now, as the kernel says in /proc. Of several processes: the sum.
struct ProcessUse {
    qint64 residentKb = 0;
    qint64 descriptors = 0;
    [[nodiscard]] static ProcessUse of(qint64 pid);
    ProcessUse &operator+=(const ProcessUse &other);
};
