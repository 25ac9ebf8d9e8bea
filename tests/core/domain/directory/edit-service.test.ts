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

/** For what has room for an id of its own. */
const noId = () => {
  throw new Error('No fresh id is needed.');
};

it('changes nothing of a service that was only looked at', () => {
  expect(editService(SERVICE, ServiceEdit.parse(formOf(SERVICE)), noId)).toEqual(SERVICE);
});

it('changes what the form has, and keeps all else', () => {
  const edit = { ...formOf(SERVICE), phone: '020 7654321', description: ' ', email: 'taal@voorbeeld.nl' };
  const { description: _, ...rest } = SERVICE;
  expect(editService(SERVICE, ServiceEdit.parse(edit), noId)).toEqual({
    ...rest,
    email: 'taal@voorbeeld.nl',
    phones: [
      { id: 'a', number: '020 7654321' },
      { id: 'b', number: '14010' },
    ],
  });
});

it.each([
  [87, ['x-organization', 'x-phone']],
  [94, ['fresh-1', 'x-phone']],
  [100, ['fresh-2', 'fresh-1']],
])('saves a service with an id of %i characters that had no organization and no number', (length, ids) => {
  const bare = { id: 'x'.repeat(length), name: 'Taalcafé', status: 'active' as const };
  const edit = ServiceEdit.parse({ ...formOf(bare), organization: 'De bibliotheek', phone: '010 1234567' });
  let made = 0;
  const edited = editService(bare, edit, () => `fresh-${++made}`);
  const [organization, phone] = ids.map((each) => each.replace('x', bare.id));
  expect(edited).toEqual({
    ...bare,
    organization: { id: organization, name: 'De bibliotheek' },
    phones: [{ id: phone, number: '010 1234567' }],
  });
  // Afterwards they have theirs.
  expect(editService(edited, edit, noId)).toEqual(edited);
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
