// What "npm start" does before it opens the kiosk: a server beside it, and the kiosk belongs to it.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openForReading } from '../../db/open.ts';
import { readEnrolment } from '../../db/ops/enrolment.ts';
import { startOwnServer } from '../../scripts/run/own-server.mjs';
import { stopAll } from '../../scripts/setup/children.mjs';
import { projectRoot } from '../../scripts/setup/places.mjs';
import { aDataFolder } from '../builders/a-store.ts';

afterEach(() => stopAll());

it('runs on loopback with SQLite in the data folder, and the kiosk of that folder belongs to it', async () => {
  const data = aDataFolder();
  const address = String(await startOwnServer(projectRoot, data));
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${address}/ready`)).status).toBe(200);
  expect(await (await fetch(`${address}/metrics`)).text()).toContain('balie_devices{state="approved"} 1');
  expect(existsSync(join(data, 'server/server.db'))).toBe(true);
  const ops = openForReading(join(data, 'ops.db'));
  expect(readEnrolment(ops)).toMatchObject({ library: 'veldermeer', server: `${address}/` });
  ops.close();
});

it('is no reason for the kiosk not to start when it does not', async () => {
  const data = aDataFolder();
  mkdirSync(join(data, 'server/server.db'), { recursive: true }); // no store can be made there
  expect(await startOwnServer(projectRoot, data)).toBeUndefined();
});
