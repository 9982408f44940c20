// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace akwaba {

class Timeline;

/// Makes the messages of every Timeline readable for screen readers and for tests through AT-SPI: a list with one text
/// per item, and in the items near the visible part what can be pressed. Once per process; further calls do nothing.
void installTimelineAccess();

/// Tells screen readers that the focus is now on that hot spot of that item.
void announceTimelineFocus(Timeline &timeline, int item, int spot);

} // namespace akwaba
