-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Of an intent that gets another number: the least one under which it was sent before. The server may have decided it
-- under that, and must not forget it until this device has heard the outcome.
ALTER TABLE intent ADD COLUMN old_dseq INTEGER
--;;
CREATE INDEX intent_renumbered ON intent(old_dseq) WHERE old_dseq IS NOT NULL
