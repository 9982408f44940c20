-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a supervisor's figures are counted from, however much lies behind it: the clocks that run, those that ended, and
-- the calls.
CREATE INDEX sla_clocks_open ON sla_clocks (ticket, due_at) WHERE ended_at IS NULL
--;;
CREATE INDEX sla_clocks_ended ON sla_clocks (ended_at) WHERE ended_at IS NOT NULL
--;;
CREATE INDEX messages_calls ON messages ("at") WHERE kind = 'call'
