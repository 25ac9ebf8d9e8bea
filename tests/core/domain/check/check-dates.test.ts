import { describe, expect, it } from 'vitest';
import { checkDates } from '../../../../core/domain/check/check-dates.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import type { Pack } from '../../../../core/domain/pack.ts';
import { type DatedValue, Parameter } from '../../../../core/domain/parameter.ts';
import { aFlow } from '../../../builders/a-flow.ts';
import { aPack } from '../../../builders/a-pack.ts';
import { aValue } from '../../../builders/a-parameter.ts';
import { TODAY } from '../../../builders/today.ts';

const good = aPack();

function said(pack: Pack, today = TODAY): string[] {
  return checkDates(pack, { today }).map(
    ({ severity, rule, file, field, message }) =>
      `${severity} [${rule}] ${file} ${fieldText(field)}: ${message}`,
  );
}

function withFlow(parts: Parameters<typeof aFlow>[0]): Pack {
  return aPack({ flows: good.flows.map((single) => ({ ...single, flow: aFlow(parts) })) });
}

function withContact(parts: object): Pack {
  return aPack({
    contacts: { balie: { ...(good.contacts['balie'] as Pack['contacts'][string]), ...parts } },
  });
}

it('a contact is free to call only by a number that is', () => {
  expect(said(withContact({ phone: '0800-8115', free: true }))).toEqual([]);
  expect(said(withContact({ phone: '088 123 65 55', free: true }))).toEqual([
    'error [free] contacts.yaml balie.free: Calling "088 123 65 55" is not free from every telephone: only 0800, 112 and 116 are. Take "free: true" away.',
  ]);
});

describe('the review day', () => {
  it('lies more than 30 days ahead', () => {
    expect(said(withFlow({ review_by: '2026-12-25' }))).toEqual([]);
  });

  it('gives a warning when it lies so far ahead that its year is most likely wrong', () => {
    expect(said(withFlow({ review_by: '2031-11-24' }))).toEqual([]);
    expect(said(withFlow({ review_by: '2072-02-01' }))).toEqual([
      'warning [review] flows/huur/flow.yaml review_by: The review day 2072-02-01 lies more than five years ahead. Write the day on which somebody will look again.',
    ]);
  });

  it('gives a warning within 30 days, up to the day itself', () => {
    for (const day of ['2026-12-24', TODAY]) {
      expect(said(withFlow({ review_by: day }))).toEqual([
        `warning [review] flows/huur/flow.yaml review_by: The review day ${day} comes within 30 days. Check the facts, then set a new day.`,
      ]);
    }
  });

  it('is an error once it has passed', () => {
    expect(said(withFlow({ review_by: '2026-11-23' }))).toEqual([
      'error [review] flows/huur/flow.yaml review_by: The review day 2026-11-23 has passed; visitors are sent to the desk. Check the facts, then set a new day.',
    ]);
  });

  it('counts for articles and contacts too', () => {
    const articles = good.articles.map((single) => {
      return { ...single, article: { ...single.article, review_by: '2026-11-23' } };
    });
    expect(said(aPack({ articles }))[0]).toMatch(
      /^error \[review] articles\/huur-uitleg\/article\.yaml review_by: /,
    );
    expect(said(withContact({ review_by: '2026-12-01' }))[0]).toMatch(
      /^warning \[review] contacts\.yaml balie\.review_by: /,
    );
  });
});

describe('the day on which somebody looked', () => {
  it('is not still to come', () => {
    const source = { title: 'Rijksoverheid', url: 'https://www.rijksoverheid.nl' };
    const sources = [TODAY, '2026-11-25'].map((checked_on) => ({ ...source, checked_on }));
    const message = '2026-11-25 lies in the future. Write the day on which somebody looked.';
    expect(said(withFlow({ sources }))).toEqual([
      `error [review] flows/huur/flow.yaml sources[1].checked_on: ${message}`,
    ]);
    expect(said(withContact({ checked_on: '2026-11-25' }))).toEqual([
      `error [review] contacts.yaml balie.checked_on: ${message}`,
    ]);
    expect(said(withValues({ checked_on: '2026-11-25' }))).toEqual([
      `error [review] parameters.yaml huur.leeftijd.values[0].checked_on: ${message}`,
    ]);
  });
});

