-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Data that have to leave devices, and which devices said that they have (sync.md 3.2). Ids and figures only: of the
-- person there is a hash under a key that lies outside the database. after_seq is where the change log stood before.
CREATE TABLE erasures (
    id TEXT NOT NULL PRIMARY KEY,
    cause TEXT NOT NULL CHECK (cause IN ('erasure', 'scope')),
    digest TEXT NOT NULL,
    after_seq BIGINT NOT NULL,
    created_at BIGINT NOT NULL
)
--;;
-- Of an erasure: the rows that were emptied or destroyed.
CREATE TABLE erasure_ids (
    erasure TEXT NOT NULL,
    type BIGINT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (erasure, id)
)
--;;
CREATE INDEX erasure_ids_id ON erasure_ids (id)
--;;
-- Every device that may ever have held some of it, and its answer; level is empty until then.
CREATE TABLE erasure_devices (
    erasure TEXT NOT NULL,
    device TEXT NOT NULL,
    "level" TEXT NOT NULL DEFAULT '',
    path TEXT NOT NULL DEFAULT '',
    files_scanned BIGINT NOT NULL DEFAULT 0,
    bytes_scanned BIGINT NOT NULL DEFAULT 0,
    needles BIGINT NOT NULL DEFAULT 0,
    hits BIGINT NOT NULL DEFAULT 0,
    sqlite_version TEXT NOT NULL DEFAULT '',
    ended_at BIGINT,
    acked_at BIGINT,
    PRIMARY KEY (erasure, device)
)
--;;
CREATE INDEX erasure_devices_pending ON erasure_devices (device) WHERE acked_at IS NULL
--;;
-- Files that nothing names any more and that are still to be deleted: after the commit, or when the server starts.
CREATE TABLE erasure_blobs (
    blob TEXT NOT NULL PRIMARY KEY
)
