-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Mail that goes round is noticed and stopped.
ALTER TABLE tickets ADD COLUMN loop_stopped_at BIGINT
--;;
-- What the mail of an address set in motion: a ticket that a robot opened, an answer that ours wrote. The address is
-- there as a hash, and a row is gone after a day.
CREATE TABLE mail_turns (
    address TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('opened', 'answered')),
    ticket TEXT NOT NULL,
    "at" BIGINT NOT NULL
)
--;;
CREATE INDEX mail_turns_address ON mail_turns (address, kind, "at")
--;;
CREATE INDEX mail_turns_at ON mail_turns ("at")
