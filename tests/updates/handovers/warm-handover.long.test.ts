// The real desk against the real server and a partner with Debian's age: from what a visitor types to who reads it, and nowhere else.

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localHourOf } from '../../../core/domain/desk/local-hour.ts';
import { detailsText } from '../../../core/domain/desk/visitor-details.ts';
import { openStore } from '../../../db/open-store.ts';
import { eachLine } from '../../../db/ops/audit.ts';
import { writeCopy } from '../../../db/ops/copies.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { passOnQuestions } from '../../../db/ops/desk/pass-on.ts';
import { findHandover } from '../../../db/ops/handovers/handovers.ts';
import { listSealed } from '../../../db/ops/handovers/sealed-files.ts';
import { listIncidents } from '../../../db/ops/incidents.ts';
import { OPS_OPTIONS } from '../../../db/ops/ops-options.ts';
import { countOutbox } from '../../../db/ops/outbox.ts';
import { verifyAudit } from '../../../db/ops/verify-audit.ts';
import { type HandoverPlan, handoverHandlers } from '../../../electron/desk/handovers.ts';
import { handoverWords } from '../../../electron/print/slip-words.ts';
import { tellHandovers } from '../../../electron/updates/handovers-job.ts';
import { tellServer } from '../../../electron/updates/outbox-job.ts';
import { seal } from '../../../renderer/staff/handover/seal.ts';
import { forgetHandovers } from '../../../server/handovers/forget-handovers.ts';
import { AGAIN_MS } from '../../../server/handovers/partner-desk.ts';
import { MOST_NEW_A_DAY } from '../../../server/handovers/take-report.ts';
import { approveDevice } from '../../../server/organisations/devices.ts';
import { addPartner } from '../../../server/organisations/partners.ts';
import { readPepper } from '../../../trust/pin/pepper.ts';
import { enrolDevice } from '../../../updates/outbox/enrol-device.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../db/migrations');
const DAY_MS = 86_400_000;
const { id: _, at: __, nth: ___, ...FACTS } = aQuestion();
let server: OwnServer;
let folder: string;
let temp: string;
const before = process.env['TMPDIR'];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balie-handover-'));
  temp = join(folder, 'temp');
  mkdirSync(temp);
  process.env['TMPDIR'] = temp; // all that anybody here puts into a temporary file is in it
  server = await startOwnServer();
});
afterEach(async () => {
  await server.remove();
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true, force: true });
});

/** A desk with its data folder, at a library with a partner whose key only the partner has. */
async function aDesk() {
  const dataDir = join(folder, 'desk');
  mkdirSync(dataDir);
  const identity = join(folder, 'partner.key');
  execFileSync('age-keygen', ['-o', identity], { stdio: 'ignore' });
  const recipient = execFileSync('age-keygen', ['-y', identity], { encoding: 'utf8' }).trim();
  await addPartner(server.store, 'delft', {
    ...{ id: 'wijkteam', name: 'Wijkteam (fictional)', kind: 'social-work', phone: '015 000 00 00' },
    ...{ recipient, asks: ['name', 'phone'], review_by: '2099-01-01' },
  });
  const opened = openStore(join(dataDir, 'ops.db'), join(MIGRATIONS, 'ops'), {
    proveSound: false,
    ...OPS_OPTIONS,
  });
  if (opened.db === undefined) throw new Error(opened.detail);
  const { db } = opened;
  const { device } = await enrolDevice(db, {
    ...{ dataDir, server: server.addresses[0], code: await server.code() },
    ...{ profile: 'desk', appVersion: '0.1.0' },
  });
  await approveDevice(server.store, device);
  let now = new Date();
  const logged: string[] = [];
  const write: HandoverPlan['house']['write'] = (act) => act(db, now);
  const handlers = handoverHandlers({
    house: { write, troubles: () => [], today: () => now.toISOString().slice(0, 10) },
    dataDir,
    printRoom: () => Promise.reject(new Error('There is no printer.')),
    words: handoverWords,
    spoken: () => undefined,
    random: randomBytes,
    ...{ told: () => undefined, looked: () => undefined },
    person: () => 'colleague-1',
    key: () => readPepper(dataDir),
    log: {
      note: (...line) => void logged.push(line.join()),
      trouble: (...line) => void logged.push(line.join()),
    },
  });
  const tell = () =>
    tellServer({
      job: 'outbox',
      ...{ dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined as never },
      health: { appVersion: '0.1.0', packs: [] },
    });
  const tellOfHandovers = () =>
    tellHandovers({
      job: 'handovers',
      ...{ dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined as never },
    });
  expect(await tell()).toMatchObject({ ok: true });
  return {
    ...{ db, dataDir, identity, recipient, handlers, tell, tellOfHandovers, logged },
    later: (days: number) => {
      now = new Date(now.getTime() + days * DAY_MS);
    },
    list: async () => await handlers['handover:list']({}),
    /** What the audit log says of handovers, after it was proven. */
    audited: () => {
      expect(verifyAudit(db, readPepper(dataDir)).faults).toEqual([]);
      return [...eachLine(db)].flatMap(({ act, person }) =>
        act.startsWith('handover') ? [[act, person]] : [],
      );
    },
  };
}

