import { expect, it } from 'vitest';
import { NO_PLACE, type PlaceSettings } from '../../../core/domain/desk/desk-place.ts';
import type { HelpSeen } from '../../../core/domain/desk/help-asking.ts';
import type { Board } from '../../../core/domain/desk/help-board.ts';
import type { ContentHouse } from '../../../electron/content/content-house.ts';
import type { HelpLine } from '../../../electron/desk/line/help-line.ts';
import { type DeskHandlersPlan, deskHandlers } from '../../../electron/handlers/desk.ts';
import { aRequest } from '../../builders/a-help-request.ts';
import { aStore } from '../../builders/a-store.ts';

it('a visit keeps its ticket, and the next visit has the next one', async () => {
  let visit = 7;
  const ask = aDesk({ house: aHouse(aStore('ops')), visit: () => visit })['desk:ticket'];
  expect([await ask({}), await ask({})]).toEqual([
    { ticket: 1, place: null },
    { ticket: 1, place: null },
  ]);
  visit = 8;
  expect(await ask({})).toEqual({ ticket: 2, place: null });
});

it('without a store there is no number, and no failure', async () => {
  expect(await aDesk({})['desk:ticket']({})).toEqual({ ticket: null, place: null });
});

it('who asks is waited for, with the number of the visit and what was looked at', async () => {
  const asked: unknown[] = [];
  let helped = 0;
  const handlers = aDesk({
    house: aHouse(aStore('ops')),
    help: () => void helped++,
    line: { ...aLine(), ask: (request) => void asked.push(request) },
  });
  await handlers['help:ask']({ language: 'ar', about: { kind: 'topic', topic: 'geld' } });
  expect(asked).toEqual([{ ticket: 1, language: 'ar', about: { kind: 'topic', topic: 'geld' } }]);
  expect(helped).toBe(1);
  expect(await handlers['desk:ticket']({})).toEqual({ ticket: 1, place: null });
});

it('the desk gets what waits without the keys of kiosks, and how long ago', async () => {
  const request = aRequest();
  const entry = {
    kiosk: 'key',
    number: 3,
    request,
    state: 'waiting',
    other: null,
    since: 400,
    cutAt: null,
  } as const;
  const handlers = aDesk({
    line: aLine({ kind: 'ready' }, [entry, { ...entry, state: 'mine', cutAt: 900 }]),
  });
  expect(await handlers['help:waiting']({})).toEqual({ waiting: [3], promised: [] });
  expect(await handlers['help:list']({})).toEqual([
    { number: 3, request, state: 'waiting', other: null, agoMs: 600, isCut: false },
    { number: 3, request, state: 'mine', other: null, agoMs: 600, isCut: true },
  ]);
});

it('where the desk is chosen is told to visitors from then on, and the line hears of the figure', async () => {
  let kept: PlaceSettings = NO_PLACE;
  let looks = 0;
  const handlers = aDesk({
    line: { ...aLine(), look: () => void looks++ },
    place: {
      read: () => kept,
      write: (settings) => {
        kept = settings;
        return true;
      },
    },
  });
  const desk = { floor: 'up', way: 'left', near: 'lift' } as const;
  expect(await handlers['place:write']({ number: 2, desk })).toBe(true);
  expect(await handlers['place:read']({})).toEqual({ number: 2, desk });
  expect(await handlers['desk:ticket']({})).toEqual({ ticket: null, place: desk });
  expect(looks).toBe(1);
});

function aDesk(more: Partial<DeskHandlersPlan>) {
  return deskHandlers({
    ...{ house: aHouse(undefined), visit: () => 1, line: aLine(), help: () => undefined, now: () => 1_000 },
    place: { read: () => NO_PLACE, write: () => false },
    ...more,
  });
}

function aLine(seen: HelpSeen = { kind: 'no-desk' }, board: Board = []): HelpLine {
  const nothing = () => undefined;
  return {
    ...{ look: nothing, ask: nothing, withdraw: nothing, press: nothing, visitOver: nothing },
    seen: () => seen,
    board: () => board,
  };
}

/** A house that writes to this store, on one day. */
function aHouse(ops: ReturnType<typeof aStore> | undefined): ContentHouse {
  return {
    troubles: () => [],
    report: () => undefined,
    remind: () => undefined,
    incident: () => undefined,
    today: () => '2026-11-26',
    read: async (_, otherwise) => otherwise(),
    change: () => undefined,
    mend: async () => undefined,
    write: (act) => (ops === undefined ? undefined : act(ops, new Date(0))),
    copy: () => undefined,
    filled: async () => undefined,
    fillAgain: async () => undefined,
  };
}
