import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { slipText } from '../../../../core/domain/slip-text.ts';
import { MOST_CODE_BYTES } from '../../../../renderer/visitor/take-along/code-path.ts';
import { aSlip, dutch } from '../../../builders/a-slip.ts';
import { drawnCode } from '../../../builders/drawn-code.ts';

function read(text: string): string | undefined {
  const { data, side } = drawnCode(text);
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
    expect(drawnCode(text).modules).toBeLessThanOrEqual(113);
  });
});
