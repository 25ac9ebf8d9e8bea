import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** The pure rooms: everything in them can be tested without anything around it. */
const ROOMS = ['core', 'maps'];
/** What a test is written for. A file of types, schemas and lists alone is tested where it is used. */
const BEHAVES = /^export (?:(?:async )?function|class|const \w+ = (?:async )?\()/m;

type Files = ReadonlyMap<string, string>;

/** The files that do something and have no test at their own place: `core/a/b.ts` is tested by `tests/core/a/b.….test.ts`. */
function withoutTest(sources: Files, tests: readonly string[]): string[] {
  return [...sources].flatMap(([path, text]) => {
    const begins = `tests/${path.replace(/\.ts$/, '')}.`;
    return BEHAVES.test(text) && !tests.some((test) => test.startsWith(begins)) ? [path] : [];
  });
}

const filesIn = (room: string) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${room}/${name}`);

it('has a test for each file of the pure rooms, at the place that mirrors it', () => {
  const sources = new Map(
    ROOMS.flatMap(filesIn).map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const),
  );
  const tests = filesIn('tests').filter((path) => path.endsWith('.test.ts'));
  expect(sources.size).toBeGreaterThan(100);
  expect(withoutTest(sources, tests)).toEqual([]);
});

it('sees a file without a test, whatever it exports that does something', () => {
  const sources = new Map([
    ['core/a.ts', 'export function a() {}'],
    ['core/b/c.ts', 'export class C {}'],
    ['core/d.ts', 'export const d = (of: string) => of;'],
    ['core/e.ts', 'export const E = z.enum([]);\nexport type E = 1;'],
    ['maps/f.ts', 'export async function f() {}'],
  ]);
  expect(
    withoutTest(sources, ['tests/core/a.test.ts', 'tests/core/c.test.ts', 'tests/maps/f.long.test.ts']),
  ).toEqual([...['core/b/c.ts', 'core/d.ts']]);
});
