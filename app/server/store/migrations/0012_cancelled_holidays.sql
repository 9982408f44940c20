-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who cancelled a holiday is said beside who confirmed it.
ALTER TABLE holidays ADD COLUMN cancelled_by TEXT NOT NULL DEFAULT ''
