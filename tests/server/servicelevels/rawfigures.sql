-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The clocks of all tickets from the rows of what happened, as sla.md has it and without a line of the engine: for
-- tst_figuresinsql. Statements are separated by a line of its own; both databases understand them. What they say
-- differently stands in rawfigures.cpp, which made these before:
--   raw_now (now), the moment of the figures
--   raw_days (day, name): days since 1970 and as 2026-11-23
--   raw_changes (id, ticket, happened, field, was, becomes): what events say
--   raw_closed (day, from_minute, to_minute): holidays that count
--
-- Left out, and never in the rows: a ticket that is no spam after all, merging, splitting, another policy or another
-- calendar while a clock runs, a holiday that moves from a Sunday.

CREATE TEMPORARY TABLE raw_moment AS
SELECT n.now, d.day * 86400000 AS day_from, (d.day + 1) * 86400000 AS day_to,
    (SELECT min(f.day) FROM raw_days f WHERE substr(f.name, 1, 7) = substr(d.name, 1, 7)) * 86400000 AS month_from
FROM raw_now n JOIN raw_days d ON d.day = n.now / 86400000
--;;
-- ---------------------------------------------------------------------------------------------------- what is promised
--
-- By the kind of the ticket: its channel where there is a policy for it, else other. Lengths in milliseconds, of
-- businessDays days; percent is where a clock is at risk.
CREATE TEMPORARY TABLE raw_policies AS
WITH given (kind, target, unit, calendar, length, percent, third_party, enforced) AS (VALUES
    ('chat', 'firstResponse', 'business', 'opening', 1800000, 60, 0, 0),
    ('chat', 'nextResponse', 'business', 'opening', 3600000, 60, 0, 0),
    ('chat', 'update', 'business', 'opening', 14400000, 60, 0, 0),
    ('chat', 'resolution', 'business', 'opening', 28800000, 60, 0, 0),
    ('phone', 'firstResponse', 'wall', 'wall', 7200000, 75, 0, 0),
    ('phone', 'nextResponse', 'wall', 'wall', 14400000, 75, 0, 0),
    ('phone', 'resolution', 'business', 'opening', 57600000, 75, 0, 0),
    ('form', 'firstResponse', 'business', 'days', 86400000, 75, 1, 1793491200000),
    ('form', 'nextResponse', 'business', 'days', 86400000, 75, 1, 1793491200000),
    ('form', 'update', 'business', 'opening', 57600000, 75, 1, 1793491200000),
    ('form', 'resolution', 'businessDays', 'opening', 5, 75, 1, 1793491200000),
    ('other', 'firstResponse', 'business', 'opening', 14400000, 75, 0, 0),
    ('other', 'nextResponse', 'business', 'opening', 28800000, 75, 0, 0),
    ('other', 'update', 'business', 'opening', 86400000, 75, 0, 0),
    ('other', 'resolution', 'business', 'opening', 144000000, 75, 0, 0))
SELECT kind, target, unit, calendar, CAST(length AS BIGINT) AS length, percent, third_party, enforced FROM given
--;;
CREATE TEMPORARY TABLE raw_tickets AS
SELECT t.id AS ticket, t.received_at, t.status, t.channel, t.complexity, t.team, t.assignee,
    CASE WHEN t.channel IN ('chat', 'phone', 'form') THEN t.channel ELSE 'other' END AS kind,
    CASE WHEN t.status IN ('new', 'open', 'waitingCustomer', 'waitingThirdParty') THEN 1 ELSE 0 END AS is_open
