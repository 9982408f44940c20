-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What an agent has begun to write in a form that makes a command and no draft: for this device alone, one row for each
-- thing that can be written. As an intent, but it has no place in the order of sending.
CREATE TABLE form(
    key TEXT PRIMARY KEY,
    op TEXT NOT NULL,
    opver INTEGER NOT NULL,
    entity TEXT NOT NULL,
    ticket TEXT NOT NULL,
    args TEXT NOT NULL,
    subjects TEXT NOT NULL,
    written_at INTEGER) WITHOUT ROWID
--;;
CREATE INDEX form_ticket ON form(ticket)
