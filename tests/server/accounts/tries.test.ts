import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { countTry, forgetTries, takeBackTry } from '../../../server/accounts/tries.ts';
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
