import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readFlow } from '../../../db/content/read-content.ts';
import { writeEnrolment } from '../../../db/ops/enrolment.ts';
import { oldestInOutbox } from '../../../db/ops/outbox.ts';
import { openContentHouse } from '../../../electron/content/content-house.ts';
import { MOST_A_VISIT, openVisitCounts } from '../../../electron/counting/visit-counts.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { packFolder } from '../../builders/pack-folder.ts';

async function aKiosk({ enrolled = true } = {}) {
  const dataDir = aDataFolder();
  const house = openContentHouse({
    ...{ dataDir, packsDir: dirname(packFolder()), migrationsDir: MIGRATIONS, nativeBinding: undefined },
    ...{ now: () => new Date('2026-11-26T14:20:00Z'), log: aLog() },
  });
  await house.filled();
  const ops = aStore('ops', join(dataDir, 'ops.db'));
  const server = { server: 'https://balie.example/', device: 'd', library: 'bieb', branch: '' };
  if (enrolled) writeEnrolment(ops, { ...server, state: 'approved', server_key: 'k' });
  const first = await house.read(
    (db) => db.prepare<[], string>('SELECT id FROM flows ORDER BY id').pluck().get() as string,
    () => '',
  );
  const flow = await house.read(
    (db) => readFlow(db, first)?.flow,
    () => undefined,
  );
  if (flow === undefined) throw new Error('The pack has no flow.');
  const items = () => oldestInOutbox(ops, 500);
  const told = () => items().map(({ type }) => type);
  return { counts: openVisitCounts(house), flow, told, items };
}

const language = 'nl';

test('a flow that is left, one that comes to its end, a language: each is counted once', async () => {
  const { counts, flow, told } = await aKiosk();
  const at = (step: string, spoken = language) =>
    counts.at({ kind: 'step', flow: flow.id, step, language: spoken });
  await counts.at({ kind: 'home', language });
  await counts.at({ kind: 'topic', topic: flow.topic, language });
  await at(flow.start);
  counts.end();
  const outcome = Object.keys(flow.outcomes)[0] as string;
  await at(flow.start);
  await at(outcome);
  await at(outcome, 'en');
  counts.end();
  expect(told()).toEqual([
    ...['topic-opened', 'flow-started', 'step-left'],
    ...['flow-started', 'language-chosen', 'outcome-reached'],
  ]);
});

test('whoever goes back from an outcome finished once what they began once, and where they came out last', async () => {
  const { counts, flow, items } = await aKiosk();
  const at = (step: string) => counts.at({ kind: 'step', flow: flow.id, step, language });
  const [first = '', other = ''] = Object.keys(flow.outcomes);
  for (const step of [flow.start, first, flow.start, first, flow.start, other]) await at(step);
  await counts.at({ kind: 'home', language });
  // And once more, with a look back at the end.
  for (const step of [flow.start, first, flow.start]) await at(step);
  counts.end();
  expect(items().map(({ type, body }) => [type, (body as { step?: string }).step ?? null])).toEqual([
    ...[
      ['flow-started', null],
      ['outcome-reached', other],
    ],
    ...[
      ['flow-started', null],
      ['outcome-reached', first],
    ],
  ]);
});

test('what the content does not have is not counted', async () => {
  const { counts, flow, told } = await aKiosk();
  await counts.at({ kind: 'topic', topic: 'jan-jansen', language });
  await counts.at({ kind: 'step', flow: flow.id, step: 'jan-jansen', language });
  counts.end();
  expect(told()).toEqual([]);
});

test('a page cannot fill the store', async () => {
  const { counts, told } = await aKiosk();
  for (let times = 0; times < MOST_A_VISIT + 9; times++)
    counts.count({ type: 'printed', body: { paper: 'a4', language } });
  expect(told()).toHaveLength(MOST_A_VISIT);
});

test('read aloud counts once a visit', async () => {
  const { counts, told } = await aKiosk();
  for (let times = 0; times < 3; times++) counts.count({ type: 'read-aloud', body: { language } });
  expect(told()).toEqual(['read-aloud']);
});

test('a kiosk that is not enrolled counts nothing', async () => {
  const { counts, flow, told } = await aKiosk({ enrolled: false });
  await counts.at({ kind: 'step', flow: flow.id, step: flow.start, language });
  counts.end();
  expect(told()).toEqual([]);
});