describe('a telephone number', () => {
  it('is a Dutch one', () => {
    expect(said(withContact({ phone: '0800-8115' }))).toEqual([]);
    expect(said(withContact({ phone: '0800-811' }))).toEqual([
      'error [phone] contacts.yaml balie.phone: "0800-811" is no Dutch telephone number. Write it as 0800-1234, 088 123 45 67, 030 123 45 67 or 14 030.',
    ]);
  });
});

function withValues(...values: Partial<DatedValue>[]): Pack {
  const dated = values.map((parts) => aValue(18, parts));
  return aPack({ parameters: { 'huur.leeftijd': Parameter.parse({ unit: 'year', values: dated }) } });
}

describe('the values of a parameter', () => {
  const thisYear = { valid_from: '2026-01-01', valid_until: '2026-12-31' };
  const nextYear = { valid_from: '2027-01-01', valid_until: '2027-12-31' };
  const message = (day: string) =>
    `warning [parameter] parameters.yaml huur.leeftijd: "huur.leeftijd" has no value on ${day}; screens show no figure then. Add the value that holds.`;

  it('follow each other without a gap', () => {
    expect(said(withValues(thisYear, nextYear))).toEqual([]);
    expect(said(withValues(nextYear, thisYear))).toEqual([]);
  });

  it('leave no gap between two of them, however far ahead', () => {
    const late = [
      { ...nextYear, valid_from: '2027-02-01' },
      { ...thisYear, valid_until: '2027-01-15' },
    ];
    expect(said(withValues(...late))).toEqual([message('2027-01-16')]);
    const lastYear = { valid_from: '2025-01-01', valid_until: '2025-11-30' };
    expect(said(withValues(lastYear, thisYear, nextYear))).toEqual([]);
  });

  it('end on a day that can be known', () => {
    expect(said(withValues(thisYear, { ...nextYear, valid_until: '2072-12-31' }))).toEqual([
      'warning [parameter] parameters.yaml huur.leeftijd.values[1].valid_until: 2072-12-31 lies more than five years ahead. Write the last day on which this value is known to hold.',
    ]);
  });

  it('end after they begin', () => {
    expect(said(withValues({ valid_from: '2027-12-31', valid_until: '2026-01-01' }))).toEqual([
      'error [parameter] parameters.yaml huur.leeftijd.values[0].valid_until: This day lies before valid_from. Correct one of them.',
    ]);
  });

  it('do not hold on the same day', () => {
    expect(said(withValues(thisYear, { ...nextYear, valid_from: '2026-12-31' }))).toEqual([
      'error [parameter] parameters.yaml huur.leeftijd.values[1].valid_from: This value holds on days on which value 1 of the list holds too. Let one end before the other begins.',
    ]);
  });

  it('that are lacking today give a warning, because screens show no figure then', () => {
    expect(said(withValues(thisYear), '2027-01-01')[0]).toContain(
      'warning [parameter] parameters.yaml huur.leeftijd: "huur.leeftijd" has no value today; screens show no figure then. Add the value that holds.',
    );
  });

  it('that are lacking within 30 days give a warning with the day', () => {
    expect(said(withValues({ ...thisYear, valid_until: '2026-12-23' }))).toEqual([message('2026-12-24')]);
    expect(said(withValues({ ...thisYear, valid_until: '2026-12-24' }))).toEqual([]);
    const gap = [
      { ...thisYear, valid_until: '2026-11-30' },
      { ...nextYear, valid_from: '2026-12-05' },
    ];
    expect(said(withValues(...gap))).toEqual([message('2026-12-01')]);
  });
});
