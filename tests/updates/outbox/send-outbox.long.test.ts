import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noteStart, readEnrolment } from '../../../db/ops/enrolment.ts';
import { recordIncident } from '../../../db/ops/incidents.ts';
import { countOutbox } from '../../../db/ops/outbox.ts';
import { putInOutbox } from '../../../db/ops/put-in-outbox.ts';
import { deviceKeyFile } from '../../../updates/outbox/device-key-file.ts';
import { enrolDevice } from '../../../updates/outbox/enrol-device.ts';
import { sendOutbox } from '../../../updates/outbox/send-outbox.ts';
import { aDataFolder, aStore } from '../../builders/a-store.ts';
import { A_CODE, aSyncServer } from '../../builders/a-sync-server.ts';

const NOW = new Date('2026-11-27T14:41:07Z');
const HEALTH = { appVersion: '0.1.0', packs: [], freeBytes: null };

async function aDevice() {
  const server = await aSyncServer();
  const db = aStore('ops');
  const dataDir = aDataFolder();
  const enrol = (code = A_CODE, url = server.url) =>
    enrolDevice(db, { dataDir, server: url, code, profile: 'kiosk', appVersion: '0.1.0' });
  await enrol();
  const happen = (times: number) => {
    for (let done = 0; done < times; done++)
      putInOutbox(db, NOW, { type: 'search-empty', body: { language: 'nl' } });
  };
  const send = (now = NOW) => sendOutbox(db, dataDir, HEALTH, () => now);
  return { server, db, dataDir, enrol, happen, send };
}

test('a device enrols with a key that nobody else can read, and waits', async () => {
  const { db, dataDir, server } = await aDevice();
  expect(readEnrolment(db)).toMatchObject({ library: 'bieb', branch: 'Centrum', state: 'waiting' });
  expect(readEnrolment(db)?.server).toBe(`${server.url}/`);
  expect(statSync(deviceKeyFile(dataDir)).mode & 0o777).toBe(0o600);
});

test.each([
  ['a wrong code', 'AAAA-AAAA-AAAA', undefined, /not known/],
  ['what is no code', 'hallo', undefined, /twelve letters and digits/],
  ['no network', A_CODE, 'http://127.0.0.1:9', /cannot be reached/],
  ['plain http elsewhere', A_CODE, 'http://balie.example', /Write it as https/],
])('%s changes nothing', async (_, code, url, why) => {
  const { db, dataDir, enrol } = await aDevice();
  const before = [readEnrolment(db), readFileSync(deviceKeyFile(dataDir), 'utf8')];
  await expect(enrol(code, url)).rejects.toThrow(why);
  expect([readEnrolment(db), readFileSync(deviceKeyFile(dataDir), 'utf8')]).toEqual(before);
});

test('a key is kept for the same code at the same server until that is settled, for nobody else to read', async () => {
  const { server, dataDir, enrol } = await aDevice();
  const [fresh, note] = [`${deviceKeyFile(dataDir)}.new`, `${deviceKeyFile(dataDir)}.for`];
  const key = () => readFileSync(fresh, 'utf8');
  const kept = async (fault: string, code?: string, url?: string) => {
    await expect(enrol(code, url)).rejects.toMatchObject({ fault });
    return key();
  };
  expect([existsSync(fresh), existsSync(note)]).toEqual([false, false]);
  const first = await kept('unreachable', A_CODE, 'http://127.0.0.1:9');
  expect(await kept('unreachable', A_CODE.toLowerCase(), 'http://127.0.0.1:9')).toBe(first);
  for (const file of [fresh, note]) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(note, 'utf8')).not.toContain(A_CODE.replaceAll('-', ''));
  const elsewhere = await kept('unreachable', A_CODE, 'http://localhost:9');
  const other = await kept('unreachable', 'AAAA-AAAA-AAAA', 'http://localhost:9');
  expect(new Set([first, elsewhere, other]).size).toBe(3);
  server.refuse = 'too-many';
  const asked = await kept('too-many');
  server.refuse = undefined;
  await enrol();
  expect(readFileSync(deviceKeyFile(dataDir), 'utf8')).toBe(asked);
  expect([existsSync(fresh), existsSync(note)]).toEqual([false, false]);
  await expect(enrol('AAAA-AAAA-AAAA')).rejects.toMatchObject({ fault: 'unknown-code' });
  expect([existsSync(fresh), existsSync(note)]).toEqual([false, false]);
});

