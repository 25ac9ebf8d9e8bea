import { expect, test, vi } from 'vitest';
import { MOST_TALLIED, TallyEntry } from '../../../../core/contract/desk/log.ts';
import type { Handlers } from '../../../../core/contract/ipc.ts';
import { DeskLists, MOST_SUBJECTS } from '../../../../core/domain/desk/desk-lists.ts';
import { DeskOutcome } from '../../../../core/domain/desk/desk-question.ts';
import { makeDoor } from '../../../../electron/ipc/serve.ts';
import { boxOf, tallyRows, typedOn } from '../../../../renderer/staff/log/tally-rows.ts';

vi.mock('electron', async () => (await import('../../../electron/fake-electron.ts')).fakeElectron);

/** As many subjects as a library may have, with the longest ids there are. */
const long = (index: number) => `${'x'.repeat(36)}-${String(index).padStart(3, '0')}`;
const { subCategories } = DeskLists.parse({
  subCategories: Array.from({ length: MOST_SUBJECTS }, (_, index) => ({
    ...{ id: long(index), names: { nl: 'Een vraag' }, category: 'digital-contact', organization: long(0) },
  })),
  organizations: [{ id: long(0), names: { nl: 'Een organisatie' } }],
  places: [],
});
const SHARED = { channel: 'appointment', duration: 'over-60', language: 'nl', place: long(9) } as const;

test('of a sheet only what is marked is told, with how it ended', () => {
  const [first, second] = subCategories;
  if (first === undefined || second === undefined) throw new Error('There are no subjects.');
  const marks = new Map([
    [boxOf(second, 'referred'), 2],
    [boxOf(second, 'answered'), 1],
    [boxOf(first, 'helped'), 0],
  ]);
  expect(tallyRows(subCategories, marks)).toEqual([
    {
      ...{ category: 'digital-contact', subCategory: second.id, organization: long(0) },
      times: { answered: 1, referred: 2 },
    },
  ]);
  expect(tallyRows(subCategories, new Map())).toEqual([]);
});

test('a number that is typed is never a smaller one: too many is seen as too many', () => {
  const typed = (text: string) => [...text].reduce((count, digit) => typedOn(count, Number(digit)), 0);
  expect(['7', '12', '100', '500'].map(typed)).toEqual([7, 12, 100, 500]);
  expect(typed('1000')).toBeGreaterThan(MOST_TALLIED);
});

test('a sheet with a mark in every box, and as many marks as may be, goes in', async () => {
  const boxes = subCategories.flatMap((sub) => DeskOutcome.options.map((outcome) => boxOf(sub, outcome)));
  const marks = new Map(boxes.map((box, index) => [box, index < MOST_TALLIED - boxes.length ? 2 : 1]));
  const entry = { at: '2026-11-26T10', shared: SHARED, rows: tallyRows(subCategories, marks) };
  const took: unknown[] = [];
  const handlers = {
    'desk:log-tally': (input: unknown) => {
      took.push(input);
      return { kind: 'logged', numbers: [] };
    },
  };
  const door = makeDoor(
    handlers as unknown as Handlers,
    () => 'staff',
    () => 0,
  );
  const caller = { isCurrentPage: true, isTopFrame: true, url: 'balie://app/index.html' };
  await door(caller, 'desk:log-tally', entry);
  expect(took).toEqual([entry]);

  const over = tallyRows(subCategories, marks.set(boxes[0] ?? '', 3));
  expect(TallyEntry.safeParse({ ...entry, rows: over }).success).toBe(false);
});
