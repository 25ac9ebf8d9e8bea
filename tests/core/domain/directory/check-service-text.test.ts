import { expect, test } from 'vitest';
import { checkServiceText } from '../../../../core/domain/directory/check-service-text.ts';
import { aService } from '../../../builders/a-service.ts';

test('reads a service', () => {
  const checked = checkServiceText(JSON.stringify(aService()));
  expect(checked.fault).toBeUndefined();
  expect(checked).toMatchObject({ value: { id: 'taalcafe' }, remarks: [] });
});

test.each([
  ['no JSON', '{"id": ', 'is no JSON'],
  ['nothing', '', 'is no JSON'],
  ['a list', '[]', 'is no record'],
  ['null', 'null', 'is no record'],
  ['a text', '"taalcafe"', 'is no record'],
])('says of %s what it is', (_, text, fault) => {
  expect(checkServiceText(text)).toEqual({ fault });
});