test('all that waits is told, batch after batch, and forgotten once the server has it', async () => {
  const { db, server, happen, send } = await aDevice();
  happen(450);
  expect(await send()).toEqual({ ok: true, sent: 450 });
  expect([server.stored.size, server.bodies.length, countOutbox(db)]).toEqual([450, 3, 0]);
  expect(readEnrolment(db)).toMatchObject({
    state: 'approved',
    last_contact: NOW.toISOString(),
    batch: null,
  });
});

test('cut off before the acknowledgement, the same bytes go again, and nothing counts twice', async () => {
  const { db, server, happen, send } = await aDevice();
  happen(3);
  server.meddle = () => undefined;
  expect(await send()).toMatchObject({ ok: false, sent: 0 });
  happen(2);
  server.meddle = (answer) => answer;
  expect(await send()).toMatchObject({ ok: true, sent: 5 });
  expect(server.bodies[1]).toBe(server.bodies[0]);
  expect([[...server.stored.values()], countOutbox(db)]).toEqual([[1, 1, 1, 1, 1], 0]);
});

test.each([
  ['that is not signed', (body: Buffer) => ({ body, signature: '' })],
  [
    'that was changed on its way',
    (body: Buffer, signature: string) => ({
      body: Buffer.from(body.toString().replace('stored', 'known')),
      signature,
    }),
  ],
  ['that is a page', () => ({ body: Buffer.from('<html>'), signature: '' })],
])('an acknowledgement %s changes nothing', async (_, change) => {
  const { db, server, happen, send } = await aDevice();
  happen(2);
  server.meddle = ({ body, signature }) => change(body, signature);
  expect(await send()).toMatchObject({
    ok: false,
    sent: 0,
    message: expect.stringMatching(/not signed|not written/),
  });
  expect([countOutbox(db), readEnrolment(db)?.state, readEnrolment(db)?.last_contact]).toEqual([
    2,
    'waiting',
    null,
  ]);
});

test('an acknowledgement of an earlier batch, replayed, changes nothing', async () => {
  const { db, server, happen, send } = await aDevice();
  let old: { body: Buffer; signature: string } | undefined;
  server.meddle = (answer) => {
    old ??= answer;
    return old;
  };
  await send();
  happen(1);
  expect(await send()).toMatchObject({ ok: false, message: expect.stringContaining('another batch') });
  expect(countOutbox(db)).toBe(1);
});

test('a device that is revoked stops, and counts nothing any more', async () => {
  const { db, server, happen, send } = await aDevice();
  server.refuse = 'revoked';
  expect(await send()).toMatchObject({ ok: false });
  happen(1);
  expect([readEnrolment(db)?.state, countOutbox(db), await send()]).toEqual(['revoked', 0, undefined]);
});

test('a refusal that the server did not sign stops nobody, nor one of another device', async () => {
  const { db, server, happen, send } = await aDevice();
  server.refuse = 'revoked';
  server.signsRevocation = false;
  expect(await send()).toMatchObject({ ok: false, message: expect.stringContaining('not signed') });
  happen(1);
  expect([readEnrolment(db)?.state, countOutbox(db)]).toEqual(['waiting', 1]);
  server.signsRevocation = true;
  db.prepare('UPDATE enrolment SET device = ?').run('11111111-1111-4111-8111-111111111111');
  expect(await send()).toMatchObject({ ok: false });
  expect(readEnrolment(db)?.state).toBe('waiting');
  server.refuse = undefined;
});

test('each batch has a higher number than the one before, also after the store came back from a copy', async () => {
  const { server, send } = await aDevice();
  const told = () => JSON.parse(server.bodies.at(-1) ?? '').health.seq;
  await send();
  await send();
  expect(told()).toBe(2);
  server.healthSeq = 9; // it heard of more than the copy knows
  await send(); // and counts as heard only what is newer, so that follows at once
  expect([server.bodies.length, told()]).toEqual([4, 10]);
  // Only once: a server that is wrong does not keep it going.
  server.acknowledge = ((acknowledge) => (body: Buffer, signature: string) => {
    server.healthSeq += 100;
    return acknowledge(body, signature);
  })(server.acknowledge);
  await send();
  expect(server.bodies.length).toBe(6);
});

