import { expect, it } from 'vitest';
import { handoverSlip } from '../../../../core/domain/desk/handover-slip.ts';
import { slipHtml } from '../../../../electron/print/slip-html.ts';
import { handoverWords } from '../../../../electron/print/slip-words.ts';

const HARM = '<img src=x onerror=alert(1)>';
const given = {
  code: '7K2MQ9XB4',
  partner: {
    name: 'Wijkteam',
    contact: 'Aanmeldpunt',
    phone: '015 000 00 00',
    website: 'https://www.wijkteam.example/x',
  },
  givenOn: '2026-11-27',
  isSealed: true,
  page: 'https://balie.example/overdracht',
};

it('says the code, where to go, what the partner does and when it ends', () => {
  const slip = handoverSlip(given, handoverWords('nl'));
  expect(slip).toMatchObject({
    language: 'nl',
    about: { text: 'Wijkteam' },
    title: { text: '7K2-MQ9-XB4' },
    lead: { text: 'Ga met dit briefje naar Wijkteam. Laat de code zien, of noem hem aan de telefoon.' },
    sections: [
      { items: [{ title: { text: 'Wijkteam' }, phone: '015 000 00 00', site: 'wijkteam.example' }] },
      {
        items: [{ text: { text: 'Vul de code in op balie.example/overdracht. Een account is niet nodig.' } }],
      },
      {
        items: [
          { text: { text: 'De code werkt tot en met 25 januari 2027.' } },
          {
            text: {
              text: 'Wat u typte, ging op slot naar Wijkteam. Op 11 december 2026 is het overal gewist.',
            },
          },
        ],
      },
    ],
  });
});

it('says nothing of what was not typed, nor of what a partner does not have', () => {
  const slip = handoverSlip(
    { ...given, isSealed: false, partner: { name: 'Wijkteam' } },
    handoverWords('en'),
  );
  expect(slip.sections.map(({ items }) => items.length)).toEqual([1, 1, 1]);
  expect(slip.sections[0]?.items).toEqual([{ title: { text: 'Wijkteam', language: 'en' } }]);
  expect(JSON.stringify(slip)).not.toContain('{{');
});

it('keeps a code, an address and a name in the order in which they are typed, where the words go from right to left', () => {
  const page = 'http://10.0.0.2:8443/overdracht';
  const partner = { name: 'Wijkteam (Oost)', contact: 'Loket 4-5' };
  const slip = handoverSlip({ ...given, page, partner, code: '735734VTG' }, handoverWords('ar'));
  const [inOrder, byItself, end] = ['\u2066', '\u2068', '\u2069'];
  expect(slip.title.text).toBe(`${inOrder}735-734-VTG${end}`);
  expect(slip.about.text).toBe(`${byItself}Wijkteam (Oost)${end}`);
  expect(slip.lead.text).toContain(`${byItself}Wijkteam (Oost)${end}`);
  expect(slip.sections[0]?.items[0]?.text?.text).toBe(`${byItself}Loket 4-5${end}`);
  expect(slip.sections[1]?.items[0]?.text?.text).toContain(`${inOrder}10.0.0.2:8443/overdracht${end}`);
});

it('keeps a name as the text it is, in a hole and on paper', () => {
  const slip = handoverSlip(
    { ...given, partner: { name: `${HARM}{{page}}`, contact: HARM, phone: HARM } },
    handoverWords('nl'),
  );
  expect(slip.lead.text).toContain(`${HARM}{{page}}`);
  expect(slipHtml(slip, 'a4')).not.toContain('<img');
});
