import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

type Counted = {
  readonly calls: number;
  readonly findings: number;
  readonly flows: number;
  readonly articles: number;
};

/** Reads and checks a pack of this size in a process of its own that counts its calls: see count-calls.ts. */
function count(flows: number, articles: number): Counted {
  const script = fileURLToPath(new URL('./count-calls.ts', import.meta.url));
  // Coverage of these tests counts calls too, and would be disturbed.
  const env = { ...process.env, NODE_V8_COVERAGE: undefined, NODE_OPTIONS: undefined };
  const printed = execFileSync(process.execPath, [script, String(flows), String(articles)], { env });
  return JSON.parse(printed.toString()) as Counted;
}

it('a pack of 200 flows and 2,000 articles is good, for ten times the calls of one a tenth as large', {
  timeout: 300_000,
}, () => {
  const small = count(20, 200);
  const large = count(200, 2000);
  expect(small).toMatchObject({ findings: 0, flows: 20, articles: 200 });
  expect(large).toMatchObject({ findings: 0, flows: 200, articles: 2000 });
  // Calls and not seconds: the same on a slow machine. A loop over all inside another makes it a hundred times.
  expect(large.calls / small.calls).toBeLessThan(12);
});
