import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { growthAVisit, MOST_GROWTH, type Weighed } from '../../bench/growth.ts';
import { keptByTree, pssOfTree } from '../../bench/pss.ts';
import { median } from '../../bench/statistics.ts';
import { openForReading } from '../../db/open.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';

/** Run it with 1000 before a release: that takes some ten minutes, more than the journeys can spare every time. */
const VISITS = Number(process.env['BALIE_TEST_VISITS'] ?? 250);
const EVERY = 25;
/** What is kept is weighed more often: it takes no waiting, and the more readings there are, the smaller a leak is that shows. */
const WEIGHED_EVERY = 5;
/** Caches of Chromium's own fill in the first visits. */
const SETTLED = 100;
/** Readings of one and the same kiosk differ by as much, most of it by what the page shows. What stays is judged by its growth. */
const MOST_MEMORY = 1.05;
/** SQLite writes back what is in a journal from 1,000 pages of 4 kB on, and then begins at its start again. */
const MOST_JOURNAL = 6_000_000;

/** How often is looked for one reading, and how long after each other. */
const LOOKS = 6;
const BETWEEN_MS = 150;

type Reading = {
  readonly megabytes: number;
  readonly handles: number;
  readonly pages: number;
  readonly processes: number;
  /** In pages, with what is still in the journal. */
  readonly stores: readonly { readonly name: string; readonly size: number }[];
  /** Bytes of the largest journal. */
  readonly journals: number;
};

it(`${VISITS} visits in a row leave memory, handles and stores as they were`, {
  timeout: VISITS * 6_000,
}, async () => {
  const kiosk = await launchKiosk();
  try {
    const readings: Reading[] = [];
    const weighed: Weighed[] = [];
    for (let visit = 1; visit <= VISITS; visit++) {
      // The page goes while it is being asked.
      await kiosk.nextVisit(() =>
        kiosk
          .page()
          .evaluate(wholeVisit, {
            ...{ start: nl.attract.start, home: nl.home.title, desk: nl.bar.desk, back: nl.bar.back },
            ...{ search: nl.search.button, nothing: nl.search.nothing, stop: nl.bar.stop },
          })
          .catch(() => undefined),
      );
      if (visit > SETTLED && visit % WEIGHED_EVERY === 0)
        weighed.push({ visit, megabytes: keptByTree(kiosk.app.process().pid ?? 0) });
      if (visit > SETTLED && visit % EVERY === 0) readings.push(await settled(kiosk));
    }
    const half = readings.length / 2;
    const [before, after] = [readings.slice(0, half), readings.slice(half)];
    const middle = (of: readonly Reading[], what: 'megabytes' | 'handles') =>
      median(of.map((each) => each[what]));
    expect(growthAVisit(weighed)).toBeLessThan(MOST_GROWTH);
    expect(middle(after, 'megabytes') / middle(before, 'megabytes')).toBeLessThan(MOST_MEMORY);
    expect(middle(after, 'handles')).toBeLessThanOrEqual(middle(before, 'handles'));
    const last = readings.at(-1);
    expect(last?.journals).toBeLessThan(MOST_JOURNAL);
    expect(last).toMatchObject({ pages: 1, processes: readings[0]?.processes, stores: readings[0]?.stores });
  } finally {
    await kiosk.close();
  }
});

type Names = Readonly<Record<'start' | 'home' | 'desk' | 'back' | 'search' | 'nothing' | 'stop', string>>;

/** Runs in the page: begins, asks the desk, searches in vain, answers a first question, and ends. */
async function wholeVisit(names: Names): Promise<void> {
  const there = async <T>(find: () => T | null | undefined): Promise<T> => {
    for (;;) {
      const found = find();
      if (found !== undefined && found !== null) return found;
      await new Promise((frame) => requestAnimationFrame(frame));
    }
  };
  const named = (name: string) => () =>
    [...document.querySelectorAll<HTMLElement>('button:enabled')].find(
      ({ textContent }) => textContent?.trim() === name,
    );
  const first = (selector: string) => () => document.querySelector<HTMLElement>(selector);
  const press = async (find: () => HTMLElement | null | undefined) => (await there(find)).click();
  const atHome = () => there(() => document.querySelector('h1')?.textContent === names.home || undefined);
  await press(named(names.start));
  await atHome();
  await press(named(names.desk));
  await there(() =>
    [...document.querySelectorAll('strong')].find(({ textContent }) => Number(textContent) > 0),
  );
  await press(named(names.back));
  await atHome();
  await press(named(names.search));
  for (let times = 0; times < 3; times++) await press(named('q'));
  await there(() => (document.body.textContent?.includes(names.nothing) ? true : undefined));
  await press(named(names.back));
  await atHome();
  await press(first('main li[data-tint] button'));
  await press(first('main section:first-of-type li button'));
  await press(first('[data-answer]'));
  await press(named(names.stop));
}

/**
 * A reading without what comes and goes: the window before is still closing, or a process looks for updates. Of some in a row
 * the lowest is what stays.
 */
async function settled(kiosk: Kiosk): Promise<Reading> {
  const readings: Reading[] = [];
  for (let times = 0; times < LOOKS; times++) {
    readings.push(await read(kiosk));
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
  const lowest = (what: 'megabytes' | 'handles' | 'pages' | 'processes' | 'journals') =>
    Math.min(...readings.map((each) => each[what]));
  return {
    megabytes: lowest('megabytes'),
    handles: lowest('handles'),
    pages: lowest('pages'),
    processes: lowest('processes'),
    journals: lowest('journals'),
    stores: readings.at(-1)?.stores ?? [],
  };
}

async function read({ app, dataDir }: Kiosk): Promise<Reading> {
  const pid = app.process().pid ?? 0;
  const counts = await app.evaluate(({ app: electron, webContents }) => ({
    pages: webContents.getAllWebContents().length,
    processes: electron.getAppMetrics().length,
  }));
  const named = (ending: string) => readdirSync(dataDir).filter((name) => name.endsWith(ending));
  return {
    ...counts,
    megabytes: pssOfTree(pid),
    handles: readdirSync(`/proc/${pid}/fd`).length,
    stores: named('.db').map((name) => ({ name, size: pagesOf(join(dataDir, name)) })),
    journals: Math.max(...named('.db-wal').map((name) => statSync(join(dataDir, name)).size)),
  };
}

function pagesOf(store: string): number {
  const db = openForReading(store);
  try {
    return Number(db.pragma('page_count', { simple: true }));
  } finally {
    db.close();
  }
}
