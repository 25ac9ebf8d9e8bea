import { expect, test } from 'vitest';
import { DeskLists } from '../../../../core/domain/desk/desk-lists.ts';
import { withCategory } from '../../../../renderer/staff/log/with-category.ts';
import { aQuestion } from '../../../core/domain/desk/a-question.ts';

const lists = DeskLists.parse({
  subCategories: [{ id: 'digid', names: { nl: 'DigiD' }, category: 'digital-contact' }],
  organizations: [],
  places: [],
});
const digid = aQuestion({ subCategory: 'digid', organization: 'logius' });

test('a subject goes when the question is of another category, and nothing else does', () => {
  expect(withCategory(digid, 'course', lists)).toEqual({ ...digid, category: 'course', subCategory: null });
});

test('a subject stays where it fits', () => {
  expect(withCategory(digid, 'digital-contact', lists)).toEqual(digid);
  const misplaced = { ...digid, category: 'course' as const };
  expect(withCategory(misplaced, 'digital-contact', lists)).toEqual(digid);
  // One that is on no list any more is changed only together with the category.
  const old = aQuestion({ subCategory: 'van-vroeger' });
  expect(withCategory(old, 'digital-contact', lists)).toEqual(old);
});