const submit = (fields: Record<string, string>) =>
  fetch(`${server.addresses[0]}/overdracht`, {
    method: 'POST',
    headers: { origin: server.addresses[0] },
    body: new URLSearchParams({ language: 'nl', ...fields }),
  });

/** Every file below a folder, as it is on the disk. */
function filesBelow(place: string): Buffer[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => join(place, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file));
}

it('brings what a visitor typed to the partner, whom age lets read it, and to nobody and nothing else', async () => {
  const desk = await aDesk();
  // Letters that stand nowhere else by chance.
  const [name, phone] = [`Zoë Qwx${randomBytes(4).toString('hex')}`, '06 98 76 54 31'];
  const text = detailsText(['name', 'phone'], { name, phone });
  const sealed = await seal(text, desk.recipient);
  const given = await desk.handlers['handover:give']({
    partner: 'wijkteam',
    recipient: desk.recipient,
    sealed,
  });
  if (given.kind !== 'given') throw new Error(given.kind);
  const { id, code } = given.handover;
  expect(listSealed(desk.dataDir)).toEqual([id]);
  writeCopy(desk.db, join(desk.dataDir, 'copies'));

  expect(await desk.tell()).toMatchObject({ ok: true });
  expect(listSealed(desk.dataDir)).toEqual([]);
  expect((await desk.list()).handovers).toMatchObject([
    { id, state: 'given', sealed: 'waiting', told: 'yes' },
  ]);
  // The 14 days are those since it was given, also at the server, which is told no minute.
  const { given_at } = findHandover(desk.db, id) ?? { given_at: '' };
  const row = await server.store.db.selectFrom('handovers').select('sealed_until').executeTakeFirstOrThrow();
  expect(Date.parse(row.sealed_until)).toBeLessThanOrEqual(Date.parse(given_at) + 14 * DAY_MS);

  // No one but the partner.
  const places = [desk.dataDir, server.data, temp];
  const marks = [name, 'Zoë', phone, phone.replaceAll(' ', ''), 'Naam:'];
  const nowhere = () => {
    for (const place of places)
      for (const bytes of filesBelow(place))
        for (const mark of marks) expect(bytes.includes(mark)).toBe(false);
    for (const mark of marks) {
      expect(server.logged()).not.toContain(mark);
      expect(desk.logged.join()).not.toContain(mark);
    }
  };
  nowhere();

  const file = join(folder, 'fetched.age');
  const fetched = Buffer.from(await (await submit({ code, act: 'fetch' })).arrayBuffer());
  writeFileSync(file, fetched);
  expect(execFileSync('age', ['--decrypt', '-i', desk.identity, file], { encoding: 'utf8' })).toBe(text);
  nowhere();

  // Ten minutes after delivery it is gone, locked as it is, wherever it was.
  const { db } = server.store;
  const atServer = async () =>
    db.selectFrom('handovers').select(['sealed', 'sealed_state as state']).executeTakeFirst();
  await expect.poll(async () => (await atServer())?.state).toBe('delivered');
  await db.transaction().execute((trx) => forgetHandovers(trx, new Date(Date.now() + AGAIN_MS + 1)));
  expect(await atServer()).toEqual({ sealed: null, state: 'delivered' });
  for (const bytes of filesBelow(desk.dataDir)) expect(bytes.includes(fetched.subarray(-64))).toBe(false);

  await submit({ code, act: 'accepted' });
  await submit({ code, act: 'done' });
  expect(await desk.tell()).toMatchObject({ ok: true });
  expect((await desk.list()).handovers).toMatchObject([{ state: 'done', sealed: 'delivered', next: [] }]);
  const items = await server.store.db.selectFrom('items').selectAll().execute();
  expect(items).toEqual([]);
  nowhere();
  expect(desk.audited()).toEqual([
    ['handover-given', 'colleague-1'],
    ['handover-delivered', null],
  ]);
});

