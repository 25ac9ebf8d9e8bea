import { expect, it } from 'vitest';
import { checkAddresses } from '../../../../core/domain/check/check-addresses.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import { checkPack } from '../../../../core/domain/check-pack.ts';
import { aPack } from '../../../builders/a-pack.ts';
import { aSource, GOOD_FILES } from '../../../builders/a-source.ts';
import { TODAY } from '../../../builders/today.ts';

const BAD = 'https://www.uwv.nl/ww,';

it('finds no fault in a good pack', () => {
  expect(checkAddresses(aPack())).toEqual([]);
});

it('looks at every web address of a pack', () => {
  const pack = JSON.parse(JSON.stringify(aPack()).replaceAll('https://www.rijksoverheid.nl', BAD));
  pack.contacts.balie = { ...pack.contacts.balie, url: BAD, source: BAD };
  const remarks = checkAddresses(pack);
  expect(remarks.map(({ file, field }) => `${file} ${fieldText(field)}`)).toEqual([
    'flows/huur/flow.yaml sources[0].url',
    'articles/huur-uitleg/article.yaml sources[0].url',
    'contacts.yaml balie.url',
    'contacts.yaml balie.source',
    'parameters.yaml huur.leeftijd.values[0].source',
  ]);
  expect(remarks[0]).toMatchObject({ severity: 'error', rule: 'address' });
  expect(remarks[0]?.message).toBe(`"${BAD}" ends in a sign that is no part of an address. Take it away.`);
});

it('keeps no published pack from a kiosk', () => {
  const contacts = {
    balie: { ...GOOD_FILES['contacts.yaml'].balie, url: BAD, phone: '0900-8844', free: true },
  };
  const source = aSource({ 'contacts.yaml': contacts });
  expect(checkPack(source, { today: TODAY }).findings.map(({ rule }) => rule)).toEqual(['free', 'address']);
  expect(checkPack(source, { today: TODAY, published: true }).pack).toBeDefined();
});
