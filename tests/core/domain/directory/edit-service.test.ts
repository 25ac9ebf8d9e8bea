import { expect, it } from 'vitest';
import { editService, formOf, ServiceEdit } from '../../../../core/domain/directory/edit-service.ts';
import { nextReview, reviewDue } from '../../../../core/domain/directory/review-due.ts';
import { aService } from '../../../builders/a-service.ts';

const SERVICE = aService({
  phones: [
    { id: 'a', number: '010 1234567' },
    { id: 'b', number: '14010' },
  ],
});

it('changes nothing of a service that was only looked at', () => {
  expect(editService(SERVICE, ServiceEdit.parse(formOf(SERVICE)))).toEqual(SERVICE);
});

it('changes what the form has, and keeps all else', () => {
  const edit = { ...formOf(SERVICE), phone: '020 7654321', description: ' ', email: 'taal@voorbeeld.nl' };
  const { description: _, ...rest } = SERVICE;
  expect(editService(SERVICE, ServiceEdit.parse(edit))).toEqual({
    ...rest,
    email: 'taal@voorbeeld.nl',
    phones: [
      { id: 'a', number: '020 7654321' },
      { id: 'b', number: '14010' },
    ],
  });
});

it.each([
  ['email', 'geen adres'],
  ['url', 'javascript:alert(1)'],
  ['phone', 'bel maar'],
  ['name', ''],
  ['assured_date', '2026-02-30'],
])('refuses a %s that is none', (field, value) => {
  const { error } = ServiceEdit.safeParse({ ...formOf(SERVICE), [field]: value });
  expect(error?.issues.map(({ path }) => path)).toEqual([[field]]);
});

it('asks to look again a year after somebody did, and at once where nobody ever did', () => {
  expect(nextReview('2026-11-27', '2026-11-27')).toBe('2027-11-27');
  expect(nextReview('2028-02-29', '2026-11-27')).toBe('2029-02-28');
  expect(nextReview(undefined, '2026-11-27')).toBe('2026-11-27');
});

it('calls for a service a month before its review day', () => {
  const on = (day: string) => reviewDue(day, '2026-11-27');
  expect(['2026-11-26', '2026-11-27', '2026-12-27', '2026-12-28'].map(on)).toEqual([
    ...['overdue', 'soon', 'soon', 'fine'],
  ]);
});
