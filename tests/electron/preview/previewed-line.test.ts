import { expect, it, vi } from 'vitest';
import type { ReadDb } from '../../../db/open.ts';
import type { HelpLine } from '../../../electron/desk/line/help-line.ts';
import { previewedLine } from '../../../electron/preview/previewed-line.ts';
import { aStore } from '../../builders/a-store.ts';

function lines(open: ReadDb | undefined) {
  const ask = vi.fn<HelpLine['ask']>();
  const withdraw = vi.fn<() => void>();
  const nothing = () => undefined;
  const line: HelpLine = {
    ...{ look: nothing, press: nothing, visitOver: nothing, board: () => [], ask, withdraw },
    seen: () => ({ kind: 'ready' }),
  };
  return { seen: previewedLine(line, { store: () => open }), ask, withdraw };
}
const REQUEST = { ticket: 1, language: 'nl', about: { kind: 'topic', topic: 'geld' } } as const;

it('rings no desk while a pack is previewed, and says that none can be asked', () => {
  const { seen, ask, withdraw } = lines(aStore('content'));
  seen.ask(REQUEST);
  seen.withdraw();
  expect([ask, withdraw].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  expect(seen.seen()).toEqual({ kind: 'no-desk' });
});

it('is the real line while nothing is', () => {
  const { seen, ask } = lines(undefined);
  seen.ask(REQUEST);
  expect(ask).toHaveBeenCalledExactlyOnceWith(REQUEST);
  expect(seen.seen()).toEqual({ kind: 'ready' });
});
