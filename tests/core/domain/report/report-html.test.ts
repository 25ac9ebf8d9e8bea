import { expect, test } from 'vitest';
import { reportHtml } from '../../../../core/domain/report/report-html.ts';

const table = { title: 'Soort hulp', columns: ['Soort', 'Aantal', 'Deel'] };
const page = (rows: readonly (readonly (string | number | null)[])[], more: object = {}) =>
  reportHtml(
    { language: 'nl', title: 'November', lead: 'Bieb', notes: [], tables: [{ ...table, rows, ...more }] },
    'report.css',
  );

test('no mark-up gets through, wherever it stands', () => {
  const html = reportHtml(
    {
      language: 'nl',
      title: '<script>1</script>',
      lead: `a & b's`,
      notes: ['<b>'],
      tables: [{ title: '<i>', lead: '<u>', columns: ['<s>'], rows: [['<em>', '<img src=x>']] }],
    },
    'x"><script>',
  );
  expect(html).not.toMatch(/<(?:script|b|i|u|s|em|img)\b/);
  expect(html).toContain('href="x&#34;&#62;&#60;script&#62;"');
  expect(html).toContain('a &#38; b&#39;s');
});

test('a number is written as the language does, and one that is not told says so', () => {
  const html = page([
    ['Cursus', 12_500, '50%'],
    ['Contact', null, '–'],
  ]);
  expect(html).toContain('<td class="number">12.500</td>');
  expect(html).toContain('<td class="number hidden">niet getoond</td>');
  expect(html).toContain('<td class="number">50%</td>');
});

test('the bar of a row is as long as its first number is of the highest, and none where nothing is told', () => {
  const html = page([
    ['Cursus', 40],
    ['Contact', 10],
    ['Anders', null],
  ]);
  expect([...html.matchAll(/<rect width="(\d+)"/g)].map(([, width]) => width)).toEqual(['100', '25']);
});

test('a row has its name as a heading, and a table its title as a name', () => {
  const html = page([['Cursus', 40]], { lead: 'Uitleg' });
  expect(html).toContain('<tr><th scope="row">Cursus</th>');
  expect(html).toContain('<h2 id="table-0">Soort hulp</h2><p class="note">Uitleg</p>');
  expect(html).toContain('<table aria-labelledby="table-0">');
});
