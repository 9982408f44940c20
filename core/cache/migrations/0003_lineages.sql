-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The lineage of the server (sync.md 2.20) that numbered applied_seq; of what has no outcome, the one that it was first
-- sent to. Empty: sent to none that said its lineage.
ALTER TABLE intent ADD COLUMN lineage TEXT NOT NULL DEFAULT ''
--;;
CREATE INDEX intent_unnamed ON intent(oseq) WHERE lineage = ''