FROM tickets t
--;;
CREATE UNIQUE INDEX raw_tickets_ticket ON raw_tickets (ticket)
--;;
-- ---------------------------------------------------------------------------------------------------- when time counts
--
-- Each day in pieces in which a calendar runs or stands, each with the open time before it: Monday to Friday from 8 to
-- 12 and from 14 to 18 (opening), Monday to Friday (days), always (wall). The first day of 1970 was a Thursday.
CREATE TEMPORARY TABLE raw_time AS
WITH usual (minute) AS (VALUES (0), (480), (720), (840), (1080), (1440)),
    edges AS (SELECT d.day, u.minute FROM raw_days d CROSS JOIN usual u
        UNION SELECT day, from_minute FROM raw_closed
        UNION SELECT day, to_minute FROM raw_closed),
    pieces AS (SELECT day, (day + 3) % 7 + 1 AS weekday, minute AS from_minute,
        lead(minute) OVER (PARTITION BY day ORDER BY minute) AS to_minute FROM edges),
    calendars (calendar) AS (VALUES ('opening'), ('days'), ('wall')),
    running AS (SELECT c.calendar, p.day, p.day * 86400000 + p.from_minute * 60000 AS from_at,
            p.day * 86400000 + p.to_minute * 60000 AS to_at,
            CASE WHEN c.calendar = 'wall' THEN 1
                WHEN p.weekday > 5 THEN 0
                WHEN EXISTS (SELECT 1 FROM raw_closed x WHERE x.day = p.day AND x.from_minute <= p.from_minute
                    AND x.to_minute >= p.to_minute) THEN 0
                WHEN c.calendar = 'days' THEN 1
                WHEN p.from_minute >= 480 AND p.to_minute <= 720 THEN 1
                WHEN p.from_minute >= 840 AND p.to_minute <= 1080 THEN 1
                ELSE 0 END AS runs
        FROM pieces p CROSS JOIN calendars c WHERE p.to_minute IS NOT NULL)
