import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pssOfTree } from '../../bench/pss.ts';
import { median } from '../../bench/statistics.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';

/** Run it with 1000 before a release: that takes some ten minutes, more than the journeys can spare every time. */
const VISITS = Number(process.env['BALIE_TEST_VISITS'] ?? 400);
const EVERY = 25;
/** Caches of Chromium's own fill in the first visits. */
const SETTLED = 100;
/** Readings of one and the same kiosk differ by as much. A partition that is not given back adds 0.5 MB a visit. */
const MOST_MEMORY = 1.05;

type Reading = {
  readonly megabytes: number;
  readonly handles: number;
  readonly pages: number;
  readonly processes: number;
  readonly stores: string;
};

it(`${VISITS} visits in a row leave memory, handles and stores as they were`, {
  timeout: 1_500_000,
}, async () => {
  const kiosk = await launchKiosk();
  try {
    const readings: Reading[] = [];
    for (let visit = 1; visit <= VISITS; visit++) {
      // The page goes while it is being asked.
      await kiosk.nextVisit(() =>
        kiosk
          .page()
          .evaluate(wholeVisit, [nl.attract.start, nl.bar.stop])
          .catch(() => undefined),
      );
      if (visit > SETTLED && visit % EVERY === 0) readings.push(await read(kiosk));
    }
    const half = readings.length / 2;
    const [before, after] = [readings.slice(0, half), readings.slice(half)];
    const middle = (of: readonly Reading[], what: 'megabytes' | 'handles') =>
      median(of.map((each) => each[what]));
    expect(middle(after, 'megabytes') / middle(before, 'megabytes')).toBeLessThan(MOST_MEMORY);
    expect(middle(after, 'handles')).toBeLessThanOrEqual(middle(before, 'handles'));
    const last = readings.at(-1);
    expect(last).toMatchObject({ pages: 1, processes: readings[0]?.processes, stores: readings[0]?.stores });
  } finally {
    await kiosk.close();
  }
});

/** Runs in the page: begins, opens the first topic, and ends. */
async function wholeVisit([start, stop]: readonly string[]): Promise<void> {
  const press = async (find: () => HTMLElement | undefined) => {
    let found = find();
    for (; found === undefined; found = find()) await new Promise((frame) => requestAnimationFrame(frame));
    found.click();
  };
  const named = (name: string | undefined) => () =>
    [...document.querySelectorAll<HTMLElement>('button:enabled')].find(
      ({ textContent }) => textContent?.trim() === name,
    );
  await press(named(start));
  await press(() => document.querySelector<HTMLElement>('main li[data-tint] button') ?? undefined);
  await press(named(stop));
}

async function read({ app, dataDir }: Kiosk): Promise<Reading> {
  const pid = app.process().pid ?? 0;
  const counts = await app.evaluate(({ app: electron, webContents }) => ({
    pages: webContents.getAllWebContents().length,
    processes: electron.getAppMetrics().length,
  }));
  const stores = readdirSync(dataDir).filter((name) => /\.db/.test(name));
  return {
    ...counts,
    megabytes: pssOfTree(pid),
    handles: readdirSync(`/proc/${pid}/fd`).length,
    stores: stores.map((name) => `${name} ${statSync(join(dataDir, name)).size}`).join(', '),
  };
}
