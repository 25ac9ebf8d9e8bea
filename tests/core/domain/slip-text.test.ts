import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesIn, slipText } from '../../../core/domain/slip-text.ts';
import { aSlip, dutch } from '../../builders/a-slip.ts';

const WHOLE = `U kunt geld krijgen
Het geld is voor de huur.

Doen:
1. Pak uw pas
U vindt hem thuis.
2. Bel de gemeente
Vraag naar de huur.

Meenemen:
- Uw pas
Of een kopie.

Waarheen:
De gemeente, Stadsplein 1, 14 030 (gratis), utrecht.nl
Maandag tot en met vrijdag
Zij helpen met de huur.

Nagekeken op 3 november 2026
Van de balie.`;

describe('a slip as text', () => {
  it('is the whole slip where there is room', () => {
    expect(slipText(aSlip(), 10_000)).toBe(WHOLE);
    expect(slipText(aSlip(), bytesIn(WHOLE))).toBe(WHOLE);
  });

  it('loses an explanation first, from the end', () => {
    expect(slipText(aSlip(), bytesIn(WHOLE) - 1)).toBe(WHOLE.replace('\nZij helpen met de huur.', ''));
  });

  it('takes no longer for thousands of lines than a touch may', () => {
    const places = Array.from({ length: 3000 }, (_, at) => ({
      title: dutch(`Plek ${at}`),
      text: dutch('Bij de halte aan de overkant van het plein.'),
    }));
    const slip = aSlip({ sections: [{ kind: 'places', items: places }] });
    const start = performance.now();
    expect(bytesIn(slipText(slip, 900))).toBeLessThanOrEqual(900);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('keeps what came out, the steps and whom to call to the last', () => {
    const least =
      'U kunt geld krijgen\n\nDoen:\n1. Pak uw pas\n2. Bel de gemeente\n\nWaarheen:\nDe gemeente, Stadsplein 1, 14 030 (gratis), utrecht.nl';
    expect(slipText(aSlip(), bytesIn(least))).toBe(least);
    expect(slipText(aSlip(), bytesIn(least) - 1)).toBe(`${least.slice(0, -4)}…`);
  });

  it('marks the items of an article, and drops its text before its lists', () => {
    const slip = aSlip({
      sections: [
        { kind: 'text', items: [{ text: dutch('Een stuk tekst.') }] },
        { kind: 'list', items: [{ text: dutch('Uw pas') }, { note: dutch('los') }] },
      ],
      notice: dutch('Een bedrag kijken wij na.'),
    });
    const whole = slipText(slip, 10_000);
    expect(whole).toContain('Een bedrag kijken wij na.\n\nEen stuk tekst.\n\n- Uw pas\n- los\n\n');
    expect(slipText(slip, bytesIn(whole) - 1)).toBe(whole.replace('Een stuk tekst.\n\n', ''));
  });

  it('keeps a condition and what a price is for as long as the price, and says why a day is closed', () => {
    const price = { title: dutch('Volwassenen'), text: dutch('Gratis'), note: dutch('alleen met een pas') };
    const words = { title: dutch('Kinderen'), note: dutch('tot 12 jaar') };
    const day = { text: dutch('vrijdag 25 december: dicht'), note: dutch('eerste kerstdag') };
    const slip = aSlip({
      sections: [
        { kind: 'text', items: [price, words] },
        { kind: 'hours', items: [day] },
      ],
    });
    const whole = slipText(slip, 10_000);
    expect(whole).toContain('Volwassenen: Gratis (alleen met een pas)\nKinderen: tot 12 jaar\n\n');
    expect(whole).toContain('\n\nvrijdag 25 december: dicht (eerste kerstdag)\n\n');
    for (let most = bytesIn(whole); most > 60; most--) {
      const text = slipText(slip, most);
      expect(text.includes('Gratis') && !text.endsWith('…')).toBe(text.includes('alleen met een pas'));
      expect(text.includes('Volwassenen')).toBe(text.includes('Gratis'));
      expect(text.includes('Kinderen')).toBe(text.includes('tot 12 jaar'));
    }
  });

  it('lets go of places that are near before anybody else to call', () => {
    const places = {
      kind: 'places' as const,
      heading: dutch('In de buurt'),
      items: [
        {
          title: dutch('Geldspreekuur'),
          place: dutch('Plein 1'),
          phone: '099 000 01 01',
          note: dutch('dicht'),
        },
        { title: dutch('Formulierenhulp') },
      ],
    };
    const slip = aSlip({ sections: [...aSlip().sections, places] });
    const whole = slipText(slip, 10_000);
    expect(whole).toContain(
      '\n\nIn de buurt:\nGeldspreekuur, Plein 1, 099 000 01 01 (dicht)\nFormulierenhulp\n\nNagekeken',
    );
    const least =
      'U kunt geld krijgen\n\nDoen:\n1. Pak uw pas\n2. Bel de gemeente\n\nWaarheen:\nDe gemeente, Stadsplein 1, 14 030 (gratis), utrecht.nl';
    expect(slipText(slip, bytesIn(least))).toBe(least);
    // What is said of it goes with it, and not before.
    const near = `${least}\n\nIn de buurt:\nGeldspreekuur, Plein 1, 099 000 01 01 (dicht)`;
    for (let most = bytesIn(whole); most >= bytesIn(least); most--) {
      const text = slipText(slip, most);
      expect(text.includes('(dicht)'), text).toBe(text.includes('Geldspreekuur'));
    }
    expect(slipText(slip, bytesIn(`${near}\nFormulierenhulp`) - 1)).not.toContain('Formulierenhulp');
  });

  it('keeps where a place is as long as its name, whatever is said at length above it', () => {
    const place = {
      title: dutch('Bieb Centrum'),
      place: dutch('Plein 1, 1234 AB Voorbeeld'),
      phone: '030 1',
    };
    const slip = aSlip({ lead: dutch('o'.repeat(700)), sections: [{ kind: 'contacts', items: [place] }] });
    for (let most = bytesIn(slipText(slip, 10_000)); most > 20; most--) {
      const text = slipText(slip, most);
      if (text.includes('Bieb Centrum') && !text.endsWith('…'))
        expect(text).toContain('Plein 1, 1234 AB Voorbeeld');
    }
    expect(slipText(slip, 300)).toContain('Bieb Centrum, Plein 1, 1234 AB Voorbeeld, 030 1');
  });

  it('names somebody without a number, and a number that is not free', () => {
    const items = [{ title: dutch('De balie') }, { title: dutch('Het loket'), phone: '0800-8020' }];
    const slip = aSlip({ sections: [{ kind: 'contacts', items }] });
    expect(slipText(slip, 10_000)).toContain('De balie\nHet loket, 0800-8020');
  });

  it('never takes more bytes than it may, whatever the letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 400 }), (text, most) => {
        const cut = slipText(aSlip({ title: dutch(text), lead: dutch(text) }), most);
        expect(bytesIn(cut)).toBeLessThanOrEqual(most);
        expect(bytesIn(cut)).toBe(new TextEncoder().encode(cut).length);
      }),
    );
  });
});
