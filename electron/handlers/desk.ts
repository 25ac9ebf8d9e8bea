import type { Handlers } from '../../core/contract/ipc.ts';
import { nextTicket } from '../../db/ops/tickets.ts';
import type { ContentHouse } from '../content/content-house.ts';

type DeskHandlers = Pick<Handlers, 'desk:ticket'>;

/** Gives a visit its ticket number: one, however often it asks. `visit` tells one visit from another. */
export function deskHandlers(house: ContentHouse, visit: () => number): DeskHandlers {
  let given: { readonly visit: number; readonly ticket: number } | undefined;
  return {
    'desk:ticket': () => {
      if (given?.visit === visit()) return { ticket: given.ticket };
      const ticket = house.write((ops) => nextTicket(ops, house.today()));
      // Without a store there is no number, and still a desk.
      if (ticket === undefined) return { ticket: null };
      given = { visit: visit(), ticket };
      return { ticket };
    },
  };
}
