-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What was promised to customers, and when the company works; each with its versions, as JSON.
CREATE TABLE calendars (
    id TEXT NOT NULL PRIMARY KEY,
    name_fr TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    versions TEXT NOT NULL DEFAULT '[]',
    active BIGINT NOT NULL DEFAULT 0,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE holidays (
    id TEXT NOT NULL PRIMARY KEY,
    calendars TEXT NOT NULL DEFAULT '[]',
    "from" TEXT NOT NULL DEFAULT '',
    "to" TEXT NOT NULL DEFAULT '',
    closed TEXT NOT NULL DEFAULT '{}',
    moves_from_sunday BIGINT NOT NULL DEFAULT 0,
    name_fr TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    confirmed_at BIGINT,
    cancelled_at BIGINT,
    decided_by TEXT NOT NULL DEFAULT '',
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE sla_policies (
    id TEXT NOT NULL PRIMARY KEY,
    name_fr TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    versions TEXT NOT NULL DEFAULT '[]',
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
