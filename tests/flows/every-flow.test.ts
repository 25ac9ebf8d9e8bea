import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SHIPPED = join(import.meta.dirname, '../../assets/packs');

it('every flow that ships has a table of where each of its answers leads', () => {
  const flows = readdirSync(SHIPPED).flatMap((pack) => {
    const folder = join(SHIPPED, pack, 'flows');
    return existsSync(folder) ? readdirSync(folder) : [];
  });
  expect(flows.length).toBeGreaterThanOrEqual(15);
  expect(flows.filter((flow) => !existsSync(join(import.meta.dirname, `${flow}.test.ts`)))).toEqual([]);
});
