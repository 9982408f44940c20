-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The company's mailboxes at its providers, as administrators set them up in the console. Nothing in here is about
-- customers. Passwords are sealed under a key that lies outside the database (secrets.key).
CREATE TABLE mail_accounts (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    team TEXT NOT NULL,
    address TEXT NOT NULL,
    imap_host TEXT NOT NULL,
    imap_port BIGINT NOT NULL,
    imap_tls TEXT NOT NULL,
    imap_user TEXT NOT NULL,
    imap_secret TEXT NOT NULL,
    folder TEXT NOT NULL,
    from_date TEXT NOT NULL,
    smtp_host TEXT NOT NULL,
    smtp_port BIGINT NOT NULL,
    smtp_tls TEXT NOT NULL,
    smtp_user TEXT NOT NULL,
    smtp_secret TEXT NOT NULL,
    keeps_sent BIGINT NOT NULL,
    sent_folder TEXT NOT NULL,
    active BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
)
--;;
-- What is in the way of a mailbox, of the table above or of the configuration, as of its last visit.
CREATE TABLE mailbox_troubles (
    mailbox TEXT NOT NULL PRIMARY KEY,
    trouble TEXT NOT NULL,
    since BIGINT NOT NULL
)
