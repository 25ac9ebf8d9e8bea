import { expect, test } from 'vitest';
import { wordsOf } from '../../../../core/domain/directory/translation.ts';
import { anAttribute } from '../../../builders/a-service.ts';

const translated = (code: string, label: string, value?: string) =>
  anAttribute('translation', code, value === undefined ? { label } : { label, value });

test('a text is there in the home language, and in each that an attribute has it in', () => {
  const record = {
    name: 'Taalcafé',
    attributes: [translated('en', 'name', 'Language café'), translated('ar', 'name', 'مقهى اللغة')],
  };
  expect(wordsOf(record, 'name')).toEqual({ nl: 'Taalcafé', en: 'Language café', ar: 'مقهى اللغة' });
});

test.each([
  ['of another field', translated('en', 'description', 'You practise Dutch.')],
  ['without a text', translated('en', 'name')],
  ['in what is no language', translated('en-GB', 'name', 'Language café')],
  ['that is no translation', anAttribute('topic', 'en', { label: 'name', value: 'Language café' })],
])('an attribute %s is no translation of it', (_, attribute) => {
  expect(wordsOf({ name: 'Taalcafé', attributes: [attribute] }, 'name')).toEqual({ nl: 'Taalcafé' });
});

test('a field that is not there has no translation either', () => {
  const attributes = [translated('en', 'name', 'Language café')];
  expect(wordsOf<'name'>({ attributes }, 'name')).toBeUndefined();
});
