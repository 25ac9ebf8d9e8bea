import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startOwnServer } from '../builders/a-server.ts';
import { describeServer } from './server-suite.ts';

describeServer('a server with SQLite', async () => undefined, 1);

it('keeps its key for its own account', async () => {
  const server = await startOwnServer();
  expect(statSync(join(server.data, 'server.key')).mode & 0o777).toBe(0o600);
  await server.remove();
});
