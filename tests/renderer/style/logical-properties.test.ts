import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const RENDERER = join(import.meta.dirname, '../../../renderer');

/** Properties and values that name a side of the screen instead of the start or end of a line. */
const PHYSICAL =
  /(^|[\s;{])(left|right|top|bottom|width|height|(min|max)-(width|height)|(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right|top|bottom)[\w-]*|border-(top|bottom)-(left|right)-radius)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b/;

function physicalIn(css: string): string[] {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => PHYSICAL.test(line) && !line.includes('@container') && !line.includes('@media'));
}

describe('style sheets', () => {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );

  it('are there', () => expect(files.length).toBeGreaterThan(10));

  it.each(files)(
    '%s names no side of the screen, so that it also fits a language from right to left',
    (file) => {
      expect(physicalIn(readFileSync(join(RENDERER, file), 'utf8'))).toEqual([]);
    },
  );

  it.each([
    'a { margin-left: 1px }',
    'a { width: 3px; }',
    'a{text-align: right}',
    'a { border-top-left-radius: 4px }',
    'a { left: 0 }',
  ])('would be caught with %s', (css) => expect(physicalIn(css)).toHaveLength(1));

  it.each([
    'a { margin-inline-start: 1px }',
    'a { inline-size: 3px; }',
    'a{text-align: start}',
    '/* left: 3px */',
  ])('may have %s', (css) => expect(physicalIn(css)).toEqual([]));
});
