-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who may be asked for help with a ticket, and each time that somebody was.
CREATE TABLE escalation_paths (
    id TEXT NOT NULL PRIMARY KEY,
    name_fr TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    tier BIGINT NOT NULL DEFAULT 0,
    team TEXT NOT NULL DEFAULT '',
    targets TEXT NOT NULL DEFAULT '[]',
    otherwise TEXT NOT NULL DEFAULT '',
    steps_fr TEXT NOT NULL DEFAULT '[]',
    steps_en TEXT NOT NULL DEFAULT '[]',
    position BIGINT NOT NULL DEFAULT 0,
    active BIGINT NOT NULL DEFAULT 0,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE escalations (
    id TEXT NOT NULL PRIMARY KEY,
    ticket TEXT NOT NULL DEFAULT '',
    path TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    tier BIGINT NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    tried TEXT NOT NULL DEFAULT '[]',
    asked TEXT NOT NULL DEFAULT '',
    from_team TEXT NOT NULL DEFAULT '',
    from_agent TEXT NOT NULL DEFAULT '',
    team TEXT NOT NULL DEFAULT '',
    opened_by TEXT NOT NULL DEFAULT '',
    opened_at BIGINT,
    pickup_due_at BIGINT,
    accepted_by TEXT NOT NULL DEFAULT '',
    accepted_at BIGINT,
    step_due_at BIGINT,
    promised_at BIGINT,
    notice TEXT NOT NULL DEFAULT '',
    notice_waived TEXT NOT NULL DEFAULT '',
    slips BIGINT NOT NULL DEFAULT 0,
    bounces BIGINT NOT NULL DEFAULT 0,
    answer TEXT NOT NULL DEFAULT '',
    cause TEXT NOT NULL DEFAULT '',
    faq_candidate BIGINT NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    handed_back_at BIGINT,
    closed_at BIGINT,
    follows TEXT NOT NULL DEFAULT '',
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE INDEX escalations_ticket ON escalations (ticket)
--;;
-- Those of which the server has something to do by itself once a date has passed.
CREATE INDEX escalations_open ON escalations (opened_at) WHERE closed_at IS NULL
