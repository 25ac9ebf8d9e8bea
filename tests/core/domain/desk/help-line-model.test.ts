import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Asking,
  answered,
  ask,
  type DeskWord,
  NOT_ASKING,
  toldTo,
} from '../../../../core/domain/desk/help-asking.ts';
import {
  type Board,
  heard,
  type KioskTold,
  lineCut,
  pressed,
} from '../../../../core/domain/desk/help-board.ts';
import { aRequest } from '../../../builders/a-help-request.ts';

const DESKS = ['a', 'b', 'c'];

type Step =
  | { readonly do: 'ask' | 'withdraw' }
  | { readonly do: 'cut' | 'mend' | 'toDesk' | 'toKiosk'; readonly desk: number }
  | { readonly do: 'press'; readonly desk: number; readonly word: DeskWord };

const desk = fc.nat(DESKS.length - 1);
const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('ask' as const, 'withdraw' as const) }),
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('toDesk' as const, 'toKiosk' as const), desk }) },
  fc.record({ do: fc.constantFrom('cut' as const, 'mend' as const), desk }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      desk,
      word: fc.constantFrom('take', 'release', 'done'),
    }),
  },
);

/** A kiosk and its desks, with lines that carry messages late, or lose all that is on its way when they are cut. */
class House {
  asking: Asking = NOT_ASKING;
  readonly boards: Board[] = DESKS.map(() => []);
  readonly linked = DESKS.map(() => true);
  readonly down: KioskTold[][] = DESKS.map(() => []);
  readonly up: { word: DeskWord; request: string }[][] = DESKS.map(() => []);
  now = 0;

  tell() {
    DESKS.forEach((key, at) => {
      if (this.linked[at]) this.down[at]?.push({ number: 1, ...toldTo(this.asking, key) });
    });
  }

  take(step: Step) {
    this.now += 10;
    const before = this.asking;
    if (step.do === 'ask') this.asking = ask(this.asking, aRequest(), this.now);
    else if (step.do === 'withdraw') this.asking = NOT_ASKING;
    else if ('desk' in step) this.atDesk(step, step.desk, DESKS[step.desk] as string);
    if (this.asking !== before) this.tell();
  }

  atDesk(step: Step, at: number, key: string) {
    if (step.do === 'cut' && this.linked[at]) {
      this.linked[at] = false;
      this.down[at] = [];
      this.up[at] = [];
      this.boards[at] = lineCut(this.boards[at] ?? [], 'k', this.now);
    } else if (step.do === 'mend' && !this.linked[at]) {
      this.linked[at] = true;
      this.down[at]?.push({ number: 1, ...toldTo(this.asking, key) });
    } else if (step.do === 'toDesk') {
      const told = this.down[at]?.shift();
      if (told !== undefined) this.boards[at] = heard(this.boards[at] ?? [], 'k', told, this.now).board;
    } else if (step.do === 'toKiosk') {
      const said = this.up[at]?.shift();
      if (said !== undefined) this.asking = answered(this.asking, { key, number: at + 1 }, said, this.now);
    } else if (step.do === 'press') {
      const id = this.boards[at]?.[0]?.request.id ?? '';
      const { board, say } = pressed(this.boards[at] ?? [], id, step.word);
      this.boards[at] = board;
      if (say !== undefined) this.up[at]?.push({ word: step.word, request: id });
    }
  }

  /** All lines are mended, and all that is on its way arrives. */
  settle() {
    DESKS.forEach((_, desk) => {
      this.take({ do: 'mend', desk });
    });
    for (let more = true; more; )
      DESKS.forEach((_, desk) => {
        more = [...this.up, ...this.down].some((queue) => queue.length > 0);
        this.take({ do: 'toKiosk', desk });
        this.take({ do: 'toDesk', desk });
      });
  }
}

test('whatever is pressed, late or lost, a request is never of two desks, and in the end all of them see the same', () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 120, size: 'max' }), (steps) => {
      const house = new House();
      const given = new Set<string>();
      for (const step of steps) {
        const before = house.asking;
        house.take(step);
        const after = house.asking;
        // It changes hands only by way of nobody.
        if (before.stage === 'taken' && after.stage === 'taken') expect(after.desk).toBe(before.desk);
        if (after.stage === 'taken') given.add(`${after.desk} ${after.request.id}`);
        // No desk believes in a request of its own that the kiosk did not give it.
        house.boards.forEach((board, at) => {
          for (const { state, request } of board)
            if (state === 'mine') expect(given).toContain(`${DESKS[at]} ${request.id}`);
        });
      }
      house.settle();
      const { asking } = house;
      house.boards.forEach((board, at) => {
        const wanted =
          asking.stage === 'none'
            ? undefined
            : asking.stage === 'waiting'
              ? 'waiting'
              : asking.desk === DESKS[at]
                ? 'mine'
                : 'other';
        expect(board[0]?.state).toBe(wanted);
        expect(board[0]?.request.id).toBe(asking.stage === 'none' ? undefined : asking.request.id);
      });
      expect(house.boards.filter((board) => board[0]?.state === 'mine').length).toBe(
        asking.stage === 'taken' ? 1 : 0,
      );
    }),
    { numRuns: 500 },
  );
});
