import type { MadeCode } from '../../server/organisations/enrolment-codes.ts';
import type { ServerStore } from '../../server/store/open-server-store.ts';
import { writeDown } from './write-down.ts';

/** Makes a code with the line in the audit trail of its library that says so; undefined, and no line, when none was made. */
export async function codeWithLine(
  store: ServerStore,
  library: string,
  line: readonly [what: string, onWhat: string],
  make: (inside: ServerStore) => Promise<MadeCode | undefined>,
): Promise<MadeCode | undefined> {
  let made: MadeCode | undefined;
  await writeDown(store, library, line, async ({ db }) => {
    made = await make({ ...store, db });
    return made !== undefined;
  });
  return made;
}
