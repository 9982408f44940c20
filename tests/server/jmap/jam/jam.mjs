// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The server through the eyes of a JMAP client that nobody here wrote: npm's jmap-jam, over a test instance.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

const { JamClient } = await import(process.env.AKWABA_JAM);

/// A server of its own in a temporary folder, up when it has said where it is.
async function withServer(use) {
  const folder = await mkdtemp(join(tmpdir(), 'akwaba-jam-'));
  const server = spawn(join(process.env.AKWABA_BIN_DIR, 'akwaba-server'),
    ['--test-instance', join(folder, 'data'), '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.once('close', resolve));
  try {
    const lines = createInterface({ input: server.stdout });
    const first = await Promise.race([new Promise((resolve) => lines.once('line', resolve)), ended]);
    assert.equal(typeof first, 'string', 'the server ended before it was ready');
    await use(JSON.parse(first));
  } finally {
    server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true });
  }
}

/// The client, and what it needs to know of this server: its account, and its capability for the types.
async function connect({ url, token }) {
  const sessionUrl = `${url}/.well-known/jmap`;
  const answer = await fetch(sessionUrl, { headers: { Authorization: `Bearer ${token}` } });
  const session = await answer.json();
  const vendor = Object.keys(session.capabilities).find((name) => name.startsWith('https://'));
  const types = ['Ticket', 'Customer', 'Message', 'Draft', 'Agent', 'Team'];
  const jam = new JamClient({
    bearerToken: token,
    sessionUrl,
    customCapabilities: Object.fromEntries(types.map((type) => [type, vendor])),
  });
  return { jam, session: await jam.session, accountId: session.primaryAccounts[vendor] };
}

/// What a call is refused with.
const refusal = (call) => call.then(() => assert.fail('not refused'), (error) => error);

async function readUntil(reader, text) {
  const decoder = new TextDecoder();
  let read = '';
  while (!read.includes(text)) {
    const { value, done } = await reader.read();
    assert.ok(!done, `the stream ended before ${text}`);
    read += decoder.decode(value, { stream: true });
  }
  return read;
}

test('jmap-jam works with this server', { timeout: 100_000 }, () => withServer(async (server) => {
  const { jam, session, accountId } = await connect(server);

  for (const name of ['apiUrl', 'downloadUrl', 'uploadUrl', 'eventSourceUrl'])
    assert.ok(session[name].startsWith(server.url), `${name} is absolute`);
  assert.equal(session.username, server.user);

  // Creates that refer to each other, in one request.
  const [made, meta] = await jam.requestMany((t) => ({
    customer: t.Customer.set({ accountId, create: { c: {
      name: 'Fatou', emails: [{ name: 'Fatou', address: 'fatou@example.ci' }] } } }),
    ticket: t.Ticket.set({ accountId, create: { t: {
      subject: 'Toner', customer: '#c', uid: 'crm-7' }, u: { subject: 'Drum', priority: 'urgent' } } }),
    note: t.Message.set({ accountId, create: { n: { kind: 'note', ticket: '#t', text: 'Call back' } } }),
  }), { createdIds: {} });
  assert.equal(made.ticket.notCreated, null);
  const ticket = made.ticket.created.t;
  assert.match(ticket.number, /^A-\d+$/);
  assert.equal(meta.createdIds.t, ticket.id);
  assert.equal(meta.createdIds.n, made.note.created.n.id);

  // Query, and a back-reference to it.
  const [found] = await jam.requestMany((t) => {
    const query = t.Ticket.query({ accountId,
      filter: { operator: 'NOT', conditions: [{ priority: 'urgent' }] },
      sort: [{ property: 'receivedAt', isAscending: false }], calculateTotal: true, limit: 10 });
    const get = t.Ticket.get({ accountId, ids: query.$ref('/ids'), properties: ['subject', 'customer'] });
    const customers = t.Customer.get({ accountId, ids: get.$ref('/list/*/customer') });
    return { query, get, customers };
  });
  assert.deepEqual(found.query.ids, [ticket.id]);
  assert.equal(found.query.total, 1);
  assert.deepEqual(found.get.list, [{ id: ticket.id, subject: 'Toner', customer: made.customer.created.c.id }]);
  assert.equal(found.customers.list[0].emails[0].address, 'fatou@example.ci');

  // An update under a state, and the same once more, which comes too late.
  const state = made.ticket.newState;
  const update = { [ticket.id]: { status: 'resolved', 'subject': 'Toner leaks' } };
  const [current] = await jam.api.Ticket.get({ accountId, ids: [] });
  const [updated] = await jam.api.Ticket.set({ accountId, ifInState: current.state, update });
  assert.equal(updated.notUpdated, null);
  assert.ok(updated.updated[ticket.id].resolvedAt);
  assert.equal((await refusal(jam.api.Ticket.set({ accountId, ifInState: current.state, update }))).type,
    'stateMismatch');

  // What changed since.
  const [changes] = await jam.api.Ticket.changes({ accountId, sinceState: state });
  assert.deepEqual(changes.updated, [ticket.id]);
  assert.deepEqual(changes.created, []);
  assert.equal(changes.newState, updated.newState);
  assert.equal(changes.hasMoreChanges, false);

  // A create that came twice.
  const [again] = await jam.api.Ticket.set({ accountId, create: { x: { subject: 'Toner', uid: 'crm-7' } } });
  assert.equal(again.notCreated.x.type, 'alreadyExists');
  assert.equal(again.notCreated.x.existingId, ticket.id);

  // Blobs.
  const content = new Uint8Array([0, 1, 2, 253, 254, 255]);
  const blob = await jam.uploadBlob(accountId, content, { headers: {
    Authorization: jam.authHeader, 'Content-Type': 'image/png' } });
  assert.equal(blob.size, content.length);
  const file = await jam.downloadBlob({ accountId, blobId: blob.blobId, mimeType: 'image/png', fileName: 'été.png' });
  assert.equal(file.headers.get('Content-Type'), 'image/png');
  assert.deepEqual(new Uint8Array(await file.arrayBuffer()), content);

  // Push: its EventSource can't send a token, so the stream is read as it comes.
  const events = session.eventSourceUrl.replace('{types}', 'Ticket').replace('{closeafter}', 'state').replace('{ping}', '0');
  const stream = await fetch(events, { headers: { Authorization: `Bearer ${server.token}` } });
  const [other] = await jam.api.Ticket.set({ accountId, update: { [ticket.id]: { priority: 'high' } } });
  const event = await readUntil(stream.body.getReader(), '\n\n');
  assert.match(event, /^event: state$/m);
  assert.equal(JSON.parse(event.match(/^data: (.*)$/m)[1]).changed[accountId].Ticket, other.newState);

  // Refusals by their registered names.
  assert.equal((await refusal(jam.api.Ticket.fly({ accountId }))).type, 'unknownMethod');
  assert.equal((await refusal(jam.api.Ticket.get({ accountId: 'other' }))).type, 'accountNotFound');
  assert.equal((await refusal(jam.api.Ticket.query({ accountId, filter: { colour: 'red' } }))).type, 'unsupportedFilter');
  assert.equal((await refusal(jam.api.Ticket.get({ accountId }, { using: ['urn:ietf:params:jmap:mail'] }))).type,
    'urn:ietf:params:jmap:error:unknownCapability');
}));
