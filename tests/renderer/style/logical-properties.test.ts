import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const RENDERER = join(import.meta.dirname, '../../../renderer');

/** Properties and values that name a side of the screen instead of the start or end of a line. */
const PHYSICAL =
  /(^|[\s;{])(left|right|top|bottom|width|height|(min|max)-(width|height)|(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right|top|bottom)[\w-]*|border-(top|bottom)-(left|right)-radius)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b/;

/** The four values of a shorthand go round the clock: top, right, bottom, left. */
const FOUR =
  /(?:^|[\s;{])(?:margin|padding|inset|border-(?:width|style|color)|scroll-margin|scroll-padding)\s*:\s*([^;}]+)/;
/** Corners go round from the top left; what lies beside each other has to be the same. */
const CORNERS = /(?:^|[\s;{])border-radius\s*:\s*([^;}]+)/;
/** A way to the side, save by a variable that knows the direction. */
const SIDEWAYS = /(?:^|[\s;{])translate\s*:\s*([^;}\s]+)|translate(?:X|3d)?\(\s*([^,)\s]+)/;
const NO_WAY = /^(?:none|0|var\(--(?:from|nudge)\))$|^var\(--(?:from|nudge)$/;

/** Does a shorthand give the left another value than the right, or moves it something to the side? */
function takesSides(line: string): boolean {
  const [top, right, bottom, left] = valuesIn(FOUR.exec(line)?.[1]);
  const [topLeft, topRight, bottomRight, bottomLeft = topRight] = valuesIn(CORNERS.exec(line)?.[1]);
  const way = SIDEWAYS.exec(line);
  return (
    (bottom !== undefined && left !== undefined && top !== undefined && right !== left) ||
    (topRight !== undefined && (topLeft !== topRight || (bottomRight ?? topLeft) !== bottomLeft)) ||
    (way !== null && !NO_WAY.test(way[1] ?? way[2] ?? ''))
  );
}

/** The values of a shorthand; a space inside brackets parts none. */
function valuesIn(text = ''): string[] {
  return text.replace(/\s*!important/, '').match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
}

function physicalIn(css: string): string[] {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter(
      (line) =>
        (PHYSICAL.test(line) || takesSides(line)) && !line.includes('@container') && !line.includes('@media'),
    );
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
    'a { padding: 0.5rem 1rem 0.5rem 0; }',
    'a { margin: 0 auto 0 calc(1px + 2px) }',
    'a { border-radius: 1px 0 0 1px }',
    'a { border-radius: 1px 0 }',
    'a { translate: 0.6rem 0; }',
    'a { transform: translateX(-50%) }',
    'a { transform: translate(3px, 0) }',
  ])('would be caught with %s', (css) => expect(physicalIn(css)).toHaveLength(1));

  it.each([
    'a { margin-inline-start: 1px }',
    'a { inline-size: 3px; }',
    'a{text-align: start}',
    '/* left: 3px */',
    'a { padding: 0 calc(1px + 2px) 1px calc(1px + 2px); }',
    'a { border-radius: 4px 4px 0 0 }',
    'a { margin: 0 auto 1rem }',
    'a { translate: 0; }',
    'a { translate: var(--nudge) 0; }',
    'a { transform: translateX(var(--from)) }',
    'a { transform: translateY(3px) }',
  ])('may have %s', (css) => expect(physicalIn(css)).toEqual([]));
});
