import type { ServerResult, ServerStatus } from '../../core/contract/admin.ts';
import type { ReadDb } from '../../db/open.ts';
import { failureIn, readEnrolment } from '../../db/ops/enrolment.ts';
import { countOutbox } from '../../db/ops/outbox.ts';
import type { Spoken } from '../updates/server-line.ts';

/** To which server this device belongs, and how far it is with telling it. Throws SqliteError. */
export function serverStatus(ops: ReadDb): ServerStatus {
  const enrolment = readEnrolment(ops);
  if (enrolment === undefined) return { kind: 'none' };
  const { server, library, branch, state, last_contact, last_failure, dropped, quarantined } = enrolment;
  return {
    ...{ kind: 'enrolled', address: server, library, branch, state, dropped, quarantined },
    contactedAt: last_contact,
    failure: failureIn(last_failure),
    waiting: countOutbox(ops),
  };
}

/** What a word with the server came to, as the admin's screen hears it. */
export function serverResult(spoken: Spoken): ServerResult {
  return spoken.ok ? { kind: 'done' } : { kind: 'failed', fault: spoken.fault, message: spoken.message };
}
