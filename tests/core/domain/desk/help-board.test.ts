import { describe, expect, test } from 'vitest';
import { toldTo } from '../../../../core/domain/desk/help-asking.ts';
import {
  type Board,
  CUT_MS,
  heard,
  type KioskTold,
  kioskGone,
  lineCut,
  pressed,
  promisedAt,
  tidied,
  waitingAt,
} from '../../../../core/domain/desk/help-board.ts';
import { aRequest } from '../../../builders/a-help-request.ts';

const request = aRequest();
const told = (more: Partial<KioskTold> = {}): KioskTold => ({
  ...{ number: 3, request, taken: 'nobody', desk: null, ...more },
});
const first = heard([], 'k', told(), 1_000);

describe('a request at a desk', () => {
  test('rings when it is new, and not again while it waits', () => {
    expect(first).toEqual({
      rings: true,
      board: [{ kiosk: 'k', number: 3, request, state: 'waiting', other: null, since: 1_000, cutAt: null }],
    });
    const again = heard(first.board, 'k', told(), 2_000);
    expect(again).toEqual({ rings: false, board: first.board });
    const next = heard(first.board, 'k', told({ request: aRequest() }), 3_000);
    expect(next.rings).toBe(true);
    expect(next.board).toHaveLength(1);
    expect(next.board[0]?.since).toBe(3_000);
  });

  test('rings again when another desk gave it back', () => {
    const other = heard(first.board, 'k', told({ taken: 'other', desk: 2 }), 2_000);
    expect(other.rings).toBe(false);
    expect(other.board[0]).toMatchObject({ state: 'other', other: 2, since: 1_000 });
    expect(heard(other.board, 'k', told(), 3_000).rings).toBe(true);
  });

  test('is this desk’s when the kiosk says so, and not before', () => {
    const { board, say } = pressed(first.board, request.id, 'take');
    expect(say).toBe('k');
    expect(board[0]?.state).toBe('saying');
    expect(pressed(board, request.id, 'take')).toEqual({ board, say: undefined });
    const mine = heard(board, 'k', told({ taken: 'you' }), 2_000).board;
    expect(mine[0]?.state).toBe('mine');
    expect(pressed(mine, request.id, 'take').say).toBeUndefined();
    expect(pressed(mine, request.id, 'done').say).toBe('k');
    expect(pressed(mine, request.id, 'release').say).toBe('k');
    expect(heard(board, 'k', told(), 2_000).rings).toBe(false);
  });

  test('rings at a desk that began again after it took it, and stands there as one that it would go to', () => {
    const again = heard([], 'k', told({ taken: 'you' }), 2_000);
    expect(again.rings).toBe(true);
    expect([promisedAt(again.board), waitingAt(again.board)]).toEqual([[3], []]);
    // It is known from then on: no second ring, and in sight until somebody says more.
    const told2 = heard(again.board, 'k', told({ taken: 'you' }), 3_000);
    expect([told2.rings, promisedAt(told2.board)]).toEqual([false, [3]]);
    expect(promisedAt(pressed(told2.board, request.id, 'release').board)).toEqual([]);
    const pressedHere = heard(
      pressed(first.board, request.id, 'take').board,
      'k',
      told({ taken: 'you' }),
      2_000,
    );
    expect([pressedHere.rings, promisedAt(pressedHere.board)]).toEqual([false, []]);
  });

  test('is left alone by a press that makes no sense', () => {
    for (const word of ['done', 'release'] as const)
      expect(pressed(first.board, request.id, word)).toEqual({ board: first.board, say: undefined });
    expect(pressed(first.board, aRequest().id, 'take')).toEqual({ board: first.board, say: undefined });
  });

  test('goes when the kiosk says so, and the oldest stands first', () => {
    const second = heard(first.board, 'l', told({ request: aRequest() }), 2_000).board;
    expect(second.map(({ kiosk }) => kiosk)).toEqual(['k', 'l']);
    expect(heard(second, 'k', told(), 3_000).board.map(({ kiosk }) => kiosk)).toEqual(['k', 'l']);
    const gone = heard(second, 'k', { number: 3, ...toldTo({ stage: 'none' }, 'x') }, 4_000);
    expect(gone.board.map(({ kiosk }) => kiosk)).toEqual(['l']);
    expect(kioskGone(second, 'l').map(({ kiosk }) => kiosk)).toEqual(['k']);
  });
});

describe('a line that is cut', () => {
  const cut = lineCut(pressed(first.board, request.id, 'take').board, 'k', 5_000);

  test('leaves the request in sight for ten minutes; nobody can take it', () => {
    expect(cut[0]).toMatchObject({ state: 'waiting', cutAt: 5_000 });
    expect(pressed(cut, request.id, 'take').say).toBeUndefined();
    expect(tidied(cut, 5_000 + CUT_MS - 1)).toEqual(cut);
    expect(tidied(cut, 5_000 + CUT_MS)).toEqual([]);
    expect(tidied(first.board, 99_999_999)).toEqual(first.board);
  });

  test('takes away what the visitor filled in, until the kiosk tells it again', () => {
    const about = {
      kind: 'flow',
      topic: 'geld',
      flow: 'toeslag',
      step: 'huur',
      answers: { huur: 'ja' },
    } as const;
    const shared = told({ request: { ...request, about } });
    const { board } = heard([], 'k', shared, 1_000);
    expect(JSON.stringify(board)).toContain('ja');
    const after = lineCut(board, 'k', 5_000);
    expect(after[0]?.request.about).toEqual({ ...about, answers: null });
    expect(heard(after, 'k', shared, 6_000).board[0]?.request.about).toEqual(about);
  });

  test('counts from the first cut, and of one kiosk only', () => {
    expect(lineCut(cut, 'k', 6_000)).toEqual(cut);
    expect(lineCut(first.board, 'other', 6_000)).toEqual(first.board);
    const mine: Board = heard(first.board, 'k', told({ taken: 'you' }), 2_000).board;
    expect(lineCut(mine, 'k', 3_000)[0]?.state).toBe('mine');
  });

  test('is forgotten when the kiosk is heard again', () => {
    expect(heard(cut, 'k', told({ taken: 'you' }), 7_000).board[0]).toMatchObject({
      state: 'mine',
      cutAt: null,
    });
  });
});

test('who waits longest is named first, who is helped is not', () => {
  let { board } = first;
  for (const [kiosk, number] of [
    ['l', null],
    ['m', 7],
  ] as const)
    board = heard(board, kiosk, told({ number, request: aRequest() }), 2_000).board;
  expect(waitingAt(board)).toEqual([3, null, 7]);
  board = heard(board, 'k', told({ taken: 'other', desk: 2 }), 3_000).board;
  expect(waitingAt(board)).toEqual([null, 7]);
  // The other desk gave it back: it has waited longest all the same.
  board = heard(board, 'k', told(), 4_000).board;
  expect(waitingAt(board)).toEqual([3, null, 7]);
});
