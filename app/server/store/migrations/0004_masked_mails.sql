-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Mails that held the number of a payment card: what is kept of them is not what was received.
ALTER TABLE received_mails ADD COLUMN raw_altered BIGINT NOT NULL DEFAULT 0
