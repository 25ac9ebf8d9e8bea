// The trail keeps names of acts; the page says them in words. What the server writes down is read from its sources.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nl } from '../../../renderer/words/nl/administration.ts';

const SERVER = join(import.meta.dirname, '../../../server');
/** `writeAudit(trx, who, 'act', …)`, and `write(trx, 'act', …)` of a route. */
const WRITTEN = /\b(?:writeAudit|write)\(\s*[\w.]+,\s*(?:(?:\{[^{}]*\}|[\w.]+),\s*)?'([a-z]+(?:-[a-z]+)+)'/g;

it('has words for every act that the server writes down, and for no other', () => {
  const sources = globSync('**/*.ts', { cwd: SERVER }).map((file) =>
    readFileSync(join(SERVER, file), 'utf8'),
  );
  const written = sources.flatMap((source) => [...source.matchAll(WRITTEN)].map(([, act]) => act));
  // What is done to a roll-out is named in a table.
  const changes = readFileSync(join(SERVER, 'rollouts/change-rollout.ts'), 'utf8').match(
    /(?<=: ')rollout-[a-z-]+/g,
  );
  expect(changes).toHaveLength(4);
  expect([...new Set([...written, ...(changes ?? [])])].sort()).toEqual(Object.keys(nl.audit.acts).sort());
});