test('a device that cannot tell its packs says so in each batch, so that an older server reads it', async () => {
  const { db, dataDir, server, send } = await aDevice();
  const told = () => JSON.parse(server.bodies.at(-1) ?? '').health;
  for (let number = 0; number < 30; number++)
    recordIncident(db, { at: NOW.toISOString(), code: 'page-gone', detail: '' });
  const unread = { appVersion: '0.1.0', packs: undefined, freeBytes: null };
  for (const incidents of [[...Array(19).fill('page-gone'), 'packs-unread'], ['packs-unread']]) {
    await sendOutbox(db, dataDir, unread, () => NOW);
    expect(told()).toMatchObject({ packs: [], incidents });
  }
  await send();
  expect(told()).toMatchObject({ packs: [], incidents: [] });
});

test('refused for now, everything stays', async () => {
  const { db, server, happen, send } = await aDevice();
  happen(1);
  server.refuse = 'not-approved';
  expect(await send()).toMatchObject({ ok: false });
  expect([readEnrolment(db)?.state, readEnrolment(db)?.last_failure, countOutbox(db)]).toEqual([
    'waiting',
    expect.stringContaining('No.'),
    1,
  ]);
});

test('what a server refused because the device waits was not taken, so it is told after enrolling again', async () => {
  const { db, server, enrol, happen, send } = await aDevice();
  happen(150);
  server.refuse = 'not-approved';
  await send();
  server.refuse = undefined;
  await enrol();
  expect(countOutbox(db)).toBe(150);
  expect(await send()).toEqual({ ok: true, sent: 150 });
});

test('what may have arrived before a refusal is not told again after enrolling again', async () => {
  const { db, server, enrol, happen, send } = await aDevice();
  await send();
  happen(150);
  server.meddle = () => undefined;
  await send();
  server.refuse = 'not-approved'; // of an approved device: nobody signed it
  await send();
  server.refuse = undefined;
  await enrol();
  expect(countOutbox(db)).toBe(0);
});

test('after a batch that was cut off hours ago, one of now tells how the device fares', async () => {
  const { server, send } = await aDevice();
  server.meddle = () => undefined;
  await send(new Date(NOW.getTime() - 3 * 3_600_000));
  server.meddle = (answer) => answer;
  expect(await send()).toEqual({ ok: true, sent: 0 });
  expect(JSON.parse(server.bodies.at(-1) ?? '').health.clock).toBe(NOW.toISOString());
});

test('without its key a device says what to do', async () => {
  const { dataDir, send } = await aDevice();
  writeFileSync(deviceKeyFile(dataDir), 'rot');
  expect(await send()).toMatchObject({ ok: false, message: expect.stringContaining('balie enrol') });
});

test('one item that the server cannot read holds up none of the others, and is given up', async () => {
  const { db, server, happen, send } = await aDevice();
  happen(130);
  putInOutbox(db, NOW, { type: 'search-empty', body: { language: 'en' } });
  happen(230);
  server.unread = 'en';
  expect(await send()).toMatchObject({ ok: true, sent: 360 });
  expect([server.stored.size, countOutbox(db), readEnrolment(db)?.quarantined]).toEqual([360, 0, 1]);
});

test('one item that the server cannot read, before all others, is given up when it took one of those', async () => {
  const { db, server, happen, send } = await aDevice();
  putInOutbox(db, NOW, { type: 'search-empty', body: { language: 'en' } });
  putInOutbox(db, NOW, { type: 'search-empty', body: { language: 'en' } });
  happen(230);
  server.unread = 'en';
  expect(await send()).toMatchObject({ ok: true, sent: 230 });
  expect([server.stored.size, countOutbox(db), readEnrolment(db)?.quarantined]).toEqual([230, 0, 2]);
});

