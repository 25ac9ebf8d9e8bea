// A desk that was offline for a year syncs while staff go on logging; then the server has exactly what the desk has.
import { expect, it, onTestFinished } from 'vitest';
import { DAY_MS } from '../../core/domain/calendar-date.ts';
import { localHourOf } from '../../core/domain/desk/local-hour.ts';
import { openForWriting } from '../../db/open.ts';
import { correctQuestion, withdrawQuestion } from '../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../db/ops/desk/log-question.ts';
import { countOutbox } from '../../db/ops/outbox.ts';
import { approveDevice } from '../../server/organisations/devices.ts';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';
import { sendOutbox } from '../../updates/outbox/send-outbox.ts';
import { startOwnServer } from '../builders/a-server.ts';
import { aDataFolder, aStore } from '../builders/a-store.ts';
import { aQuestion } from '../core/domain/desk/a-question.ts';

const QUEUED = 10_000;
const YEAR_MS = 365 * DAY_MS;
const HEALTH = { appVersion: '0.1.0', packs: [], freeBytes: null };

it(`${QUEUED} questions go to the server while more are logged, corrected and taken back; nothing counts twice or is lost`, async () => {
  const server = await startOwnServer();
  onTestFinished(() => server.remove());
  const [file, dataDir] = [`${aDataFolder()}/ops.db`, aDataFolder()];
  const db = aStore('ops', file);
  const { id: _, at: __, nth: ___, ...facts } = aQuestion();
  const at = localHourOf(new Date());
  db.transaction(() => {
    for (let each = 0; each < QUEUED; each++) {
      const asked = new Date(Date.now() - YEAR_MS * (1 - each / QUEUED));
      logQuestion(db, asked, { at: localHourOf(asked), facts });
    }
  }).immediate();
  const { device } = await enrolDevice(db, {
    ...{ dataDir, server: server.addresses[0], code: await server.code() },
    ...{ profile: 'desk', appVersion: '0.1.0' },
  });
  await approveDevice(server.store, device);
  // As in the app: what sends has a connection of its own.
  const other = openForWriting(file);
  onTestFinished(() => void other.close());
  let sent = 0;
  const sending = sendOutbox(other, dataDir, HEALTH, () => new Date()).then((reply) => {
    sent += reply?.sent ?? 0;
  });
  let isOver = false;
  void sending.finally(() => {
    isOver = true;
  });
  let logged = 0;
  for (; !isOver; logged++) {
    const { number } = logQuestion(db, new Date(), { at, facts });
    if (number % 2 === 0)
      correctQuestion(db, new Date(), number, { at, facts: { ...facts, outcome: 'referred' } });
    if (number % 5 === 0) withdrawQuestion(db, new Date(), number);
    await new Promise((later) => setTimeout(later, 20));
  }
  await sending;
  await sendOutbox(other, dataDir, HEALTH, () => new Date());
  expect(logged, 'it logged meanwhile').toBeGreaterThan(10);
  expect(sent).toBeGreaterThanOrEqual(QUEUED);
  expect(countOutbox(db)).toBe(0);
  const here = db
    .prepare<[], { month: string; outcome: string; number: number }>(
      'SELECT substr(at, 1, 7) AS month, outcome, count(*) AS number FROM desk_questions GROUP BY 1, 2',
    )
    .all();
  const there = await server.store.db
    .selectFrom('question_counts')
    .select(['month', 'value as outcome', 'number'])
    .where('variable', '=', 'outcome')
    .where('number', '>', 0)
    .execute();
  const totals = (of: typeof here) =>
    Object.fromEntries(of.map(({ month, outcome, number }) => [`${month} ${outcome}`, Number(number)]));
  expect(totals(there)).toEqual(totals(here));
  // A year of months, and of this one also what was put right.
  expect(here.length).toBeGreaterThan(12);
  const single = await server.store.db
    .selectFrom('questions')
    .select('id')
    .where('body', 'is not', null)
    .execute();
  expect(single).toHaveLength(here.reduce((sum, { number }) => sum + number, 0));
}, 120_000);
