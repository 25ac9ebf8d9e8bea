import { describe, expect, it } from 'vitest';
import { escaped, slipHtml } from '../../../electron/print/slip-html.ts';
import { aSlip, dutch } from '../../builders/a-slip.ts';

describe('a slip as a page', () => {
  it('says everything on the slip, in its order', () => {
    const text = slipHtml(aSlip({ notice: dutch('Wij kijken dit na.') }), 'a4')
      .replace(/^[\s\S]*<main>/, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    expect(text.trim()).toBe(
      'Huur U kunt geld krijgen Het geld is voor de huur. Wij kijken dit na. Doen Pak uw pas U vindt hem thuis. ' +
        'Bel de gemeente Vraag naar de huur. Meenemen Uw pas Of een kopie. Waarheen De gemeente Stadsplein 1 Zij helpen met de huur. ' +
        '14 030 gratis Maandag tot en met vrijdag utrecht.nl Nagekeken op 3 november 2026 Van de balie.',
    );
  });

  it('numbers the steps and nothing else', () => {
    expect(slipHtml(aSlip(), 'a4').match(/<ol>/g)).toHaveLength(1);
  });

  it('keeps an amount in one line', () => {
    expect(slipHtml(aSlip({ lead: dutch('Tot € 932,93.') }), 'receipt')).toContain('Tot €&nbsp;932,93.');
  });

  it('lets no mark-up of the content through', () => {
    const evil = '<script>x</script><img src="x" onerror=\'y\'>&';
    const slip = aSlip({
      title: dutch(evil),
      desk: { text: evil, language: '"><b>' },
      sections: [{ kind: 'contacts', items: [{ phone: evil, site: evil }] }],
    });
    const html = slipHtml(slip, 'receipt');
    expect(html).not.toMatch(/<script|<img|<b>/);
    expect(html.split(escaped(evil))).toHaveLength(5);
  });

  it('is written from right to left for Arabic, and marks what is not Arabic', () => {
    const html = slipHtml(aSlip({ language: 'ar', desk: { text: 'مكتب', language: 'ar' } }), 'receipt');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<h1 lang="nl" dir="ltr">U kunt geld krijgen</h1>');
    expect(html).toContain('<p>مكتب</p>');
    expect(html).toContain('<body class="receipt">');
  });
});
