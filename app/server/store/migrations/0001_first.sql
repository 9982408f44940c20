-- SPDX-FileCopyrightText: 2026 The Akwaba authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The first schema of the server. Immutable once released. Statements are separated by a line of its own.
-- Portable on purpose: no blob columns, no rowid, booleans and instants (milliseconds since 1970) as BIGINT.
-- The columns of a synced type are those of its field table (core/domain), and a test compares them; beside them stand
-- mod_seq (sequence of the last change) and scope_keys (who may see it: space-separated, a space at both ends).

-- The one row that orders every change (sync.md 2.2).
CREATE TABLE sync_clock (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    seq BIGINT NOT NULL,
    floor BIGINT NOT NULL,
    lineage TEXT NOT NULL,
    schema_gen BIGINT NOT NULL
)
--;;
-- Never content, names or addresses: the log needs no rewriting at erasure.
CREATE TABLE change_log (
    seq BIGINT NOT NULL PRIMARY KEY,
    txn BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    type BIGINT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('c', 'u', 'd', 'e')),
    rev BIGINT NOT NULL,
    device TEXT NOT NULL,
    intent TEXT NOT NULL
)
--;;
CREATE INDEX change_log_type ON change_log (type, seq)
--;;
CREATE INDEX change_log_txn ON change_log (txn)
--;;
CREATE TABLE change_scope (
    scope TEXT NOT NULL,
    seq BIGINT NOT NULL,
    type BIGINT NOT NULL,
    id TEXT NOT NULL,
    was BIGINT NOT NULL,
    is_ BIGINT NOT NULL,
    PRIMARY KEY (scope, seq)
)
--;;
CREATE INDEX change_scope_type ON change_scope (scope, type, seq)
--;;
-- Which scopes an agent had from which change to which; to_seq 0 means still.
CREATE TABLE scope_member (
    agent TEXT NOT NULL,
    scope TEXT NOT NULL,
    from_seq BIGINT NOT NULL,
    to_seq BIGINT NOT NULL,
    PRIMARY KEY (agent, scope, from_seq)
)
--;;
-- The version of an agent's permissions, which travels as scopeState.
CREATE TABLE scope_version (
    agent TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    changed_seq BIGINT NOT NULL
)
--;;
-- SHA-256 of ids that were destroyed or erased: they never come back.
CREATE TABLE dead_id (
    hash TEXT NOT NULL PRIMARY KEY
)
--;;
-- What became of each intent, written with its effect. No content.
CREATE TABLE intent_ledger (
    device TEXT NOT NULL,
    iid TEXT NOT NULL,
    dseq BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    entity TEXT NOT NULL,
    seq BIGINT NOT NULL,
    rev BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    PRIMARY KEY (device, iid)
)
--;;
CREATE INDEX intent_ledger_dseq ON intent_ledger (device, dseq)
--;;
CREATE TABLE device_progress (
    device TEXT NOT NULL PRIMARY KEY,
    last_dseq BIGINT NOT NULL,
    acked_through BIGINT NOT NULL
)
--;;
CREATE TABLE credentials (
    agent TEXT NOT NULL PRIMARY KEY,
    password_hash TEXT NOT NULL,
    changed_at BIGINT NOT NULL
)
--;;
CREATE TABLE tokens (
    hash TEXT NOT NULL PRIMARY KEY,
    agent TEXT NOT NULL,
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
)
--;;
CREATE INDEX tokens_device ON tokens (device)
--;;
-- One outgoing mail; its id is the message's.
CREATE TABLE mail_jobs (
    message TEXT NOT NULL PRIMARY KEY,
    ticket TEXT NOT NULL,
    state TEXT NOT NULL,
    send_after BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    attempting_at BIGINT,
    created_at BIGINT NOT NULL
)
--;;
CREATE INDEX mail_jobs_due ON mail_jobs (state, send_after)
--;;
-- Mail accepted once: the same Message-ID with the same content is one mail. The raw mail lies in the blob store.
CREATE TABLE received_mails (
    hash TEXT NOT NULL PRIMARY KEY,
    email_message_id TEXT NOT NULL,
    message TEXT NOT NULL,
    blob TEXT NOT NULL,
    received_at BIGINT NOT NULL
)
--;;
CREATE INDEX received_mails_message ON received_mails (message)
--;;
-- How far the polling of a mailbox has come.
CREATE TABLE mailbox_progress (
    mailbox TEXT NOT NULL PRIMARY KEY,
    uid_validity BIGINT NOT NULL,
    last_uid BIGINT NOT NULL
)
--;;
CREATE TABLE blobs (
    id TEXT NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL,
    type TEXT NOT NULL,
    created_at BIGINT NOT NULL
)
--;;
CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
)
--;;
CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
)
--;;
-- Look-up of customers by folded address; one address belongs to one customer at a time.
CREATE TABLE customer_addresses (
    address TEXT NOT NULL PRIMARY KEY,
    customer TEXT NOT NULL
)
--;;
CREATE INDEX customer_addresses_customer ON customer_addresses (customer)
--;;
-- Who made a customer, so that he sees it before it has a ticket.
CREATE TABLE customer_makers (
    customer TEXT NOT NULL PRIMARY KEY,
    agent TEXT NOT NULL
)
--;;
CREATE TABLE agents (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    roles TEXT NOT NULL DEFAULT '[]',
    teams TEXT NOT NULL DEFAULT '[]',
    state TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    active BIGINT NOT NULL DEFAULT 0,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE teams (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '{}',
    active BIGINT NOT NULL DEFAULT 0,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE categories (
    id TEXT NOT NULL PRIMARY KEY,
    parent TEXT NOT NULL DEFAULT '',
    name_fr TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    required_at_close TEXT NOT NULL DEFAULT '[]',
    position BIGINT NOT NULL DEFAULT 0,
    active BIGINT NOT NULL DEFAULT 0,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE tags (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    active BIGINT NOT NULL DEFAULT 0,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE views (
    id TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL DEFAULT '',
    team TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    conditions TEXT NOT NULL DEFAULT '[]',
    columns TEXT NOT NULL DEFAULT '[]',
    sort TEXT NOT NULL DEFAULT '',
    "group" TEXT NOT NULL DEFAULT '',
    position BIGINT NOT NULL DEFAULT 0,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE products (
    id TEXT NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    compatible_with TEXT NOT NULL DEFAULT '[]',
    warranty_months BIGINT NOT NULL DEFAULT 0,
    active BIGINT NOT NULL DEFAULT 0,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE devices (
    id TEXT NOT NULL PRIMARY KEY,
    agent TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    public_key TEXT NOT NULL DEFAULT '',
    lease_until BIGINT,
    last_seen_at BIGINT,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE tickets (
    id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT '',
    priority TEXT NOT NULL DEFAULT '',
    complexity TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '[]',
    language TEXT NOT NULL DEFAULT '',
    customer TEXT NOT NULL DEFAULT '',
    "order" TEXT NOT NULL DEFAULT '',
    product TEXT NOT NULL DEFAULT '',
    team TEXT NOT NULL DEFAULT '',
    assignee TEXT NOT NULL DEFAULT '',
    customer_owner TEXT NOT NULL DEFAULT '',
    followers TEXT NOT NULL DEFAULT '[]',
    received_at BIGINT,
    first_response_at BIGINT,
    last_customer_message_at BIGINT,
    last_agent_message_at BIGINT,
    waiting_since BIGINT,
    snoozed_until BIGINT,
    resolved_at BIGINT,
    closed_at BIGINT,
    cause TEXT NOT NULL DEFAULT '',
    solution TEXT NOT NULL DEFAULT '',
    merged_into TEXT NOT NULL DEFAULT '',
    split_from TEXT NOT NULL DEFAULT '',
    parent TEXT NOT NULL DEFAULT '',
    links TEXT NOT NULL DEFAULT '[]',
    policy TEXT NOT NULL DEFAULT '',
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE customers (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    emails TEXT NOT NULL DEFAULT '[]',
    phones TEXT NOT NULL DEFAULT '[]',
    addresses TEXT NOT NULL DEFAULT '[]',
    online_services TEXT NOT NULL DEFAULT '[]',
    preferred_languages TEXT NOT NULL DEFAULT '[]',
    organizations TEXT NOT NULL DEFAULT '[]',
    notes TEXT NOT NULL DEFAULT '',
    tier TEXT NOT NULL DEFAULT '',
    consents TEXT NOT NULL DEFAULT '[]',
    restrictions TEXT NOT NULL DEFAULT '[]',
    merged_into TEXT NOT NULL DEFAULT '',
    since BIGINT,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE orders (
    id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL DEFAULT '',
    customer TEXT NOT NULL DEFAULT '',
    payer TEXT NOT NULL DEFAULT '',
    "lines" TEXT NOT NULL DEFAULT '[]',
    total TEXT NOT NULL DEFAULT '{}',
    placed_at BIGINT,
    delivered_at BIGINT,
    state TEXT NOT NULL DEFAULT '',
    payment_means TEXT NOT NULL DEFAULT '',
    returns TEXT NOT NULL DEFAULT '[]',
    refunds TEXT NOT NULL DEFAULT '[]',
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE messages (
    id TEXT NOT NULL PRIMARY KEY,
    ticket TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    direction TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    "at" BIGINT,
    written_at BIGINT,
    subject TEXT NOT NULL DEFAULT '',
    sender TEXT NOT NULL DEFAULT '{}',
    to_addresses TEXT NOT NULL DEFAULT '[]',
    cc_addresses TEXT NOT NULL DEFAULT '[]',
    html TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    attachments TEXT NOT NULL DEFAULT '[]',
    email_message_id TEXT NOT NULL DEFAULT '',
    email_in_reply_to TEXT NOT NULL DEFAULT '',
    email_references TEXT NOT NULL DEFAULT '[]',
    external_id TEXT NOT NULL DEFAULT '',
    joined_because TEXT NOT NULL DEFAULT '',
    delivery TEXT NOT NULL DEFAULT '',
    delivery_log TEXT NOT NULL DEFAULT '[]',
    based_on TEXT NOT NULL DEFAULT '',
    send_after BIGINT,
    call_seconds BIGINT NOT NULL DEFAULT 0,
    ring_seconds BIGINT NOT NULL DEFAULT 0,
    call_outcome TEXT NOT NULL DEFAULT '',
    changes TEXT NOT NULL DEFAULT '[]',
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    message TEXT NOT NULL DEFAULT '',
    ticket TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL DEFAULT '',
    size BIGINT NOT NULL DEFAULT 0,
    blob TEXT NOT NULL DEFAULT '',
    content_id TEXT NOT NULL DEFAULT '',
    inline BIGINT NOT NULL DEFAULT 0,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE TABLE drafts (
    id TEXT NOT NULL PRIMARY KEY,
    agent TEXT NOT NULL DEFAULT '',
    device TEXT NOT NULL DEFAULT '',
    ticket TEXT NOT NULL DEFAULT '',
    form TEXT NOT NULL DEFAULT '',
    visibility TEXT NOT NULL DEFAULT '',
    to_addresses TEXT NOT NULL DEFAULT '[]',
    cc_addresses TEXT NOT NULL DEFAULT '[]',
    "text" TEXT NOT NULL DEFAULT '',
    based_on TEXT NOT NULL DEFAULT '',
    written_at BIGINT,
    rev BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    scope_keys TEXT NOT NULL
)
--;;
CREATE UNIQUE INDEX agents_email ON agents (email)
--;;
CREATE INDEX tickets_number ON tickets (number)
--;;
CREATE INDEX tickets_customer ON tickets (customer)
--;;
CREATE INDEX tickets_order ON tickets ("order")
--;;
CREATE INDEX orders_customer ON orders (customer)
--;;
CREATE UNIQUE INDEX orders_number ON orders (number)
--;;
CREATE UNIQUE INDEX products_reference ON products (reference)
--;;
CREATE INDEX messages_ticket ON messages (ticket, id)
--;;
CREATE INDEX messages_email ON messages (email_message_id)
--;;
CREATE INDEX attachments_ticket ON attachments (ticket)
--;;
CREATE INDEX attachments_blob ON attachments (blob)
--;;
CREATE INDEX drafts_ticket ON drafts (ticket)
