import { type FlowsTexts, flowKey, flowTexts } from '../../core/domain/report/flow-texts.ts';
import type { ReadDb } from '../open.ts';
import { packOf, readFlow } from './read-content.ts';

/** What flows are called in the content that is shown; those that it does not have are left out. Throws SqliteError. */
export function readFlowsTexts(
  db: ReadDb,
  flows: readonly { readonly pack: string; readonly flow: string }[],
): FlowsTexts {
  return Object.fromEntries(
    flows.flatMap(({ pack, flow }) => {
      const found = packOf(db, 'flows', flow) === pack ? readFlow(db, flow) : undefined;
      return found === undefined ? [] : [[flowKey({ pack, flow }), flowTexts(found.words)]];
    }),
  );
}