it('tells of a handover at once, and not of the question that its visitor asked a moment before', async () => {
  const desk = await aDesk();
  logQuestion(desk.db, new Date(), { at: localHourOf(new Date()), facts: FACTS });
  passOnQuestions(desk.db);
  const given = await desk.handlers['handover:give']({
    partner: 'wijkteam',
    recipient: desk.recipient,
    sealed: null,
  });
  if (given.kind !== 'given') throw new Error(given.kind);
  expect(await desk.tellOfHandovers()).toEqual({ ok: true });
  const { db } = server.store;
  expect(await db.selectFrom('handovers').select('id').execute()).toEqual([{ id: given.handover.id }]);
  expect(await db.selectFrom('items').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('questions').selectAll().execute()).toEqual([]);
  expect(countOutbox(desk.db)).toBe(1);
  await desk.tell();
  expect(await db.selectFrom('questions').selectAll().execute()).toHaveLength(1);
});

it('keeps the slip of a desk without a network, and forgets what was sealed after 14 days', async () => {
  const desk = await aDesk();
  const sealed = await seal('Naam: Anna\n', desk.recipient);
  const given = await desk.handlers['handover:give']({
    partner: 'wijkteam',
    recipient: desk.recipient,
    sealed,
  });
  if (given.kind !== 'given') throw new Error(given.kind);
  desk.later(13);
  expect((await desk.list()).handovers).toMatchObject([{ sealed: 'here', told: 'no' }]);
  const slip = await desk.handlers['handover:slip']({ id: given.handover.id, language: 'nl' });
  expect(slip?.title.text).toBe(given.handover.code);
  desk.later(1.1);
  expect((await desk.list()).handovers).toMatchObject([{ sealed: 'deleted', told: 'no' }]);
  expect(listSealed(desk.dataDir)).toEqual([]);
  // Only when the clock still says so a day later: it may run ahead.
  desk.later(60);
  expect((await desk.list()).handovers).toHaveLength(1);
  desk.later(1);
  expect((await desk.list()).handovers).toEqual([]);
});

it('deletes what was sealed when the visitor wants it no more, also before it was told', async () => {
  const desk = await aDesk();
  const sealed = await seal('Naam: Anna\n', desk.recipient);
  const given = await desk.handlers['handover:give']({
    partner: 'wijkteam',
    recipient: desk.recipient,
    sealed,
  });
  if (given.kind !== 'given') throw new Error(given.kind);
  const { id, code } = given.handover;
  expect(await desk.handlers['handover:say']({ id, to: 'withdrawn' })).toMatchObject({
    state: 'withdrawn',
    sealed: 'deleted',
  });
  expect(listSealed(desk.dataDir)).toEqual([]);
  expect(await desk.handlers['handover:say']({ id, to: 'accepted' })).toBeNull();
  expect(desk.audited().at(-1)).toEqual(['handover-withdrawn', 'colleague-1']);
  await desk.tell();
  expect(await (await submit({ code })).text()).toContain('De bezoeker wil dit niet meer.');
});

