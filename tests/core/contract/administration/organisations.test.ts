import { expect, test } from 'vitest';
import {
  NewPartner,
  NewPublisher,
  PartnerAgreement,
  Renewal,
} from '../../../../core/contract/administration/organisations.ts';

/** The key that age's own guide gives as an example. */
const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const publisher = { id: 'bibliotheek-delft', name: 'Bibliotheek Delft', packs: ['zelfredzaam'] };
const faultOf = (schema: typeof NewPartner | typeof PartnerAgreement | typeof NewPublisher, value: object) =>
  schema.safeParse(value).error?.issues[0];

test('a publisher has one name on one line, and names no pack twice', () => {
  expect(faultOf(NewPublisher, publisher)).toBeUndefined();
  expect(faultOf(NewPublisher, { ...publisher, name: 'Delft\nGouda' })?.path).toEqual(['name']);
  expect(faultOf(NewPublisher, { ...publisher, packs: ['a', 'a'] })?.message).toBe('names a pack twice');
  expect(faultOf(NewPublisher, { ...publisher, packs: [] })?.path).toEqual(['packs']);
});

test('a partner that asks for something of a visitor has a key to lock it with', () => {
  const partner = { id: 'schuldhulp', name: 'Schuldhulp', kind: 'debt-help' };
  expect(faultOf(NewPartner, partner)).toBeUndefined();
  expect(faultOf(NewPartner, { ...partner, asks: ['phone'] })?.path).toEqual(['recipient']);
  expect(faultOf(NewPartner, { ...partner, asks: ['phone'], recipient: KEY })).toBeUndefined();
});

test.each([
  ['asks for a thing twice', { asks: ['name', 'name'], recipient: KEY }],
  ['asks for what no partner needs', { asks: ['bsn'], recipient: KEY }],
  ['has a key with a slip in it', { recipient: `${KEY.slice(0, -1)}q` }],
  ['has a number that is none', { phone: 'bel ons' }],
  ['has words behind its address', { website: 'https://schuldhulp.example bel eerst' }],
  ['has a day that there is not', { review_by: '2027-02-30' }],
  ['is of no kind that there is', { kind: 'bakery' }],
])('an agreement is refused that %s', (_, changed) => {
  expect(faultOf(PartnerAgreement, { name: 'Schuldhulp', kind: 'debt-help', ...changed })).toBeDefined();
});

test('it is renewed to a day, and not without one', () => {
  expect(Renewal.safeParse({ review_by: '2027-06-30' }).success).toBe(true);
  expect(Renewal.safeParse({}).success).toBe(false);
});
