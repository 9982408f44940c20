-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What this device was asked to make vanish, and how far it has come, so that a crash ends nothing: here and not in the
-- cache, which may itself be what has to go. Ids and figures only.
CREATE TABLE erasure_local(
    id TEXT PRIMARY KEY,
    step TEXT NOT NULL CHECK(step IN ('deleting', 'deleted', 'rewritten', 'rebuilt', 'done')),
    ack TEXT NOT NULL DEFAULT '{}') WITHOUT ROWID
