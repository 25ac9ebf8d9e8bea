// A kiosk starts processes beside the main one for months: each goes without a trace.
import { copyFileSync, existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aDataFolder } from '../builders/a-store.ts';
import { aServer } from '../builders/updates/a-server.ts';
import { aRawRepository, STABLE } from '../builders/updates/raw-repository.ts';
import { launchKiosk } from './launch-kiosk.ts';

test('the main process keeps no handle of a process that looked for updates', async () => {
  const repository = aRawRepository(1);
  const { address } = await aServer(repository.folder);
  const dataDir = aDataFolder();
  copyFileSync(join(repository.folder, 'metadata/1.root.json'), join(dataDir, 'root.json'));
  writeFileSync(join(dataDir, 'repository.json'), JSON.stringify({ address, follow: [STABLE] }));
  const env = { BALIE_SYNC_SECONDS: '1' };
  const kiosk = await launchKiosk({ dataDir, packsDir: aDataFolder(), idleSeconds: 600, env });
  onTestFinished(() => kiosk.close());
  const file = join(dataDir, 'logs/balie.log');
  const log = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const looks = () => log().split('update-looked').length - 1;
  const after = async (times: number) => {
    // The process that looks gives way to everything else on the machine: beside other tests it is slow.
    await vi
      .waitUntil(() => looks() >= times, { timeout: 180_000, interval: 200 })
      .catch(() => expect.fail(`It looked ${looks()} times, not ${times}. Its log:\n${log()}`));
    return handlesOfNothing(kiosk.app.process().pid ?? 0);
  };
  const few = await after(3);
  // One process may be on its way at the moment of each look.
  expect(await after(9)).toBeLessThanOrEqual(few + 2);
}, 400_000);

function handlesOfNothing(pid: number): number {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).filter((name) => {
    try {
      return readlinkSync(join(folder, name)) === '/dev/null';
    } catch {
      return false; // Closed meanwhile.
    }
  }).length;
}
