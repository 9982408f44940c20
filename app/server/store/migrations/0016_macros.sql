-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What agents don't want to write or click again.
CREATE TABLE text_modules (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    keyword TEXT NOT NULL DEFAULT '',
    text_fr TEXT NOT NULL DEFAULT '',
    text_en TEXT NOT NULL DEFAULT '',
    team TEXT NOT NULL DEFAULT '',
    active BIGINT NOT NULL DEFAULT 0,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE macros (
    id TEXT NOT NULL PRIMARY KEY,
    name_fr TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    team TEXT NOT NULL DEFAULT '',
    conditions TEXT NOT NULL DEFAULT '[]',
    places TEXT NOT NULL DEFAULT '[]',
    steps TEXT NOT NULL DEFAULT '[]',
    position BIGINT NOT NULL DEFAULT 0,
    active BIGINT NOT NULL DEFAULT 0,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
-- What else is done when it is sent.
ALTER TABLE drafts ADD COLUMN steps TEXT NOT NULL DEFAULT '[]'
