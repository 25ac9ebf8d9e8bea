import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { slipText } from '../../../../core/domain/slip-text.ts';
import { codePath, MOST_CODE_BYTES, QUIET_EDGE } from '../../../../renderer/visitor/take-along/code-path.ts';
import { aSlip, dutch } from '../../../builders/a-slip.ts';

const PIXELS = 6;

/** The code as a camera sees it: black modules on white, with the quiet edge. */
function drawn(text: string): { data: Uint8ClampedArray; side: number; modules: number } {
  const { size, path } = codePath(text);
  const side = (size + 2 * QUIET_EDGE) * PIXELS;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < PIXELS; row++)
      for (let column = 0; column < Number(width) * PIXELS; column++) {
        const at =
          ((Number(y) + QUIET_EDGE) * PIXELS + row) * side + (Number(x) + QUIET_EDGE) * PIXELS + column;
        data.set([0, 0, 0], at * 4);
      }
  return { data, side, modules: size };
}

function read(text: string): string | undefined {
  const { data, side } = drawn(text);
  return jsQR(data, side, side)?.data;
}

describe('a code', () => {
  it.each([
    'https://www.toeslagen.nl',
    'Eén café: € 932,93',
    'اسأل المكتب في المكتبة',
    'Запитайте на стійці 🙂',
  ])('is read back as %s', (text) => expect(read(text)).toBe(text));

  it('is read back when it is as full as it may be, and is not finer than a telephone can read', () => {
    const long = aSlip({
      lead: dutch('Dit is een lange zin over de huur. '.repeat(100)),
      title: dutch('é'.repeat(445)),
    });
    const text = slipText(long, MOST_CODE_BYTES);
    expect(new TextEncoder().encode(text).length).toBeGreaterThan(MOST_CODE_BYTES - 5);
    expect(read(text)).toBe(text);
    expect(drawn(text).modules).toBeLessThanOrEqual(113);
  });
});
