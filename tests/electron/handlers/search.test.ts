import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../../core/contract/ipc.ts';
import type { Happening } from '../../../core/contract/sync/count.ts';
import { MOST_TYPED } from '../../../core/domain/most-typed.ts';
import { listEmptySearches } from '../../../db/ops/empty-searches.ts';
import { openContentHouse } from '../../../electron/content/content-house.ts';
import { openSearchDesk } from '../../../electron/handlers/search.ts';
import { insert } from '../../../renderer/ui/keyboard/edit-text.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { packFolder } from '../../builders/pack-folder.ts';

function aKiosk(dataDir = aDataFolder()) {
  const log = aLog();
  const house = openContentHouse({
    dataDir,
    packsDir: dirname(packFolder()),
    migrationsDir: MIGRATIONS,
    nativeBinding: undefined,
    now: () => new Date('2026-11-26T14:20:00Z'),
    log,
  });
  const counts = () => listEmptySearches(aStore('ops', join(dataDir, 'ops.db')));
  const told: Happening[] = [];
  const { handlers, end } = openSearchDesk(house, (happening) => told.push(happening));
  return { ...handlers, end, log, dataDir, counts, told };
}

test('a question is answered from the content', async () => {
  const kiosk = aKiosk();
  const page = await kiosk['content:search']({ text: 'geld voor de huur', language: 'nl' });
  expect(page.best.map(({ kind, id }) => `${kind}:${id}`)).toContain('article:huur-uitleg');
});

describe('a search in vain', () => {
  const VAIN = 'xqzzvwk';
  const ONCE = [{ hour: '2026-11-26T14', language: 'nl', times: 1 }];

  test.each([
    ['is cleared or left', (kiosk: ReturnType<typeof aKiosk>) => kiosk['search:ended']({})],
    ['is still there when the visit is over', (kiosk: ReturnType<typeof aKiosk>) => kiosk.end()],
  ])('is counted by hour and language, once, when it %s', async (_, ended) => {
    const kiosk = aKiosk();
    for (const text of [VAIN.slice(0, 6), VAIN]) await kiosk['content:search']({ text, language: 'nl' });
    expect(kiosk.counts()).toEqual([]);
    await ended(kiosk);
    expect(kiosk.counts()).toEqual(ONCE);
    expect(kiosk.told).toEqual([{ type: 'search-empty', body: { language: 'nl' } }]);
    kiosk.end();
    await kiosk['search:ended']({});
    expect(kiosk.counts()).toEqual(ONCE);
  });

  test('is none when it found something in the end, or when nothing was asked', async () => {
    const kiosk = aKiosk();
    await kiosk['search:ended']({});
    for (const text of [VAIN, 'huur', VAIN, '  ']) {
      await kiosk['content:search']({ text, language: 'nl' });
      if (text !== VAIN) kiosk.end();
    }
    expect(kiosk.counts()).toEqual([]);
  });

  test('whose answer comes after the search has ended is not counted for the next one', async () => {
    const kiosk = aKiosk();
    const late = kiosk['content:search']({ text: VAIN, language: 'nl' });
    kiosk.end();
    expect((await late).nothingFound).toBe(true);
    kiosk.end();
    expect(kiosk.counts()).toEqual([]);
  });

  test('in a language that the content does not have is written down as any other', async () => {
    const kiosk = aKiosk();
    await kiosk['content:search']({ text: VAIN, language: 'xyz' });
    kiosk.end();
    expect(kiosk.counts()).toEqual([{ hour: '2026-11-26T14', language: 'mis', times: 1 }]);
  });
});

test('what was typed is in no file and in no line of the log', async () => {
  const kiosk = aKiosk();
  // The second has a word of the content, so that it finds something; the mark is nowhere by chance.
  for (const text of ['zoekvraag58213', 'huur zoekvraag58213', '"zoekvraag58213*', 'zoekvraag58213 OR'])
    await kiosk['content:search']({ text, language: 'nl' });
  await kiosk['content:search']({ text: 'zoekvraag58213', language: 'nl' });
  kiosk.end();
  expect(kiosk.counts()).toHaveLength(1);
  const files = filesIn(kiosk.dataDir);
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['content.db', 'ops.db', 'ops.db-wal']),
  );
  for (const { name, bytes } of files)
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(bytes.includes(Buffer.from('zoekvraag58213', encoding)), name).toBe(false);
  expect(kiosk.log.lines.filter((line) => line.includes('zoekvraag'))).toEqual([]);
});

test('a count that cannot be written is logged, and stops nobody', async () => {
  const kiosk = aKiosk();
  await kiosk['content:search']({ text: 'xqzzvwk', language: 'nl' });
  aStore('ops', join(kiosk.dataDir, 'ops.db')).exec('DROP TABLE empty_searches');
  expect(await kiosk['search:ended']({})).toBeNull();
  expect(kiosk.log.codes()).toContain('ops-not-written');
});

test('all that the field takes is a question, and what is longer is none', () => {
  const { input } = CHANNELS['content:search'];
  const { text } = insert({ text: 'x'.repeat(MOST_TYPED - 1), from: 0, to: 0 }, 'x');
  expect(input.safeParse({ text, language: 'nl' }).success).toBe(true);
  expect(input.safeParse({ text: `${text}x`, language: 'nl' }).success).toBe(false);
  expect(CHANNELS['search:ended'].input.safeParse({ text: 'x' }).success).toBe(false);
});

function filesIn(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, bytes: readFileSync(join(parentPath, name)) }));
}
