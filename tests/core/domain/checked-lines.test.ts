import { describe, expect, it } from 'vitest';
import { checkedLines } from '../../../core/domain/checked-lines.ts';

const page = (site: string, checked_on: string) => ({
  title: site,
  url: `https://www.${site}/huur`,
  checked_on,
});
const amount = (site: string, checked_on: string) => ({ url: `https://${site}`, checked_on });

describe('what a page says of its facts', () => {
  it('is one line with its oldest day and every site once', () => {
    expect(
      checkedLines([page('a.nl', '2026-11-03'), page('b.nl', '2026-10-01'), page('a.nl', '2026-11-03')], []),
    ).toEqual([{ about: 'page', checkedOn: '2026-10-01', sites: ['a.nl', 'b.nl'] }]);
  });

  it('has the sites of amounts that were looked at on that day', () => {
    expect(
      checkedLines(
        [page('a.nl', '2026-11-03')],
        [amount('a.nl', '2026-11-03'), amount('b.nl', '2026-11-03')],
      ),
    ).toEqual([{ about: 'page', checkedOn: '2026-11-03', sites: ['a.nl', 'b.nl'] }]);
  });

  it('has a line for every other day on which amounts were looked at, the first one first', () => {
    const amounts = [
      amount('c.nl', '2026-11-20'),
      amount('a.nl', '2026-10-09'),
      amount('b.nl', '2026-11-20'),
    ];
    expect(checkedLines([page('a.nl', '2026-11-03')], [...amounts, ...amounts])).toEqual([
      { about: 'page', checkedOn: '2026-11-03', sites: ['a.nl'] },
      { about: 'amounts', checkedOn: '2026-10-09', sites: ['a.nl'] },
      { about: 'amounts', checkedOn: '2026-11-20', sites: ['c.nl', 'b.nl'] },
    ]);
  });

  it('is only about amounts where the page has no sources, and nothing where there is nothing', () => {
    expect(checkedLines([], [amount('a.nl', '2026-11-03')])).toEqual([
      { about: 'amounts', checkedOn: '2026-11-03', sites: ['a.nl'] },
    ]);
    expect(checkedLines([], [])).toEqual([]);
  });
});
