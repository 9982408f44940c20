-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The server's halves of the keys of devices' caches (sync.md 3.4), sealed under a key that lies outside the database,
-- and until when the device may open its cache without another contact. Never in a backup: what is destroyed here must
-- be nowhere else. Nothing personal.
CREATE TABLE device_keys (
    device TEXT NOT NULL,
    generation BIGINT NOT NULL,
    half TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    lease_ends_at BIGINT NOT NULL,
    PRIMARY KEY (device, generation)
)
--;;
-- When the device wrote its cache anew under another key than that of its answer (L3).
ALTER TABLE erasure_devices ADD COLUMN shredded_at BIGINT
--;;
-- When the device's key was destroyed, since its lease had ended without an answer (L4). It has still to answer.
ALTER TABLE erasure_devices ADD COLUMN lease_ended_at BIGINT
