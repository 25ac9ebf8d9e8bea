import { expect, test } from 'vitest';
import { keepContentIncidents, MOST_AN_HOUR } from '../../../electron/stores/content-incidents.ts';

test('of each code so many incidents an hour are written down, and an hour later again', () => {
  let now = Date.parse('2026-11-27T09:00:00Z');
  const written: string[] = [];
  const keep = keepContentIncidents(
    (code) => written.push(code),
    () => new Date(now),
  );
  const crash = (times: number) => {
    for (let time = 0; time < times; time += 1) keep('page-crashed', 'killed');
  };
  crash(MOST_AN_HOUR + 3);
  expect(written).toHaveLength(MOST_AN_HOUR);
  keep('page-hung', 'for long');
  expect(written).toHaveLength(MOST_AN_HOUR + 1);
  now += 3_600_000;
  crash(1);
  expect(written).toHaveLength(MOST_AN_HOUR + 2);
  now -= 7_200_000; // The clock was put back.
  crash(1);
  expect(written).toHaveLength(MOST_AN_HOUR + 3);
});

test('one picture that rotted on this disk is written down once, and another one too', () => {
  const written: string[] = [];
  const keep = keepContentIncidents(
    (_, detail) => written.push(detail),
    () => new Date('2026-11-27T09:00:00Z'),
  );
  for (const picture of ['huis', 'huis', 'brief', 'huis']) keep('picture-damaged', picture);
  expect(written).toEqual(['huis', 'brief']);
});
