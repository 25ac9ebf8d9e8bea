import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { kioskForFile } from './kiosk-for-file.ts';

const ground = kioskForFile();

it.each(['once', 'and once more'])('a second start ends by itself, and the first goes on: %s', async () => {
  const { account } = ground.kiosk;
  const second = spawn(account.executable, [account.appFolder], {
    env: { ...process.env, ...account.env, BALIE_DATA_DIR: account.dataDir },
    stdio: 'ignore',
  });
  const status = await new Promise((ended) => second.once('exit', ended));
  // Its status says why, for whoever started it to say on.
  expect(status).toBe(3);
  // The ground holds that there is still one window, with the same page.
  const visits = await ground.kiosk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  expect(visits).toBe(1);
});
