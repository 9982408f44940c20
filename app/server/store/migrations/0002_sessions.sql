-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Second factors, and what is remembered of sessions and devices. Nothing in here leaves the server. All of it is about
-- agents, by their id alone; of customers it holds nothing.

-- The secret of an agent's one-time codes, sealed under a key that lies outside the database (secrets.key).
-- last_step is the last 30 seconds of which a code was used: a code works once.
CREATE TABLE second_factors (
    agent TEXT NOT NULL PRIMARY KEY,
    sealed_secret TEXT NOT NULL,
    confirmed BIGINT NOT NULL,
    last_step BIGINT NOT NULL,
    begun_at BIGINT NOT NULL
)
--;;
-- Keyed hashes of the codes for a day without the telephone.
CREATE TABLE recovery_codes (
    hash TEXT NOT NULL PRIMARY KEY,
    agent TEXT NOT NULL,
    used_at BIGINT
)
--;;
CREATE INDEX recovery_codes_agent ON recovery_codes (agent)
--;;
-- Who did what to which session or device: ids only, no name, no address of any kind. An empty actor is the command
-- line; an empty subject is a name that is no agent's. repeats counts what was gathered into one row.
CREATE TABLE audit (
    id TEXT NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL,
    actor TEXT NOT NULL,
    "action" TEXT NOT NULL,
    subject TEXT NOT NULL,
    device TEXT NOT NULL,
    "result" TEXT NOT NULL,
    repeats BIGINT NOT NULL
)
--;;
CREATE INDEX audit_at ON audit ("at")
--;;
CREATE INDEX tokens_agent ON tokens (agent)
