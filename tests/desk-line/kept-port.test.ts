import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepPort, readKeptPort } from '../../desk-line/kept-port.ts';
import { aDeskLine, aLineDevice } from '../builders/a-help-line.ts';
import { aDataFolder } from '../builders/a-store.ts';

// A port that was let go can be taken by any other program of this machine at that moment: then all of it begins again.
test('a desk comes back on the port it had, also after another program had it for a while', {
  retry: 3,
}, async () => {
  const dataDir = aDataFolder();
  const desk = aLineDevice();
  expect(readKeptPort(dataDir)).toBeUndefined();
  const first = await aDeskLine(desk, []);
  keepPort(dataDir, first.port);
  await first.close();

  const taken = createServer().listen({ port: first.port, host: '0.0.0.0' });
  await once(taken, 'listening');
  onTestFinished(() => void taken.close());
  const elsewhere = await aDeskLine(desk, [], { port: readKeptPort(dataDir) });
  expect(elsewhere.port).toBeGreaterThan(0);
  expect(elsewhere.port).not.toBe(first.port);
  keepPort(dataDir, elsewhere.port);
  await elsewhere.close();
  await new Promise((resolve) => taken.close(resolve));

  const again = await aDeskLine(desk, [], { port: readKeptPort(dataDir) });
  expect(again.port).toBe(first.port);
});

test.each(['', 'nonsense', '0', '70000', '-1', '443.5'])(
  'what is kept and is no port (%j) is none',
  (text) => {
    const dataDir = aDataFolder();
    writeFileSync(join(dataDir, 'help-line-port'), text);
    expect(readKeptPort(dataDir)).toBeUndefined();
    keepPort(dataDir, 40_001);
    expect(readKeptPort(dataDir)).toBe(40_001);
  },
);
