import { describe, expect, it } from 'vitest';
import { Contact, isDutchPhone, isFreePhone } from '../../../core/domain/contact.ts';

describe('a Dutch telephone number', () => {
  it.each([
    ['free', '0800-8115'],
    ['free, with a space', '0800 0543'],
    ['free, with seven figures', '0800-1234567'],
    ['paid', '0900-8844'],
    ['of an organisation', '088 123 65 55'],
    ['with a short area code', '030 760 60 55'],
    ['with a long area code', '0341-274 274'],
    ['without groups', '0307606055'],
    ['mobile', '06 12345678'],
    ['mobile in pairs', '06-12 34 56 78'],
    ['of a municipality', '14 030'],
    ['of a municipality with a long area code', '14 0341'],
    ['of the government', '1400'],
    ['of the doctor at night', '116 117'],
    ['of the emergency line', '112'],
    ['of the suicide prevention line', '113'],
  ])('can be %s: %s', (_, number) => {
    expect(isDutchPhone(number)).toBe(true);
  });

  it.each([
    ['a figure too few', '030 760 60 5'],
    ['a figure too many', '030 760 60 555'],
    ['a free number of the wrong length', '0800-12345'],
    ['ten figures that begin as a free number', '0800 123 456'],
    ['a code of a country', '+31 30 760 60 55'],
    ['brackets', '(030) 760 60 55'],
    ['letters', '0800-BALIE'],
    ['two spaces', '030  760 60 55'],
    ['an area code that begins with 00', '0030 760 605'],
    ['a short number that nobody has', '115'],
    ['nothing', ''],
  ])('cannot have %s: "%s"', (_, number) => {
    expect(isDutchPhone(number)).toBe(false);
  });
});

it('is free only as 0800, 112 or 116', () => {
  expect(['0800-8115', '0800 0543', '116 111', '116 117', '112'].every(isFreePhone)).toBe(true);
  expect(
    ['0900-8844', '088 123 65 55', '14 030', '1400', '113', '030 116 11 12', '0800'].some(isFreePhone),
  ).toBe(false);
});

describe('a contact', () => {
  const days = { picture: 'phone', checked_on: '2026-11-03', review_by: '2027-06-01' };

  it.each([{ phone: '0800-8115' }, { url: 'https://www.rijksoverheid.nl' }, { here: true }, { own: true }])(
    'has %j',
    (way) => {
      expect(Contact.safeParse({ ...days, ...way }).success).toBe(true);
    },
  );

  it('is of no use without a number, a page or a desk, when it is not of everybody', () => {
    expect(Contact.safeParse({ ...days, own: false }).success).toBe(false);
    expect(Contact.safeParse(days).error?.issues[0]?.message).toBe(
      'give a phone number, a url, "here: true" for the desk itself, or "own: true" for a doctor of one\'s own',
    );
  });
});
