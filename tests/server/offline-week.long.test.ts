// Two desks and a kiosk work a week without a network and then all send at once, over lines that are cut between what is sent and its
// acknowledgement. The server then has, to one, what a ledger has that was kept beside it by hand.
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { DeskLists } from '../../core/domain/desk/desk-lists.ts';
import {
  Category,
  DeskChannel,
  DeskOutcome,
  DurationClass,
  type QuestionFacts,
} from '../../core/domain/desk/desk-question.ts';
import { localHourOf } from '../../core/domain/desk/local-hour.ts';
import { openForWriting } from '../../db/open.ts';
import { countOutbox } from '../../db/ops/outbox.ts';
import { readSentUntil } from '../../db/ops/sent-until.ts';
import { openContentHouse } from '../../electron/content/content-house.ts';
import { openVisitCounts } from '../../electron/counting/visit-counts.ts';
import { deskLogHandlers } from '../../electron/desk/desk-log.ts';
import { rememberLastWalk } from '../../electron/desk/last-walk.ts';
import { tellServer } from '../../electron/updates/outbox-job.ts';
import { approveDevice } from '../../server/organisations/devices.ts';
import { makeEnrolmentCode } from '../../server/organisations/enrolment-codes.ts';
import { addBranch } from '../../server/organisations/libraries.ts';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';
import { aLog } from '../builders/a-log.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../builders/a-store.ts';
import { chance } from '../builders/chance.ts';
import { aCuttingProxy } from '../builders/cutting-proxy.ts';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';
import { packFolder } from '../builders/pack-folder.ts';
import { aWeekLedger, type WeekLedger } from './week-ledger.ts';

const SEED = Number(process.env['BALIE_SEED'] ?? 20_261_127);
/** Monday to Saturday, from ten to five. */
const DAYS = [16, 17, 18, 19, 20, 21];
const HOURS = [10, 11, 12, 13, 14, 15, 16];
const MINUTES = [2, 13, 24, 35, 46];

let postgres: OwnPostgres;
beforeAll(async () => {
  postgres = await startOwnPostgres();
});
afterAll(() => postgres.remove());

/** A device with the stores and the client of the app, at a branch of the server, behind a line that can be cut. */
async function aStation(server: OwnServer, address: string, branch: string, profile: 'desk' | 'kiosk') {
  const dataDir = aDataFolder();
  aStore('ops', join(dataDir, 'ops.db'));
  let now = new Date('2026-11-16T08:00:00Z');
  const plan = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  const house = openContentHouse({ ...plan, packsDir: dirname(packFolder()), now: () => now, log: aLog() });
  await house.filled();
  const line = await aCuttingProxy(address);
  const ops = openForWriting(join(dataDir, 'ops.db'));
  onTestFinished(() => void ops.close());
  const code = (await makeEnrolmentCode(server.store, 'delft', branch, new Date()))?.code ?? '';
  const { device } = await enrolDevice(ops, {
    dataDir,
    server: line.address,
    code,
    profile,
    appVersion: '0.1.0',
  });
  await approveDevice(server.store, device);
  return {
    ...{ house, line, ops, dataDir },
    at: (moment: Date) => {
      now = moment;
    },
    now: () => now,
    /** As the app does when it is time: in a process of its own, with a connection of its own. */
    tell: () => tellServer({ job: 'outbox', ...plan, health: { appVersion: '0.1.0', packs: [] } }),
  };
}
type Station = Awaited<ReturnType<typeof aStation>>;

const LISTS = DeskLists.parse({
  subCategories: ['digid', 'printen', 'toeslagen'].map((id) => ({
    ...{ id, names: { nl: id }, category: 'digital-contact' },
  })),
  organizations: [],
  places: [],
});

