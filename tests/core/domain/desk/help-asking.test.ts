import { describe, expect, test } from 'vitest';
import {
  type Asking,
  answered,
  ask,
  deskGone,
  helpSeen,
  NOT_ASKING,
  PATIENCE_MS,
  toldTo,
} from '../../../../core/domain/desk/help-asking.ts';
import { aRequest } from '../../../builders/a-help-request.ts';

const request = aRequest();
const one = { key: 'one', number: 1 };
const two = { key: 'two', number: 2 };
const waiting = ask(NOT_ASKING, request, 1_000);
const take = { word: 'take', request: request.id } as const;
const taken = answered(waiting, one, take, 2_000);

describe('a request', () => {
  test('is made once, however often the visitor asks', () => {
    expect(ask(waiting, aRequest(), 9_000)).toBe(waiting);
    expect(ask(taken, aRequest(), 9_000)).toBe(taken);
  });

  test('belongs to the first desk that takes it', () => {
    expect(taken).toEqual({ stage: 'taken', request, since: 1_000, desk: 'one', number: 1 });
    expect(answered(taken, two, take, 3_000)).toBe(taken);
    expect(answered(taken, one, take, 3_000)).toBe(taken);
  });

  test('is given back or ended by the desk that has it, and by no other one', () => {
    for (const word of ['release', 'done'] as const) {
      expect(answered(taken, two, { word, request: request.id }, 3_000)).toBe(taken);
      expect(answered(waiting, one, { word, request: request.id }, 3_000)).toBe(waiting);
    }
    expect(answered(taken, one, { word: 'release', request: request.id }, 3_000)).toEqual({
      ...{ stage: 'waiting', request, since: 3_000 },
    });
    expect(answered(taken, one, { word: 'done', request: request.id }, 3_000)).toBe(NOT_ASKING);
  });

  test('is not touched by what was said of an earlier one', () => {
    const earlier = { word: 'take', request: aRequest().id } as const;
    expect(answered(waiting, one, earlier, 2_000)).toBe(waiting);
    expect(answered(NOT_ASKING, one, take, 2_000)).toBe(NOT_ASKING);
  });

  test('waits again when the desk that has it does not belong here any more', () => {
    expect(deskGone(taken, 'one', 5_000)).toEqual({ stage: 'waiting', request, since: 5_000 });
    expect(deskGone(taken, 'two', 5_000)).toBe(taken);
    expect(deskGone(waiting, 'one', 5_000)).toBe(waiting);
  });
});

test('a desk is told who has it, and the answers only as long as it may have to come', () => {
  const about = {
    kind: 'flow',
    topic: null,
    flow: 'toeslag',
    step: 'huur',
    answers: { leeftijd: 30 },
  } as const;
  const open: Asking = { stage: 'waiting', request: { ...request, about }, since: 0 };
  const had = answered(open, one, take, 1);
  expect(toldTo(NOT_ASKING, 'one')).toEqual({ request: null, taken: 'nobody', desk: null });
  expect(toldTo(open, 'one')).toEqual({ request: { ...request, about }, taken: 'nobody', desk: null });
  expect(toldTo(had, 'one')).toEqual({ request: { ...request, about }, taken: 'you', desk: null });
  expect(toldTo(had, 'two')).toEqual({
    ...{ request: { ...request, about: { ...about, answers: null } }, taken: 'other', desk: 1 },
  });
  expect(toldTo(answered(waiting, one, take, 1), 'two').request).toEqual(request);
});

test('the visitor is told to walk when no desk can be reached, or nobody takes it in a minute', () => {
  expect(helpSeen(NOT_ASKING, 0, 0)).toEqual({ kind: 'no-desk' });
  expect(helpSeen(NOT_ASKING, 1, 0)).toEqual({ kind: 'ready' });
  expect(helpSeen(waiting, 1, 1_000 + PATIENCE_MS - 1)).toEqual({ kind: 'asking' });
  expect(helpSeen(waiting, 1, 1_000 + PATIENCE_MS)).toEqual({ kind: 'walk' });
  expect(helpSeen(waiting, 0, 1_000)).toEqual({ kind: 'walk' });
  for (const desks of [0, 2]) expect(helpSeen(taken, desks, 999_999)).toEqual({ kind: 'coming', number: 1 });
});
