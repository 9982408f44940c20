-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE intent(
    oseq INTEGER PRIMARY KEY AUTOINCREMENT,
    dseq INTEGER UNIQUE,
    iid TEXT NOT NULL UNIQUE,
    op TEXT NOT NULL,
    opver INTEGER NOT NULL,
    entity TEXT NOT NULL,
    ticket TEXT NOT NULL,
    args TEXT NOT NULL,
    base_rev INTEGER NOT NULL,
    deps TEXT NOT NULL,
    subjects TEXT NOT NULL,
    state TEXT NOT NULL CHECK(state IN ('held', 'ready', 'inflight', 'accepted', 'merged', 'needsReview', 'rejected',
                                        'blocked', 'cancelled')),
    resend INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT 'none',
    applied_seq INTEGER,
    patch TEXT,
    echoed INTEGER NOT NULL DEFAULT 0,
    written_at INTEGER,
    settled_at INTEGER)
--;;
CREATE INDEX intent_open ON intent(state, oseq) WHERE state NOT IN ('accepted', 'merged')
--;;
CREATE INDEX intent_unseen ON intent(oseq) WHERE echoed = 0
--;;
CREATE INDEX intent_ticket ON intent(ticket)
--;;
CREATE TABLE draft(
    id TEXT PRIMARY KEY,
    ticket TEXT NOT NULL,
    record TEXT NOT NULL,
    written_at INTEGER) WITHOUT ROWID
--;;
CREATE INDEX draft_ticket ON draft(ticket)
--;;
CREATE TABLE seen(
    ticket TEXT PRIMARY KEY,
    at INTEGER NOT NULL) WITHOUT ROWID
--;;
CREATE TABLE meta(
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL) WITHOUT ROWID
