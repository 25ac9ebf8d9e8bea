import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';

/** Nowhere by chance. */
const MARK = 'zoekvraag58213';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await launchKiosk();
});
afterAll(() => kiosk?.close());

const search = (text: string) =>
  kiosk
    .page()
    .evaluate((asked) => window.balie.invoke('content:search', { text: asked, language: 'nl' }), text);

it('searches the shipped content as somebody types', async () => {
  const found: string[][] = [];
  for (const text of ['digi', 'digit', 'digit kwijt'])
    found.push((await search(text)).best.map(({ kind, id }) => `${kind}:${id}`));
  expect(found.at(-1)).toContain('article:digid-kwijt');
  expect((await search(MARK)).nothingFound).toBe(true);
});

it('counts the search that found nothing, and keeps no word of it: in no file, no WAL, no log', async () => {
  await search(`huur ${MARK}`);
  await search(MARK);
  await kiosk.page().evaluate(() => window.balie.invoke('search:ended', {}));
  const ops = new Database(join(kiosk.dataDir, 'ops.db'), { readonly: true });
  try {
    expect(ops.prepare('SELECT language, times FROM empty_searches').all()).toEqual([
      { language: 'nl', times: 1 },
    ]);
  } finally {
    ops.close();
  }
  // A call that is refused is written in the log: also then not what was typed.
  await expect(search(MARK.repeat(20))).rejects.toThrow('refused');
  const log = () => readFileSync(join(kiosk.dataDir, 'logs/balie.log'), 'utf8');
  await expect.poll(log).toContain('call-refused');
  const holding = readdirSync(kiosk.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter(({ name, parentPath }) => holdsMark(readFileSync(join(parentPath, name))));
  expect(holding.map(({ name }) => name)).toEqual([]);
});

function holdsMark(bytes: Buffer): boolean {
  return (['utf8', 'utf16le'] as const).some((encoding) => bytes.includes(Buffer.from(MARK, encoding)));
}
