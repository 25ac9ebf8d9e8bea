import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const RENDERER = join(import.meta.dirname, '../../../renderer');

/** A colour or a size of text that stands in a style sheet itself, so that no display could change it. */
function fixedIn(css: string): string[] {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter(
      (line) =>
        /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)\(|:\s*(white|black)\b/i.test(line) ||
        (/font-size\s*:/.test(line) && !/var\(--t(ype-[a-z-]+|ext)\)|:\s*[\d.]+em/.test(line)),
    );
}

describe('the style sheets of screens', () => {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.module.css'),
  );

  it.each(files)('%s takes colours and sizes of text from the tokens', (file) => {
    expect(fixedIn(readFileSync(join(RENDERER, file), 'utf8'))).toEqual([]);
  });

  it.each(['color: #fff;', 'background: rgb(0 0 0 / 10%);', 'font-size: 2rem;', 'color: white;'])(
    'would be caught with %s',
    (line) => expect(fixedIn(line)).toHaveLength(1),
  );
});
