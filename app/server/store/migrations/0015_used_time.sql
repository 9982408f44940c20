-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Of a clock that ended the milliseconds of its own time that it took, in the calendar by which it was judged: what a
-- report says later depends on no calendar of then. The time that passed on the wall is ended_at less started_at.
ALTER TABLE sla_clocks ADD COLUMN used BIGINT
--;;
-- The clocks are made anew.
DELETE FROM settings WHERE name = 'clocksThrough'
