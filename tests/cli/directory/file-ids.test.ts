import { expect, test } from 'vitest';
import { FileIds } from '../../../cli/directory/file-ids.ts';

const phone = (...languages: string[]) => ({
  id: 'p1',
  number: '099 000 01 01',
  languages: languages.map((code) => ({ id: `l-${code}`, code })),
});

function idsOf(...phones: ReturnType<typeof phone>[]) {
  const ids = new FileIds();
  for (const each of phones) ids.learn('service', { id: 's', phones: [each] });
  return phones.map((each) => ids.next('phone', each));
}

test('what belongs to a record that stands in two places is written once', () => {
  expect(idsOf(phone('ar'), phone('ar'))).toEqual([
    { id: 'p1', isFirst: true },
    { id: 'p1', isFirst: false },
  ]);
  expect(idsOf(phone(), phone())).toEqual([
    { id: 'p1', isFirst: false },
    { id: 'p1', isFirst: false },
  ]);
});

test('records of one id to which other things belong get ids of their own, always the same', () => {
  const ids = idsOf(phone(), phone('ar'), phone('nl'), phone('ar'), phone('nl'), phone());
  expect(ids.map(({ isFirst }) => isFirst)).toEqual([true, true, true, false, false, false]);
  expect(ids[1]?.id).toBe('p1');
  expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
  expect([ids[3], ids[4], ids[5]].map((each) => each?.id)).toEqual([ids[1]?.id, ids[2]?.id, ids[0]?.id]);
});

test('a service at a location has an id of its own, also a long one', () => {
  const ids = new FileIds();
  const next = (id: string) => ids.next('service_at_location', { id }).id;
  expect(['1', '1', '2', '1', '1~2'].map(next)).toEqual(['1', '1~2', '2', '1~3', '1~2~2']);
  const long = 'x'.repeat(100);
  expect(next(long)).toBe(long);
  expect(next(long).length).toBeLessThan(100);
});