test.each([21, 45])(
  '%i items that the server cannot read, before all others, hold up none of them',
  async (unread) => {
    const { db, server, happen, send } = await aDevice();
    for (let each = 0; each < unread; each++)
      putInOutbox(db, NOW, { type: 'search-empty', body: { language: 'en' } });
    happen(230);
    server.unread = 'en';
    expect(await send()).toMatchObject({ ok: true, sent: 230 });
    expect([server.stored.size, countOutbox(db), readEnrolment(db)?.quarantined]).toEqual([230, 0, unread]);
  },
);

test('a contact that was cut off at the newest item goes on with those before it', async () => {
  const { db, server, happen, send } = await aDevice();
  for (let each = 0; each < 21; each++)
    putInOutbox(db, NOW, { type: 'search-empty', body: { language: 'en' } });
  happen(2);
  server.unread = 'en';
  server.meddle = (answer) => (server.stored.size > 0 ? undefined : answer);
  expect(await send()).toMatchObject({ ok: false, sent: 0 });
  expect([server.stored.size, countOutbox(db), readEnrolment(db)?.quarantined]).toEqual([1, 23, 0]);
  server.meddle = (answer) => answer;
  expect(await send()).toMatchObject({ ok: true, sent: 2 });
  expect([server.stored.size, countOutbox(db), readEnrolment(db)?.quarantined]).toEqual([2, 0, 21]);
});

test.each([1, 2, 45, 300])(
  'a server that takes empty batches and no item has none given up: %i wait on',
  async (times) => {
    const { db, server, happen, send } = await aDevice();
    happen(times);
    server.unread = 'nl';
    expect(await send()).toMatchObject({ ok: false, sent: 0, fault: 'bad-request' });
    expect([countOutbox(db), readEnrolment(db)?.quarantined]).toEqual([times, 0]);
    server.unread = undefined; // after its upgrade
    expect(await send()).toEqual({ ok: true, sent: times });
  },
);

test('a server that can read no batch at all, empty or not, is no fault of the items: all of them wait on', async () => {
  const { db, server, happen, send } = await aDevice();
  happen(300);
  server.refuse = 'bad-request';
  expect(await send()).toMatchObject({ ok: false, sent: 0, fault: 'bad-request' });
  expect([countOutbox(db), readEnrolment(db)?.quarantined]).toEqual([300, 0]);
  expect(readEnrolment(db)?.last_failure).toContain('bad-request');
  server.refuse = undefined; // after its upgrade
  expect(await send()).toEqual({ ok: true, sent: 300 });
});

test('the server hears of starts and of what went wrong since it was told last', async () => {
  const { db, server, send } = await aDevice();
  const health = () => JSON.parse(server.bodies.at(-1) ?? '').health;
  noteStart(db);
  noteStart(db);
  recordIncident(db, { at: '2026-11-27T14:40:00Z', code: 'picture-damaged', detail: 'x' });
  await send();
  expect(health()).toMatchObject({ starts: 2, incidents: ['picture-damaged'] });
  await send();
  expect(health()).toMatchObject({ starts: 0, incidents: [] });
});

test('what comes between a batch and its acknowledgement is told next, also after an end and with a clock that was set back', async () => {
  const { db, server, send } = await aDevice();
  const told = () => server.bodies.map((body) => JSON.parse(body).health);
  const wrong = (code: string, at = NOW.toISOString()) => recordIncident(db, { at, code, detail: '' });
  noteStart(db);
  wrong('picture-damaged');
  server.meddle = () => undefined;
  await send();
  // The program ended before the answer was there, and starts again.
  noteStart(db);
  wrong('page-crashed', '2026-11-27T09:00:00Z');
  server.meddle = (answer) => {
    server.meddle = (next) => next;
    noteStart(db);
    wrong('page-failed');
    return answer;
  };
  expect(await send()).toMatchObject({ ok: true });
  expect(told()).toMatchObject([
    { starts: 1, incidents: ['picture-damaged'] },
    { starts: 1, incidents: ['picture-damaged'] }, // the same bytes
    { starts: 2, incidents: ['page-crashed', 'page-failed'] },
  ]);
  await send();
  expect(told().at(-1)).toMatchObject({ starts: 0, incidents: [] });
});
