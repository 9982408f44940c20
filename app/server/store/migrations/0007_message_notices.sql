-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What of a received mail is displayed otherwise than it was written. Of mails from before nobody kept it.
ALTER TABLE messages ADD COLUMN notices TEXT NOT NULL DEFAULT '[]'
