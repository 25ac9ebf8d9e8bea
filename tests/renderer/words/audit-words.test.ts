// The trail keeps names of acts; the page says them in words. What the server and its commands write down is read from their sources.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nl } from '../../../renderer/words/nl/administration.ts';

const SERVER = join(import.meta.dirname, '../../../server');
const COMMANDS = join(import.meta.dirname, '../../../cli/server');
/** `writeAudit(trx, who, 'act', …)`, and `write(trx, 'act', …)` of a route. */
const WRITTEN = /\b(?:writeAudit|write)\(\s*[\w.]+,\s*(?:(?:\{[^{}]*\}|[\w.]+),\s*)?'([a-z]+(?:-[a-z]+)+)'/g;
/** `['act', onWhat]`, as commands give it to `writeDown`. */
const LINE = /\[\s*'([a-z]+(?:-[a-z]+)+)', /g;

it('has words for every act that the server writes down, and for no other', () => {
  const sourcesIn = (folder: string) =>
    globSync('**/*.ts', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
  const actsIn = (folder: string, ...ways: RegExp[]) =>
    sourcesIn(folder).flatMap((source) =>
      ways.flatMap((way) => [...source.matchAll(way)].map(([, act]) => act)),
    );
  const written = [...actsIn(SERVER, WRITTEN), ...actsIn(COMMANDS, WRITTEN, LINE)];
  // What is done to a roll-out is named in a table.
  const changes = readFileSync(join(SERVER, 'rollouts/change-rollout.ts'), 'utf8').match(
    /(?<=: ')rollout-[a-z-]+/g,
  );
  expect(changes).toHaveLength(4);
  expect([...new Set([...written, ...(changes ?? [])])].sort()).toEqual(Object.keys(nl.audit.acts).sort());
});
