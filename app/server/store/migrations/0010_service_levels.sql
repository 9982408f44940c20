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
--;;
-- The clocks of tickets, computed from what happened to them (core/sla/clocks.h) and kept for whoever asks for many at
-- once. They can be made anew at any time. Instants are milliseconds; pauses are pairs of them, the last without an end.
CREATE TABLE sla_clocks (
    ticket TEXT NOT NULL,
    target TEXT NOT NULL,
    instance BIGINT NOT NULL,
    state TEXT NOT NULL,
    policy TEXT NOT NULL,
    policy_version BIGINT NOT NULL,
    calendar TEXT NOT NULL,
    calendar_version BIGINT NOT NULL,
    unit TEXT NOT NULL,
    days BIGINT NOT NULL,
    length BIGINT NOT NULL,
    promise BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    due_at BIGINT,
    at_risk_at BIGINT,
    breached_at BIGINT,
    annulled_at BIGINT,
    ended_at BIGINT,
    pauses TEXT NOT NULL,
    next_at BIGINT,
    PRIMARY KEY (ticket, target, instance)
)
--;;
CREATE INDEX sla_clocks_next ON sla_clocks (next_at) WHERE next_at IS NOT NULL