SELECT calendar, day, from_at, to_at, runs, CAST(coalesce(sum(runs * (to_at - from_at)) OVER (PARTITION BY calendar
    ORDER BY from_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS BIGINT) AS ran_before
FROM running
--;;
CREATE INDEX raw_time_day ON raw_time (calendar, day)
--;;
CREATE INDEX raw_time_ran ON raw_time (calendar, runs, ran_before)
--;;
-- The end of each working day.
CREATE TEMPORARY TABLE raw_closings AS
SELECT calendar, max(to_at) AS closing, max(ran_before + to_at - from_at) AS ran,
    row_number() OVER (PARTITION BY calendar ORDER BY day) AS number
FROM raw_time WHERE runs = 1 GROUP BY calendar, day
--;;
CREATE INDEX raw_closings_closing ON raw_closings (calendar, closing)
--;;
-- Opening hours from the one in which we are, each by its beginning.
CREATE TEMPORARY TABLE raw_hours AS
WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 23),
    hours AS (SELECT t.from_at + n * 3600000 AS hour_from,
            CASE WHEN t.from_at + (n + 1) * 3600000 < t.to_at THEN t.from_at + (n + 1) * 3600000 ELSE t.to_at END
                AS hour_to
        FROM raw_time t JOIN numbers ON t.from_at + n * 3600000 < t.to_at WHERE t.calendar = 'opening' AND t.runs = 1)
SELECT hour_from, hour_to FROM hours WHERE hour_to > (SELECT now FROM raw_moment) ORDER BY hour_from LIMIT 24
--;;
-- ------------------------------------------------------------------------------------------------------- what happened
--
-- In one instant the customer comes first, then who answers him, then what becomes of the ticket. An answered call is
-- both.
CREATE TEMPORARY TABLE raw_told AS
WITH told AS (
    SELECT ticket, id, "at" AS happened, 0 AS turn, 'wrote' AS what, '' AS was, '' AS becomes FROM messages
        WHERE direction = 'incoming' AND kind IN ('public', 'call')
    UNION ALL
    SELECT ticket, id, "at", 1, 'answered', '', '' FROM messages
        WHERE (kind = 'call' AND call_outcome = 'answered')
            OR (kind = 'public' AND direction = 'outgoing' AND author <> '' AND delivery <> 'cancelled')
    UNION ALL
    SELECT ticket, id, happened, 2, field, was, becomes FROM raw_changes
        WHERE field IN ('status', 'noReplyNeeded', 'promisedAt'))
SELECT ticket, happened, what, was, becomes,
    row_number() OVER (PARTITION BY ticket ORDER BY happened, turn, id) AS place,
    count(CASE WHEN what = 'status' THEN 1 END) OVER (PARTITION BY ticket ORDER BY happened, turn, id
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS number
FROM told
--;;
CREATE INDEX raw_told_ticket ON raw_told (ticket, number)
--;;
-- The statuses of a ticket one after the other, from its receipt on.
CREATE TEMPORARY TABLE raw_statuses AS
WITH all_statuses AS (
    SELECT t.ticket, 0 AS number, coalesce(f.was, t.status) AS status, t.received_at AS from_at FROM raw_tickets t
        LEFT JOIN raw_told f ON f.ticket = t.ticket AND f.number = 1 AND f.what = 'status'
    UNION ALL
    SELECT ticket, number, becomes, happened FROM raw_told WHERE what = 'status'),
    judged AS (SELECT ticket, number, status, from_at,
        CASE WHEN status IN ('new', 'open', 'waitingCustomer', 'waitingThirdParty') THEN 1 ELSE 0 END AS active
        FROM all_statuses)
SELECT ticket, number, status, active, from_at, lead(from_at) OVER (PARTITION BY ticket ORDER BY number) AS to_at,
    lag(active) OVER (PARTITION BY ticket ORDER BY number) AS was_active
FROM judged
--;;
CREATE INDEX raw_statuses_ticket ON raw_statuses (ticket, number)
--;;
-- What of it begins or ends clocks, and the status then; `left` is that the ticket is no longer active.
CREATE TEMPORARY TABLE raw_facts AS
SELECT f.ticket, f.place, f.happened, f.becomes, s.status, s.active,
    CASE WHEN f.what = 'status' THEN 'left' WHEN f.what = 'promisedAt' THEN 'promised' WHEN f.what <> 'noReplyNeeded'
        THEN f.what WHEN f.becomes = '' THEN 'needed' ELSE 'needless' END AS what
FROM raw_told f JOIN raw_statuses s ON s.ticket = f.ticket AND s.number = f.number
WHERE f.what <> 'status' OR (s.active = 0 AND s.was_active = 1)
--;;
-- --------------------------------------------------------------------------------------------------- from when to when
--
-- Rules 6 and 7: from the oldest message that nobody answered to an answer, or until nobody waits for one. What was
-- called needless and needed again was always needed.
CREATE TEMPORARY TABLE raw_responses AS
WITH talk AS (SELECT ticket, place, happened, what, status,
        lead(what) OVER (PARTITION BY ticket ORDER BY place) AS what_next FROM raw_facts WHERE what <> 'promised'),
    ends AS (SELECT ticket, place, happened, what, status, CASE WHEN what IN ('answered', 'left')
        OR (what = 'needless' AND coalesce(what_next, '') <> 'needed') THEN 1 ELSE 0 END AS is_end FROM talk),
    turns AS (SELECT ticket, happened, what, status, is_end,
        coalesce(sum(is_end) OVER before_it, 0) AS turn,
        count(CASE WHEN what = 'answered' THEN 1 END) OVER before_it AS answers FROM ends
        WINDOW before_it AS (PARTITION BY ticket ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
SELECT ticket, CASE WHEN answers = 0 THEN 'firstResponse' ELSE 'nextResponse' END AS target,
    min(CASE WHEN what = 'wrote' AND status <> 'spam' THEN happened END) AS began,
    max(CASE WHEN is_end = 1 THEN happened END) AS ended,
    max(CASE WHEN is_end = 0 THEN '' WHEN what = 'answered' THEN 'met' ELSE 'cancelled' END) AS how
FROM turns GROUP BY ticket, turn, answers
HAVING min(CASE WHEN what = 'wrote' AND status <> 'spam' THEN happened END) IS NOT NULL
--;;
-- Rule 8: from an answer to the next one, or from a promise where no answer was. `turn` counts what ended those before.
CREATE TEMPORARY TABLE raw_news AS
SELECT ticket, happened, what, becomes, active, count(CASE WHEN what <> 'promised' THEN 1 END) OVER (PARTITION BY ticket
    ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS turn
FROM raw_facts WHERE what IN ('answered', 'left', 'promised')
--;;
CREATE TEMPORARY TABLE raw_updates AS
WITH beginnings AS (SELECT ticket, turn, min(happened) AS began FROM raw_news
    WHERE active = 1 AND what IN ('answered', 'promised') GROUP BY ticket, turn),
    ends AS (SELECT ticket, turn - 1 AS turn, happened, what FROM raw_news WHERE what <> 'promised')
SELECT b.ticket, b.turn, b.began, e.happened AS ended,
    CASE WHEN e.what IS NULL THEN '' WHEN e.what = 'answered' THEN 'met' ELSE 'cancelled' END AS how
FROM beginnings b LEFT JOIN ends e ON e.ticket = b.ticket AND e.turn = b.turn
--;;
-- Rules 9 and 11: while the ticket is active, and once more when it is opened again.
CREATE TEMPORARY TABLE raw_resolutions AS
WITH edges AS (SELECT ticket, number, active, from_at,
        lead(from_at) OVER w AS ended, lead(status) OVER w AS next_status FROM raw_statuses
        WHERE was_active IS NULL OR was_active <> active WINDOW w AS (PARTITION BY ticket ORDER BY number))
SELECT ticket, from_at AS began, ended,
    CASE WHEN ended IS NULL THEN '' WHEN next_status IN ('resolved', 'closed') THEN 'met' ELSE 'cancelled' END AS how,
    CASE WHEN row_number() OVER (PARTITION BY ticket ORDER BY number) > 1 THEN 1 ELSE 0 END AS again
FROM edges WHERE active = 1
--;;
-- With what was promised, and the open time before it began (ran); where nothing was promised unit is null, and only
-- dates given by hand count.
CREATE TEMPORARY TABLE raw_clocks AS
WITH stretches AS (
    SELECT ticket, target, began, ended, how, 0 AS turn, 0 AS again FROM raw_responses
    UNION ALL SELECT ticket, 'update', began, ended, how, turn, 0 FROM raw_updates
    UNION ALL SELECT ticket, 'resolution', began, ended, how, 0, again FROM raw_resolutions)
SELECT row_number() OVER (ORDER BY s.ticket, s.target, s.began, s.turn) AS clock, s.ticket, s.target, s.began, s.ended,
    s.how, s.turn, p.unit, coalesce(p.calendar, 'wall') AS calendar,
    CASE WHEN s.again = 1 THEN (p.length + 1) / 2 ELSE p.length END AS length, coalesce(p.percent, 75) AS percent,
    coalesce(p.third_party, 0) AS third_party, b.ran_before + b.runs * (s.began - b.from_at) AS ran
FROM stretches s JOIN raw_tickets t ON t.ticket = s.ticket
LEFT JOIN raw_policies p ON p.kind = t.kind AND p.target = s.target AND p.enforced <= t.received_at
JOIN raw_time b ON b.calendar = coalesce(p.calendar, 'wall') AND b.day = s.began / 86400000 AND b.from_at <= s.began
    AND b.to_at > s.began
WHERE p.unit IS NOT NULL OR s.target = 'update'
--;;
CREATE UNIQUE INDEX raw_clocks_clock ON raw_clocks (clock)
--;;
CREATE INDEX raw_clocks_ticket ON raw_clocks (ticket)
--;;
-- Dates that a customer was given, on a full minute; none where it was taken back.
CREATE TEMPORARY TABLE raw_promises AS
SELECT c.clock, n.happened AS from_at, d.day * 86400000 + CAST(nullif(substr(n.becomes, 12, 2), '') AS BIGINT) * 3600000
    + CAST(nullif(substr(n.becomes, 15, 2), '') AS BIGINT) * 60000 AS date_at
FROM raw_news n JOIN raw_clocks c ON c.ticket = n.ticket AND c.turn = n.turn AND c.target = 'update'
LEFT JOIN raw_days d ON d.name = substr(n.becomes, 1, 10) WHERE n.what = 'promised' AND n.active = 1
--;;
CREATE INDEX raw_promises_clock ON raw_promises (clock, from_at)
--;;
-- Each counts until the next one, and before the first what the policy says.
CREATE TEMPORARY TABLE raw_parts AS
WITH parts AS (SELECT clock, from_at, date_at FROM raw_promises
    UNION ALL SELECT clock, began, NULL FROM raw_clocks c WHERE NOT EXISTS
        (SELECT 1 FROM raw_promises p WHERE p.clock = c.clock AND p.from_at = c.began))
SELECT p.clock, p.from_at, p.date_at,
    CASE WHEN p.date_at IS NOT NULL OR c.unit IS NOT NULL THEN 1 ELSE 0 END AS is_promised,
    row_number() OVER (PARTITION BY p.clock ORDER BY p.from_at DESC) AS from_last,
    coalesce(lead(p.from_at) OVER (PARTITION BY p.clock ORDER BY p.from_at), c.ended, m.now + 1) AS until_at
FROM parts p JOIN raw_clocks c ON c.clock = p.clock CROSS JOIN raw_moment m
--;;
-- What is promised at last, and the open time before the date.
CREATE TEMPORARY TABLE raw_last AS
WITH ranked AS (SELECT clock, from_at, date_at, row_number() OVER (PARTITION BY clock ORDER BY from_at DESC) AS place
    FROM raw_parts WHERE is_promised = 1)
SELECT r.clock, r.date_at, d.ran_before + d.runs * (r.date_at - d.from_at) AS ran
FROM ranked r JOIN raw_clocks c ON c.clock = r.clock
LEFT JOIN raw_time d ON d.calendar = c.calendar AND d.day = r.date_at / 86400000 AND d.from_at <= r.date_at
    AND d.to_at > r.date_at
WHERE r.place = 1
--;;
CREATE UNIQUE INDEX raw_last_clock ON raw_last (clock)
--;;
-- ------------------------------------------------------------------------------------------------------ when it is due
CREATE TEMPORARY TABLE raw_pauses AS
SELECT c.clock, CASE WHEN s.from_at < c.began THEN c.began ELSE s.from_at END AS from_at, s.to_at
FROM raw_clocks c JOIN raw_statuses s ON s.ticket = c.ticket
WHERE c.target IN ('update', 'resolution') AND (s.to_at IS NULL OR s.to_at > c.began)
    AND (c.ended IS NULL OR s.from_at < c.ended)
    AND (s.status = 'waitingCustomer'
        OR (s.status = 'waitingThirdParty' AND c.target = 'resolution' AND c.third_party = 1))
--;;
CREATE INDEX raw_pauses_clock ON raw_pauses (clock)
--;;
-- Rule 3: a working day is used up by its closing, unless that lies in a pause; the day of receipt is none.
CREATE TEMPORARY TABLE raw_days_due AS
WITH first_days AS (SELECT c.clock, c.calendar, c.length, min(k.number) AS number FROM raw_clocks c JOIN raw_closings k
        ON k.calendar = c.calendar AND k.closing > c.began WHERE c.unit = 'businessDays'
        GROUP BY c.clock, c.calendar, c.length),
    closings AS (SELECT f.clock, f.length, k.closing, k.ran,
        row_number() OVER (PARTITION BY f.clock ORDER BY k.closing) AS n
    FROM first_days f JOIN raw_closings k ON k.calendar = f.calendar AND k.number > f.number
    WHERE NOT EXISTS (SELECT 1 FROM raw_pauses p WHERE p.clock = f.clock AND p.from_at < k.closing
        AND (p.to_at IS NULL OR p.to_at >= k.closing)))
SELECT clock, closing AS due, ran FROM closings WHERE n = length
--;;
-- Each pause in open time, and how long those before it were. One that lasts has no length.
CREATE TEMPORARY TABLE raw_stops AS
WITH measured AS (SELECT p.clock, p.from_at, f.ran_before + f.runs * (p.from_at - f.from_at) AS from_ran,
        u.ran_before + u.runs * (p.to_at - u.from_at) AS to_ran FROM raw_pauses p JOIN raw_clocks c ON c.clock = p.clock
    JOIN raw_time f ON f.calendar = c.calendar AND f.day = p.from_at / 86400000 AND f.from_at <= p.from_at
        AND f.to_at > p.from_at
    LEFT JOIN raw_time u ON u.calendar = c.calendar AND u.day = p.to_at / 86400000 AND u.from_at <= p.to_at
        AND u.to_at > p.to_at)
SELECT clock, from_at, from_ran, to_ran - from_ran AS length, coalesce(sum(to_ran - from_ran) OVER (PARTITION BY clock
    ORDER BY from_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS stood_before
FROM measured
--;;
CREATE INDEX raw_stops_clock ON raw_stops (clock)
--;;
-- How long each clock is to run until it is due, and until it is at risk (rule 22), and whether it pauses: a date that
-- was given by hand waits for nobody.
CREATE TEMPORARY TABLE raw_questions AS
WITH lengths AS (
    SELECT c.clock, c.percent, c.ran, CASE WHEN l.date_at IS NULL THEN 1 ELSE 0 END AS pauses, CASE
        WHEN l.date_at IS NOT NULL THEN l.ran - c.ran
        WHEN c.unit = 'businessDays' THEN w.ran - c.ran - CAST(coalesce((SELECT sum(s.length) FROM raw_stops s
            WHERE s.clock = c.clock AND s.from_at < w.due), 0) AS BIGINT)
        ELSE c.length END AS length
    FROM raw_clocks c LEFT JOIN raw_last l ON l.clock = c.clock LEFT JOIN raw_days_due w ON w.clock = c.clock),
    risks AS (SELECT clock, ran, length, pauses, CASE WHEN length * percent / 100 < length - 900000
        THEN length * percent / 100 ELSE length - 900000 END AS length_left FROM lengths)
SELECT clock, 'due' AS what, ran, length, 1 AS pauses FROM raw_clocks WHERE unit IN ('business', 'wall')
UNION ALL
SELECT clock, 'risk', ran, CASE WHEN length / 2 > length_left THEN length / 2 ELSE length_left END, pauses
    FROM risks WHERE length > 0
--;;
-- When they have run so long: each pause that begins before is added. In one that lasts there is no answer.
CREATE TEMPORARY TABLE raw_answers AS
WITH wanted AS (SELECT q.clock, q.what,
        CAST(q.ran + q.length + coalesce(sum(CASE WHEN q.ran + q.length + s.stood_before > s.from_ran
            THEN s.length END), 0) AS BIGINT) AS ran,
        count(CASE WHEN q.ran + q.length + s.stood_before > s.from_ran AND s.length IS NULL THEN 1 END) AS stands
    FROM raw_questions q LEFT JOIN raw_stops s ON s.clock = q.clock AND q.pauses = 1
    GROUP BY q.clock, q.what, q.ran, q.length)
SELECT w.clock, w.what, (SELECT t.from_at + w.ran - t.ran_before FROM raw_time t WHERE t.calendar = c.calendar
    AND t.runs = 1 AND t.ran_before < w.ran ORDER BY t.ran_before DESC LIMIT 1) AS answer
FROM wanted w JOIN raw_clocks c ON c.clock = w.clock WHERE w.stands = 0
UNION ALL
SELECT clock, 'due', due FROM raw_days_due
--;;
CREATE UNIQUE INDEX raw_answers_clock ON raw_answers (clock, what)
--;;
-- --------------------------------------------------------------------------------------------------- what became of it
--
-- Rule 16: what was missed first stays missed.
CREATE TEMPORARY TABLE raw_missed AS
WITH dues AS (SELECT p.clock, p.from_at, p.until_at, coalesce(p.date_at, a.answer) AS due FROM raw_parts p
        LEFT JOIN raw_answers a ON a.clock = p.clock AND a.what = 'due' WHERE p.is_promised = 1),
    missed AS (SELECT clock, due, CASE WHEN due < from_at THEN from_at ELSE due END AS missed_at,
        row_number() OVER (PARTITION BY clock ORDER BY from_at) AS place FROM dues WHERE due < until_at)
SELECT clock, due, missed_at FROM missed WHERE place = 1
--;;
CREATE UNIQUE INDEX raw_missed_clock ON raw_missed (clock)
--;;
-- One that waits for the customer is not due, unless a date was given or it was missed before. What is promised no
-- longer is called off.
CREATE TEMPORARY TABLE raw_judged AS
SELECT c.clock, c.ticket, c.target, c.began, c.unit, c.length, c.ended, x.missed_at,
    CASE WHEN l.date_at IS NOT NULL THEN 1 ELSE 0 END AS is_promise,
    CASE WHEN x.clock IS NULL AND p.is_promised = 0 THEN 'cancelled' ELSE c.how END AS how,
    CASE WHEN x.clock IS NOT NULL THEN x.due
        WHEN c.ended IS NULL AND l.date_at IS NULL AND EXISTS (SELECT 1 FROM raw_pauses s WHERE s.clock = c.clock
            AND s.from_at <= m.now AND (s.to_at IS NULL OR s.to_at > m.now)) THEN NULL
        ELSE coalesce(l.date_at, a.answer) END AS due,
    r.answer AS risk
FROM raw_clocks c CROSS JOIN raw_moment m
JOIN raw_last l ON l.clock = c.clock
JOIN raw_parts p ON p.clock = c.clock AND p.from_last = 1
LEFT JOIN raw_answers a ON a.clock = c.clock AND a.what = 'due'
LEFT JOIN raw_answers r ON r.clock = c.clock AND r.what = 'risk'
LEFT JOIN raw_missed x ON x.clock = c.clock
--;;
-- Of each open ticket what is due next; of two that are due at once the older one.
CREATE TEMPORARY TABLE raw_next AS
WITH running AS (SELECT j.ticket, j.due, j.risk, j.is_promise, t.team, t.assignee,
        row_number() OVER (PARTITION BY j.ticket ORDER BY j.due, j.began) AS place
    FROM raw_judged j JOIN raw_tickets t ON t.ticket = j.ticket
    WHERE t.is_open = 1 AND j.how = '' AND j.due IS NOT NULL)
SELECT ticket, due, risk, is_promise, team, assignee FROM running WHERE place = 1
--;;
-- Since when the customer of an open ticket waits: from the oldest message that nobody answered.
CREATE TEMPORARY TABLE raw_waiting AS
WITH talk AS (SELECT ticket, place, happened, what, lead(what) OVER (PARTITION BY ticket ORDER BY place) AS what_next
        FROM raw_facts WHERE what IN ('wrote', 'answered', 'needless', 'needed')),
    settled AS (SELECT ticket, max(CASE WHEN what = 'answered' OR (what = 'needless'
        AND coalesce(what_next, '') <> 'needed') THEN place ELSE 0 END) AS place,
        count(CASE WHEN what = 'answered' THEN 1 END) AS answers, count(CASE WHEN what = 'wrote' THEN 1 END) AS wrote
        FROM talk GROUP BY ticket)
SELECT t.ticket, t.assignee, CASE WHEN s.answers = 0 AND s.wrote > 0 THEN 1 ELSE 0 END AS is_unanswered,
    min(f.happened) AS since
FROM raw_tickets t LEFT JOIN settled s ON s.ticket = t.ticket
LEFT JOIN talk f ON f.ticket = t.ticket AND f.what = 'wrote' AND f.place > s.place
WHERE t.is_open = 1 GROUP BY t.ticket, t.assignee, s.answers, s.wrote
