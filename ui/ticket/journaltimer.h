// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

namespace akwaba {

/// Says when what is being typed has to be written down: within the half second that a crash may cost, with room for
/// the disk. Started by the first change and not put off by the next: half a second is a promise, not a pause in
/// typing.
class JournalTimer : public QTimer {
public:
    JournalTimer()
    {
        setSingleShot(true);
        setInterval(std::chrono::milliseconds(350));
    }
    void noteChange()
    {
        if (!isActive()) start();
    }
};

} // namespace akwaba
