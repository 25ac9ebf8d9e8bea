// A kiosk that follows a repository: what is new comes while nobody is there, and never in the middle of a visit.
import { copyFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { aDataFolder } from '../builders/a-store.ts';
import { aServer } from '../builders/updates/a-server.ts';
import { withPictures } from '../builders/updates/pictured-pack.ts';
import { aRawRepository, packOf, type RawRepository, STABLE } from '../builders/updates/raw-repository.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { begin, starting } from './walk-through.ts';

/** A data folder that follows a repository: at an address, or on sticks only. */
function following(repository: RawRepository, address?: string): string {
  const dataDir = aDataFolder();
  copyFileSync(join(repository.folder, 'metadata/1.root.json'), join(dataDir, 'root.json'));
  writeFileSync(join(dataDir, 'repository.json'), JSON.stringify({ address, follow: [STABLE] }));
  return dataDir;
}

const logOf = (dataDir: string) => readFileSync(join(dataDir, 'logs/balie.log'), 'utf8');
const times = (text: string, part: string) => text.split(part).length - 1;

test('what is new comes when nobody is there, and waits for the end of a visit', async () => {
  const repository = aRawRepository(1);
  const { address } = await aServer(repository.folder);
  const dataDir = following(repository, address);
  const env = { BALIE_SYNC_SECONDS: '1' };
  const kiosk = await launchKiosk({ dataDir, packsDir: aDataFolder(), idleSeconds: 12, env });
  onTestFinished(() => kiosk.close());
  const log = () => logOf(dataDir);
  // The kiosk has no content of its own: the first version comes while nobody is there.
  const first = await kiosk.nextVisit(() => expect.poll(log, { timeout: 30_000 }).toContain('pack-shown'));
  await begin(first);
  await starting(first, 'Geld').click();
  await first.getByText('Versie 1').first().waitFor();
  // So much that threads fetch it, which a process of Electron starts in a way of its own: only what is not plain is left to others.
  repository.publish(2, withPictures(packOf(2), 2, { count: 6, bytes: 1_900_000 }));
  await expect.poll(log, { timeout: 30_000 }).toContain('klein 2: ready');
  const [, moved, byThreads] = /klein 2: ready, (\d+) bytes came, (\d+) of them by threads/.exec(log()) ?? [];
  expect(Number(moved)).toBeGreaterThan(10_000_000);
  expect(byThreads).toBe(moved);
  const looks = times(log(), 'update-looked');
  await expect.poll(() => times(log(), 'update-looked'), { timeout: 30_000 }).toBeGreaterThan(looks);
  await starting(first, 'Versie 1').first().click();
  expect(await first.locator('h1').count()).toBe(1);
  expect(times(log(), 'pack-shown')).toBe(1);
  // The visit ends, and the next one has what is new from the start: one window follows the other, not two.
  await expect.poll(() => times(log(), 'visit-ended: idle'), { timeout: 80_000 }).toBe(1);
  await expect.poll(() => times(log(), 'pack-shown'), { timeout: 30_000 }).toBe(2);
  expect(times(log(), 'visit-ended: content')).toBe(1);
  const second = await pageAfter(first, kiosk.app);
  await begin(second);
  await starting(second, 'Geld').click();
  await second.getByText('Versie 2').first().waitFor();
}, 140_000);

test('a stick is found when it is plugged in, without a network, and others do no harm', async () => {
  const repository = aRawRepository(1, 2);
  const dataDir = following(repository);
  const [elsewhere, sticks] = [aDataFolder(), aDataFolder()];
  const env = { BALIE_STICK_DIRS: sticks };
  const kiosk = await launchKiosk({ dataDir, packsDir: aDataFolder(), env });
  onTestFinished(() => kiosk.close());
  const log = () => logOf(dataDir);
  // The folder on the stick is called as people call it. A rename makes it be there whole, as mounting does.
  const plug = (name: string) => renameSync(join(elsewhere, name), join(sticks, name));
  mkdirSync(join(elsewhere, 'VAKANTIE/foto'), { recursive: true });
  mkdirSync(join(elsewhere, 'HALF'));
  cpSync(repository.folder, join(elsewhere, 'HALF/balie'), { recursive: true });
  rmSync(join(elsewhere, 'HALF/balie/blobs'), { recursive: true });
  mkdirSync(join(elsewhere, 'BALIE'));
  cpSync(repository.folder, join(elsewhere, 'BALIE/balie'), { recursive: true });
  plug('VAKANTIE');
  await expect.poll(log, { timeout: 30_000 }).toContain('VAKANTIE: there is no repository on it');
  plug('HALF');
  await expect.poll(log, { timeout: 30_000 }).toContain('stick-failed: ');
  expect(log()).not.toContain('pack-shown');
  const page = await kiosk.nextVisit(async () => plug('BALIE'));
  expect(log()).toMatch(/stick-looked: .*BALIE: klein 2: ready/);
  await begin(page);
  await starting(page, 'Geld').click();
  await page.getByText('Versie 2').first().waitFor();
});

/** The page of the visit that is going on, once that of the visit before it has gone: until then its window is the only one, too. */
async function pageAfter(before: Page, app: Kiosk['app']): Promise<Page> {
  const soon = { timeout: 30_000 };
  await expect.poll(() => before.isClosed(), soon).toBe(true);
  const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(windows, soon).toBe(1);
  await expect.poll(() => app.windows().length, soon).toBe(1);
  return app.windows()[0] as Page;
}