/** A desk that is worked at: what staff do goes through the handlers of the app, and into the ledger. */
function aDesk({ house, now }: Station, ledger: WeekLedger, random: () => number) {
  const handlers = deskLogHandlers({
    isDesk: true,
    afterwards: (act) => void setImmediate(act),
    person: () => null,
    ...{ house, now, elapsed: () => now().getTime(), log: aLog() },
    lists: () => ({ lists: LISTS, fault: null }),
    walk: rememberLastWalk(() => now().getTime()),
    quietHours: async () => null,
    printRoom: async () => ({ printTally: async () => 'no-printer' as const }),
  });
  const one = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
  const facts = (): QuestionFacts => ({
    category: one(Category.options),
    subCategory: one([null, 'digid', 'printen', 'toeslagen']),
    organization: one([null, null, 'uwv', 'svb', 'belastingdienst']),
    channel: one(DeskChannel.options),
    duration: one(DurationClass.options),
    outcome: one(DeskOutcome.options),
    language: one(['nl', 'nl', 'en', 'ar']),
    place: one([null, 'balie', 'computers']),
  });
  /** An hour that was, up to twenty days ago: also of the month before. */
  const earlier = () => localHourOf(new Date(now().getTime() - Math.floor(random() * 20 * 24) * 3_600_000));
  const log = async (at: string | null, after: number | null) => {
    const wanted = facts();
    const done = await handlers['desk:log-question']({ at, facts: wanted, after, note: null });
    if (done.kind !== 'logged') throw new Error(done.why);
    ledger.logged(done.logged.number, at ?? localHourOf(now()), wanted, after);
  };
  const did = { logged: 0, further: 0, 'back-dated': 0, corrected: 0, withdrawn: 0, tallied: 0 };
  const act = async () => {
    const [chosen, last] = [random(), ledger.last(6)];
    if (chosen < 0.5 || last.length === 0) {
      await log(null, null);
      did.logged++;
    } else if (chosen < 0.62) {
      await log(null, one(last));
      did.further++;
    } else if (chosen < 0.72) {
      await log(earlier(), null);
      did['back-dated']++;
    } else if (chosen < 0.84) {
      const [number, wanted] = [one(last), facts()];
      const at = random() < 0.5 ? ledger.look(number).at : earlier();
      const done = await handlers['desk:correct']({ number, at, facts: wanted });
      if (done.kind === 'logged') ledger.corrected(number, at, wanted);
      else expect(done.why, 'only one that was logged more than a day ago').toBe('too-late');
      did.corrected++;
    } else if (chosen < 0.94) {
      const number = one(last);
      const done = await handlers['desk:withdraw']({ numbers: [number] });
      if (done.kind === 'withdrawn') ledger.withdrawn(number);
      else expect(done.why).toBe('too-late');
      did.withdrawn++;
    } else {
      const [wanted, at] = [facts(), earlier()];
      const { category, subCategory, organization, outcome, ...shared } = wanted;
      const rows = [{ category, subCategory, organization, times: { [outcome]: 4 } }];
      const done = await handlers['desk:log-tally']({ at, shared, rows });
      if (done.kind !== 'logged') throw new Error(done.why);
      for (const number of done.numbers) ledger.logged(number, at, wanted, null);
      did.tallied++;
    }
  };
  return { act, did };
}

/** A kiosk that is used: each visit is counted by the app, and in the ledger. */
function aHall({ house, now }: Station, random: () => number) {
  const counts = openVisitCounts(house);
  const ledger: Record<string, number> = {};
  const hear = (type: string, body: Record<string, string>) => {
    const key = `${now().toISOString().slice(0, 13)} ${type} ${said(body)}`;
    ledger[key] = (ledger[key] ?? 0) + 1;
  };
  const visit = async () => {
    const language = random() < 0.7 ? 'nl' : 'en';
    const of = { pack: 'klein', language };
    await counts.at({ kind: 'home', language });
    await counts.at({ kind: 'topic', topic: 'geld', language });
    hear('topic-opened', { ...of, topic: 'geld' });
    if (random() < 0.3) {
      counts.count({ type: 'search-empty', body: { language } });
      hear('search-empty', { language });
    } else {
      await counts.at({ kind: 'step', flow: 'huur', step: 'huurt-u', language });
      hear('flow-started', { ...of, flow: 'huur' });
      if (random() < 0.6) {
        await counts.at({ kind: 'step', flow: 'huur', step: 'wel', language });
        hear('outcome-reached', { ...of, flow: 'huur', step: 'wel' });
        counts.count({ type: 'printed', body: { paper: 'a4', language } });
        hear('printed', { paper: 'a4', language });
      } else hear('step-left', { ...of, flow: 'huur', step: 'huurt-u' });
    }
    counts.end();
  };
  return { visit, ledger };
}

