-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What agents are told.
CREATE TABLE notices (
    id TEXT NOT NULL PRIMARY KEY,
    agent TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    "at" BIGINT,
    tickets TEXT NOT NULL DEFAULT '[]',
    count BIGINT NOT NULL DEFAULT 0,
    target TEXT NOT NULL DEFAULT '',
    due_at BIGINT,
    read_at BIGINT,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE INDEX notices_at ON notices ("at")
--;;
-- When it is to be looked at next whether somebody has to be told of a clock; nothing where nobody has any more. A clock
-- that is kept anew is looked at anew.
ALTER TABLE sla_clocks ADD COLUMN alarm_at BIGINT
--;;
UPDATE sla_clocks SET alarm_at = at_risk_at WHERE ended_at IS NULL
--;;
CREATE INDEX sla_clocks_alarm ON sla_clocks (alarm_at) WHERE alarm_at IS NOT NULL
--;;
-- The steps of clocks that were told: each is told once. One whose date is behind `told_at`, since the due date moved, is
-- another one.
CREATE TABLE sla_alarms (
    ticket TEXT NOT NULL,
    target TEXT NOT NULL,
    instance BIGINT NOT NULL,
    step BIGINT NOT NULL,
    told_at BIGINT NOT NULL,
    PRIMARY KEY (ticket, target, instance, step)
)
