import type { HelpAtDesk } from '../../core/contract/desk/help.ts';
import type { Handlers } from '../../core/contract/ipc.ts';
import type { PlaceSettings } from '../../core/domain/desk/desk-place.ts';
import { promisedAt, waitingAt } from '../../core/domain/desk/help-board.ts';
import { nextTicket } from '../../db/ops/tickets.ts';
import type { ContentHouse } from '../content/content-house.ts';
import type { HelpLine } from '../desk/line/help-line.ts';

type DeskHandlers = Pick<
  Handlers,
  | 'desk:ticket'
  | 'help:line'
  | 'help:ask'
  | 'help:withdraw'
  | 'help:waiting'
  | 'help:list'
  | 'help:say'
  | 'place:read'
  | 'place:write'
>;

/** What asking for help needs of the rest of the app. */
export type DeskHandlersPlan = {
  readonly house: ContentHouse;
  /** Tells one visitor from another. */
  readonly visit: () => number;
  readonly line: HelpLine;
  readonly place: { readonly read: () => PlaceSettings; readonly write: (place: PlaceSettings) => boolean };
  /** Somebody comes: the kiosk waits longer. */
  readonly help: () => void;
  readonly now: () => number;
};

/** Asking the desk for help, and giving it. A visit has one ticket number, however often it asks. */
export function deskHandlers({ house, visit, line, place, help, now }: DeskHandlersPlan): DeskHandlers {
  let given: { readonly visit: number; readonly ticket: number } | undefined;
  const ticket = (): number | null => {
    if (given?.visit === visit()) return given.ticket;
    const fresh = house.write((ops) => nextTicket(ops, house.today()));
    // Without a store there is no number, and still a desk.
    if (fresh === undefined) return null;
    given = { visit: visit(), ticket: fresh };
    return fresh;
  };
  return {
    'desk:ticket': () => ({ ticket: ticket(), place: place.read().desk }),
    'help:line': line.seen,
    'help:ask': ({ language, about }) => {
      help();
      line.ask({ ticket: ticket(), language, about });
      return line.seen();
    },
    'help:withdraw': () => {
      line.withdraw();
      return line.seen();
    },
    'help:waiting': () => ({ waiting: waitingAt(line.board()), promised: promisedAt(line.board()) }),
    'help:list': () =>
      line.board().map(
        ({ number, request, state, other, since, cutAt }): HelpAtDesk => ({
          ...{ number, request, state, other, isCut: cutAt !== null },
          agoMs: Math.max(0, now() - since),
        }),
      ),
    'help:say': ({ request, word }) => {
      line.press(request, word);
      return null;
    },
    'place:read': place.read,
    'place:write': (settings) => {
      const kept = place.write(settings);
      line.look();
      return kept;
    },
  };
}