it('joins what the desk said offline to what the partner said meanwhile', async () => {
  const desk = await aDesk();
  const given = await desk.handlers['handover:give']({
    partner: 'wijkteam',
    recipient: desk.recipient,
    sealed: null,
  });
  if (given.kind !== 'given') throw new Error(given.kind);
  const { id, code } = given.handover;
  await desk.tell();
  await submit({ code, act: 'accepted' });
  await desk.handlers['handover:say']({ id, to: 'called' });
  await desk.tell();
  expect((await desk.list()).handovers).toMatchObject([{ state: 'accepted' }]);
  await desk.handlers['handover:say']({ id, to: 'no-show' });
  await desk.tell();
  expect(await (await submit({ code })).text()).toContain('De bezoeker is niet gekomen.');
});

it('goes on when one locked file rotted, keeps what is too many for a day, and tells again what the server lost', async () => {
  const desk = await aDesk();
  const give = async () => {
    const sealed = await seal('Naam: Anna\n', desk.recipient);
    const given = await desk.handlers['handover:give']({
      partner: 'wijkteam',
      recipient: desk.recipient,
      sealed,
    });
    if (given.kind !== 'given') throw new Error(given.kind);
    return given.handover;
  };
  const [rotten, whole] = [await give(), await give()];
  writeFileSync(join(desk.dataDir, 'sealed', `${rotten.id}.age`), 'rotten');
  expect(await desk.tell()).toMatchObject({ ok: true });
  const stands = async (id: string) => (await desk.list()).handovers.find((each) => each.id === id);
  expect(await stands(rotten.id)).toMatchObject({ told: 'yes', sealed: 'deleted' });
  expect(await stands(whole.id)).toMatchObject({ told: 'yes', sealed: 'waiting' });
  expect(listSealed(desk.dataDir)).toEqual([]);
  expect(listIncidents(desk.db)).toMatchObject([
    { code: 'handover-file-lost', detail: rotten.id.slice(0, 8) },
  ]);

  const { db } = server.store;
  await db.updateTable('sign_in_tries').set({ failures: MOST_NEW_A_DAY }).execute();
  const late = await give();
  expect(await desk.tell()).toMatchObject({
    ok: false,
    fault: 'too-many',
    message: expect.stringContaining('taken tomorrow'),
  });
  expect(await stands(late.id)).toMatchObject({ told: 'no', sealed: 'here' });
  await db.deleteFrom('sign_in_tries').execute(); // the next day
  expect(await desk.tell()).toMatchObject({ ok: true });
  expect(await stands(late.id)).toMatchObject({ told: 'yes', sealed: 'waiting' });

  // A server that began again from a copy of before: the page knows the code once more, and the desk sees that the file is gone.
  await desk.handlers['handover:say']({ id: whole.id, to: 'called' });
  await desk.tell();
  await db.deleteFrom('handovers').where('id', '=', whole.id).execute();
  expect(await desk.tell()).toMatchObject({ ok: true });
  expect(await stands(whole.id)).toMatchObject({ told: 'yes', state: 'called', sealed: 'deleted' });
  expect(await (await submit({ code: whole.code })).text()).toContain('samen gebeld');
});

it('gives nothing to a partner that is not one, or that got another key meanwhile, and keeps nothing of it', async () => {
  const desk = await aDesk();
  const sealed = await seal('Naam: Anna\n', desk.recipient);
  expect(
    await desk.handlers['handover:give']({ partner: 'nobody', recipient: desk.recipient, sealed }),
  ).toEqual({ kind: 'no-partner' });
  const old = { partner: 'wijkteam', recipient: `age1${'q'.repeat(58)}`, sealed };
  expect(await desk.handlers['handover:give'](old)).toEqual({ kind: 'other-key' });
  expect(listSealed(desk.dataDir)).toEqual([]);
});
