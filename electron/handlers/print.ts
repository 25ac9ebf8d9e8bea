import type { Handlers } from '../../core/contract/ipc.ts';
import type { SlipWanted } from '../../core/contract/print.ts';
import type { Happening } from '../../core/contract/sync/count.ts';
import type { ContentHouse } from '../content/content-house.ts';
import { makeSlip } from '../content/slips.ts';
import type { PrintRoom } from '../print/print-room.ts';
import { slipWords } from '../print/slip-words.ts';

type PrintHandlers = Pick<Handlers, 'print:printers' | 'print:preview' | 'print:slip' | 'print:cancel'>;

/**
 * What a page may do with paper: ask what there is, see a slip, have it printed, and take that back. `visitor` tells one
 * visitor from the next: nothing begins to be printed for one who has gone.
 */
export function printHandlers(
  house: ContentHouse,
  room: () => Promise<PrintRoom>,
  now: () => Date,
  visitor: () => number,
  count: (happening: Happening) => void,
): PrintHandlers {
  const slipFor = ({ of, language }: SlipWanted) =>
    house.read(
      (db) => makeSlip(db, of, { today: house.today(), now: now().getTime() }, slipWords(language)),
      () => undefined,
    );
  /** How often was cancelled: printing that was taken back before it began must not begin. */
  let cancels = 0;
  return {
    'print:printers': async () => (await room()).papers(),
    'print:preview': async (wanted) => (await slipFor(wanted)) ?? null,
    'print:slip': async ({ paper, ...wanted }) => {
      const before = { cancels, visitor: visitor() };
      const [slip, printRoom] = await Promise.all([slipFor(wanted), room()]);
      if (cancels !== before.cancels || visitor() !== before.visitor) return 'cancelled';
      if (slip === undefined) return 'failed';
      const result = await printRoom.print(slip, paper);
      if (result === 'printed') count({ type: 'printed', body: { paper, language: wanted.language } });
      return result;
    },
    'print:cancel': async () => {
      cancels++;
      (await room()).cancel();
      return null;
    },
  };
}
