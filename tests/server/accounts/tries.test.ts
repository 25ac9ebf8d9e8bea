import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { countTry, forgetTries, takeBackTry, USUAL } from '../../../server/accounts/tries.ts';
import { openServerStore } from '../../../server/store/open-server-store.ts';

/** The store of a server, as one more instance of it opens it. */
async function anInstance(data: string) {
  const store = await openServerStore({ data });
  onTestFinished(() => store.close());
  return store;
}

function aFolder(): string {
  const data = mkdtempSync(join(tmpdir(), 'balie-tries-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  return data;
}

it('keeps of who tries nothing that can be tried out, and knows them at all instances', async () => {
  const data = aFolder();
  const [one, two, elsewhere] = [
    await anInstance(data),
    await anInstance(data),
    await anInstance(aFolder()),
  ] as const;
  const who = '/overdracht 192.0.2.7';
  const kept = async ({ db }: typeof one) => db.selectFrom('sign_in_tries').selectAll().execute();
  const now = new Date('2026-11-27T14:00:00Z');
  for (const [store, failures] of [[one, 1] as const, [two, 2] as const, [elsewhere, 1] as const])
    expect(await countTry(store, who, now)).toEqual({ wait: false, failures });
  const [[row, ...others], [other]] = [await kept(one), await kept(elsewhere)];
  expect(others).toEqual([]);
  // Whoever has a dump tries all addresses: there are four thousand million, each as quick as this one.
  expect(row?.name).not.toBe(createHash('sha256').update(who).digest('hex'));
  expect(row?.name).not.toBe(other?.name);
  expect(row?.name).not.toContain('192.0.2.7');
  await takeBackTry(two, who, now);
  expect((await kept(one))[0]?.failures).toBe(1);
  await forgetTries(two, who);
  expect(await kept(one)).toEqual([]);
});

it('does not keep somebody waiting for the day that a clock once showed that was ahead', async () => {
  const store = await anInstance(aFolder());
  const now = new Date('2026-11-27T14:00:00Z');
  const at = (ms: number) => new Date(now.getTime() + ms);
  const year = 365 * 24 * 3_600_000;
  for (let tries = 0; tries < 6; tries++) await countTry(store, 'kees', at(year));
  expect(await countTry(store, 'kees', at(year))).toMatchObject({ wait: true });
  // The clock is right again: those tries count, and the next waits as long as after any other.
  expect(await countTry(store, 'kees', now)).toEqual({ wait: false, failures: 6 });
  expect(await countTry(store, 'kees', at(59_000))).toMatchObject({ wait: true, waitMs: 1000 });
  expect(await countTry(store, 'kees', at(60_000))).toEqual({ wait: false, failures: 7 });
});

it('looks at nothing sooner for the longest wait, and for a clock that is a minute apart', async () => {
  const store = await anInstance(aFolder());
  const now = new Date('2026-11-27T14:00:00Z');
  const six = { free: 1, firstMs: 6 * 3_600_000, longestMs: 6 * 3_600_000 };
  await countTry(store, 'kees', now, six);
  const minuteAgo = new Date(now.getTime() - 60_000);
  expect(await countTry(store, 'kees', minuteAgo, six)).toMatchObject({ wait: true });
  // Six hours were given while many guessed; when they are gone, the wait goes on.
  const usual = { ...USUAL, everMs: six.longestMs };
  expect(await countTry(store, 'kees', now, usual)).toMatchObject({ wait: true });
});
