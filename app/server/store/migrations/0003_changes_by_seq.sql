-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Whom the commits of another process concern is asked after each of them, and must not take a look at the whole log.
CREATE INDEX change_scope_seq ON change_scope (seq)