const said = (body: Record<string, string>) =>
  Object.entries(body)
    .map((each) => each.join('='))
    .sort()
    .join(' ');

it.each(['sqlite', 'postgres'] as const)(
  `two desks and a kiosk a week offline, then exact totals at the server: %s (seed ${SEED})`,
  async (kind) => {
    const isPostgres = kind === 'postgres';
    const server = await startOwnServer(
      isPostgres ? postgres.makeDatabase('week') : undefined,
      isPostgres ? 2 : 1,
    );
    onTestFinished(() => server.remove());
    await addBranch(server.store, 'delft', 'west', 'West');
    const [first, last] = [server.addresses[0], server.addresses.at(-1) as string];
    const random = chance(SEED);
    const hal = await aStation(server, first, 'hal', 'desk');
    const west = await aStation(server, last, 'west', 'desk');
    const hall = await aStation(server, last, 'hal', 'kiosk');
    const ledgers = [aWeekLedger('hal'), aWeekLedger('west')] as const;
    const desks = [aDesk(hal, ledgers[0], random), aDesk(west, ledgers[1], random)] as const;
    const visits = aHall(hall, random);

    for (const day of DAYS)
      for (const hour of HOURS)
        for (const minute of MINUTES) {
          // Winter time: an hour later on the wall.
          const now = new Date(Date.UTC(2026, 10, day, hour - 1, minute));
          for (const station of [hal, west, hall]) station.at(now);
          for (const { act } of desks) if (random() < 0.7) await act();
          if (random() < 0.5) await visits.visit();
        }
    // All of it was done, at each desk.
    for (const { did } of desks)
      for (const [what, times] of Object.entries(did)) expect(times, what).toBeGreaterThan(2);
    const stations = [hal, west, hall];
    for (const { ops } of stations) expect(countOutbox(ops)).toBeGreaterThan(100);

    // The network is back, and bad: at first what is sent does not arrive, and of each of the first two batches of a device the word that
    // it did is lost at least once.
    for (const { line } of stations) {
      const left = { request: [200], answer: [0, undefined, 300, 0] };
      line.at = async (point) => left[point].shift();
    }
    await Promise.all(
      stations.map(async ({ tell, ops }) => {
        let reply = await tell();
        for (let tries = 1; !reply.ok || countOutbox(ops) > 0; tries++) {
          if (tries > 60) throw new Error(`It does not get through: ${JSON.stringify(reply)}`);
          reply = await tell();
        }
      }),
    );
    for (const { line } of stations) expect(line.seen.answer, 'two batches, and more').toBeGreaterThan(4);
    for (const { dataDir } of stations) expect(readSentUntil(dataDir, new Date())).toBeDefined();

    const { db } = server.store;
    const told = await db.selectFrom('question_counts').selectAll().where('number', '<>', 0).execute();
    const totals = Object.fromEntries(
      told.map(({ branch, month, variable, value, number }) => [
        `${branch} ${month} ${variable} ${value}`,
        Number(number),
      ]),
    );
    expect(totals).toEqual({ ...ledgers[0].totals(), ...ledgers[1].totals() });
    const single = await db.selectFrom('questions').select('id').where('body', 'is not', null).execute();
    expect(single).toHaveLength(ledgers[0].size() + ledgers[1].size());

    const counted = await db.selectFrom('counts').selectAll().execute();
    expect(
      Object.fromEntries(
        counted.map(({ hour, type, body, number }) => [
          `${hour.slice(0, 13)} ${type} ${said(JSON.parse(body) as Record<string, string>)}`,
          Number(number),
        ]),
      ),
    ).toEqual(visits.ledger);
    expect(await db.selectFrom('quarantine').selectAll().execute()).toEqual([]);
  },
  120_000,
);
