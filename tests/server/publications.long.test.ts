import { afterAll, beforeAll, expect, it } from 'vitest';
import { Refusal, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { PublicationAnswer } from '../../core/contract/sync/publications.ts';
import { monthAfter } from '../../core/domain/report/month.ts';
import type { Publication } from '../../core/domain/report/publication.ts';
import { publish } from '../../core/domain/report/publish.ts';
import { moveEnrolment, noteRevoked, readEnrolment } from '../../db/ops/enrolment.ts';
import { listPublications, readPublications } from '../../db/ops/publications.ts';
import { approveDevice } from '../../server/organisations/devices.ts';
import { closeMonths } from '../../server/reports/close-months.ts';
import { listPublished } from '../../server/reports/read-publications.ts';
import { noteToldBefore } from '../../server/reports/told-before.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import { readDeviceKey } from '../../updates/outbox/device-key-file.ts';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';
import { fetchPublications } from '../../updates/publications/fetch-publications.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { aDataFolder, aStore } from '../builders/a-store.ts';
import { type Answer, somebodyBetween } from '../builders/somebody-between.ts';
import { aMonth, times } from '../core/domain/report/a-month.ts';

let server: OwnServer;
beforeAll(async () => {
  server = await startOwnServer();
});
afterAll(() => server.remove());

/** The server tells of a month of a library. */
async function tell(library: string, month: string, asked = times(60, 'centrum')): Promise<void> {
  const told = publish(aMonth(asked, { month, library: { id: library, name: library } }));
  await server.store.db
    .insertInto('publications')
    .values({ library, month, made_at: '2026-11-09T10:00:00Z', told: JSON.stringify(told) })
    .execute();
}

/** A desk that runs the real client, enrolled and approved. */
async function aDesk(library = 'delft') {
  const dataDir = aDataFolder();
  const ops = aStore('ops');
  const wanted = { dataDir, server: server.addresses[0], profile: 'desk', appVersion: '0.1.0' } as const;
  await enrolDevice(ops, { ...wanted, code: await server.code(library) });
  const id = readEnrolment(ops)?.device ?? '';
  const months = () => listPublications(ops).map(({ month }) => month);
  const approve = async () => {
    await approveDevice(server.store, id);
    ops.prepare("UPDATE enrolment SET state = 'approved'").run();
  };
  return { dataDir, ops, id, wanted, months, approve, ask: () => fetchPublications(ops, dataDir) };
}

it('a device hears what is told of its own library, each month once and in their order, and keeps it', async () => {
  const [desk, elsewhere] = [await aDesk(), await aDesk('gouda')];
  for (const month of ['2026-08', '2026-09']) await tell('delft', month);
  await desk.ask();
  expect(desk.months()).toEqual([]); // It waits.
  await desk.approve();
  await elsewhere.approve();
  await desk.ask();
  await elsewhere.ask();
  expect([desk.months(), elsewhere.months()]).toEqual([['2026-09', '2026-08'], []]);
  await tell('delft', '2026-10');
  await desk.ask();
  await desk.ask();
  expect(desk.months()).toEqual(['2026-10', '2026-09', '2026-08']);
  expect(
    readPublications(desk.ops, { month: '2026-09', source: 'server' }).map(({ month }) => month),
  ).toEqual(['2026-09', '2026-08']);
});

it('forgets it when it is revoked, or goes to another library', async () => {
  const [revoked, moving] = [await aDesk(), await aDesk()];
  for (const desk of [revoked, moving]) {
    await desk.approve();
    await desk.ask();
    expect(desk.months()).toHaveLength(3);
  }
  noteRevoked(revoked.ops);
  await enrolDevice(moving.ops, { ...moving.wanted, code: await server.code('gouda') });
  expect([revoked.months(), moving.months()]).toEqual([[], []]);
});

it('takes nothing that was held back, changed or made by somebody else', async () => {
  const desk = await aDesk();
  await desk.approve();
  let old: Answer | undefined;
  const heldBack = await somebodyBetween(server.addresses[0], (answer) => {
    old ??= answer;
    return old;
  });
  moveEnrolment(desk.ops, heldBack);
  await expect(desk.ask()).rejects.toMatchObject({ fault: 'not-the-server' });
  expect(desk.months()).toEqual(['2026-08']);
  // Nor an old answer that there is nothing new.
  moveEnrolment(desk.ops, server.addresses[0]);
  await desk.ask();
  let nothing: Answer | undefined;
  const silent = await somebodyBetween(server.addresses[0], (answer) => {
    nothing ??= answer;
    return nothing;
  });
  moveEnrolment(desk.ops, silent);
  await desk.ask();
  await tell('delft', '2026-11');
  await expect(desk.ask()).rejects.toMatchObject({ fault: 'not-the-server' });
  expect(desk.months()[0]).toBe('2026-10');
  const changed = await somebodyBetween(server.addresses[0], ({ body, signature }) => ({
    body: Buffer.from(body.toString().replaceAll('60', '61')),
    signature,
  }));
  moveEnrolment(desk.ops, changed);
  await expect(desk.ask()).rejects.toMatchObject({ fault: 'not-the-server' });
  expect(desk.months()[0]).toBe('2026-10');
});

it('tells of no month again of which a device was told before the store was brought back from a copy', async () => {
  const desk = await aDesk('gouda');
  await desk.approve();
  const kiosk = await server.approved('gouda');
  const bring = async (number: number, at: string) => {
    const items = Array.from({ length: number }, () => kiosk.item({ at }));
    await kiosk.acknowledged(await kiosk.send(server.addresses[0], kiosk.batch(items)));
  };
  await tell('gouda', '2026-09');
  await desk.ask();
  await server.store.db.deleteFrom('publications').where('library', '=', 'gouda').execute(); // the copy is older
  await bring(12, '2026-09-10T10:00:00Z');
  await desk.ask();
  expect(server.logged()).toContain('month-told-before');
  await closeMonths(server.store, new Date('2026-10-09T10:00:00Z'));
  expect(await listPublished(server.store, 'gouda')).toEqual([]);
  // The months after it go on, and tell of none of it.
  await bring(15, '2026-10-10T10:00:00Z');
  await closeMonths(server.store, new Date('2026-11-09T10:00:00Z'));
  await desk.ask();
  expect(desk.months()).toEqual(['2026-10', '2026-09']);
  const [october] = readPublications(desk.ops, { month: '2026-10', source: 'server' }, 1);
  expect(october?.use.languages.rows).toEqual([{ value: 'nl', count: 15 }]);
});

it('believes no device that was told of a month that is not over', async () => {
  const next = monthAfter(new Date().toISOString().slice(0, 7));
  expect(await noteToldBefore(server.store, 'gouda', next, new Date())).toBe(false);
  expect(await noteToldBefore(server.store, 'gouda', '2026-09', new Date())).toBe(false); // it is known
});

it('tells nobody but an approved device', async () => {
  const [desk, other, waiting] = [await aDesk(), await aDesk(), await aDesk()];
  for (const each of [desk, other]) await each.approve();
  const post = async (body: string, signer: typeof desk, kind = 'balie-publication-request') => {
    const bytes = Buffer.from(body);
    const signature = signDetached(bytes, readDeviceKey(signer.dataDir), signer.id, kind);
    const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature };
    const answer = await fetch(`${server.addresses[0]}/api/v1/publications`, {
      ...{ method: 'POST', headers, body },
    });
    return Refusal.parse(await answer.json()).why;
  };
  const asked = (device: string, after: unknown = null) =>
    JSON.stringify({ device, nonce: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d', after });
  expect(await post(asked(desk.id), other)).toBe('not-allowed');
  expect(await post(asked(desk.id), desk, 'balie-people-request')).toBe('bad-signature');
  expect(await post(asked(desk.id, 'soon'), desk)).toBe('bad-request');
  expect(await post(asked(waiting.id), waiting)).toBe('not-approved');
});

it('tells a device of an earlier version nothing of a table that it does not know, for it would refuse all of it', async () => {
  const desk = await aDesk();
  await desk.approve();
  const places = times(30, 'centrum', { place: 'balie' }).concat(
    times(30, 'centrum', { place: 'computers' }),
  );
  await tell('delft', '2026-12', places);
  const body = JSON.stringify({
    ...{ device: desk.id, nonce: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d', after: '2026-11' },
  });
  const signature = signDetached(
    Buffer.from(body),
    readDeviceKey(desk.dataDir),
    desk.id,
    'balie-publication-request',
  );
  const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature };
  const asked = { method: 'POST', headers, body };
  const earlier = await fetch(`${server.addresses[0]}/api/v1/publications`, asked);
  const { publication } = PublicationAnswer.parse(await earlier.json());
  const variables = (of: Publication | null | undefined) => of?.tables.map(({ variable }) => variable);
  expect(variables(publication)).toContain('weekday');
  expect(variables(publication)).not.toContain('place');
  await desk.ask();
  const [kept] = readPublications(desk.ops, { month: '2026-12', source: 'server' }, 1);
  expect(kept?.tables.find(({ variable }) => variable === 'place')?.rows).toEqual([
    { value: 'balie', cells: expect.arrayContaining([30]) },
    { value: 'computers', cells: expect.arrayContaining([30]) },
  ]);
});
