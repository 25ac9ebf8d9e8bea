import { readdirSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openOpsStore } from '../../../cli/admin/open-ops-store.ts';
import { openContentStore } from '../../../cli/content/open-content-store.ts';
import { aDataFolder, MIGRATIONS } from '../../builders/a-store.ts';

test.each([
  ['content', openContentStore],
  ['ops', openOpsStore],
])('the %s store of another account is left alone: what is written there, the kiosk could not', (_, open) => {
  const data = aDataFolder();
  const { getuid } = process;
  Object.assign(process, { getuid: () => statSync(data).uid + 1 });
  try {
    expect(() => open(data, MIGRATIONS)).toThrow(
      'belongs to another account. Run this as the account under which the kiosk runs.',
    );
    expect(readdirSync(data)).toEqual([]);
  } finally {
    Object.assign(process, { getuid });
  }
  open(data, MIGRATIONS).close();
});
