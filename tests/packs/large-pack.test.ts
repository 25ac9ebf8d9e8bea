import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkPack } from '../../core/domain/check-pack.ts';
import { readPackFolder } from '../../packs/read-pack-folder.ts';
import { largePackFiles } from '../builders/pack-files.ts';
import { aFolder } from '../builders/pack-folder.ts';
import { TODAY } from '../builders/today.ts';

type Counted = { readonly calls: number; readonly findings: number; readonly flows: number };

/** Counts calls in a process of its own: see count-calls.ts. */
function count(flows: number, articles: number): Counted {
  const script = fileURLToPath(new URL('./count-calls.ts', import.meta.url));
  // Coverage of these tests counts calls too, and would be disturbed.
  const env = { ...process.env, NODE_V8_COVERAGE: undefined, NODE_OPTIONS: undefined };
  const printed = execFileSync(process.execPath, [script, String(flows), String(articles)], { env });
  return JSON.parse(printed.toString()) as Counted;
}

describe('a pack as large as a whole province needs', () => {
  it('of 200 flows and 2,000 articles is read from its folder and is good', { timeout: 120_000 }, () => {
    const { pack, findings } = checkPack(readPackFolder(aFolder(largePackFiles(200, 2000))), {
      today: TODAY,
    });
    expect(findings).toEqual([]);
    expect(pack?.flows).toHaveLength(200);
    expect(pack?.articles).toHaveLength(2000);
  });

  it('is ten times the work of one a tenth as large: calls are counted, not seconds', {
    timeout: 120_000,
  }, () => {
    const small = count(20, 200);
    const large = count(200, 2000);
    expect(small).toMatchObject({ findings: 0, flows: 20 });
    expect(large).toMatchObject({ findings: 0, flows: 200 });
    expect(large.calls / small.calls).toBeLessThan(12);
  });
});
