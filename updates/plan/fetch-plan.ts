import { PLAN_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import { type Plan, planIn, planPlace } from '../../core/contract/sync/plan.ts';
import { readStoredPlan, writeStoredPlan } from '../../db/content/updates/rollout-plan.ts';
import type { WriteDb } from '../../db/open.ts';
import type { Enrolled } from '../../db/ops/enrolment.ts';
import { signerOf, verifyDetached } from '../../trust/jws/detached-jws.ts';
import { publicDeviceKey } from '../../trust/jws/device-key.ts';
import { parsed, serverAddress } from '../outbox/post.ts';
import { SyncError } from '../outbox/sync-error.ts';
import { getPlan, type PlanGot } from './get-plan.ts';

/** To which server and branch a device belongs. */
export type Belonging = Pick<Enrolled, 'server' | 'device' | 'library' | 'branch' | 'server_key'>;

/** An ETag longer than this is none of ours. */
const LONGEST_ETAG = 100;

/**
 * Asks the server of a device for the plan of its branch and keeps it, when the server signed it and it is not older than what is
 * known. Throws SyncError, and then the plan that is known stays; SqliteError.
 */
export async function fetchPlan(
  db: WriteDb,
  { server, library, branch, server_key }: Belonging,
): Promise<'unchanged' | 'changed'> {
  const place = planPlace(library, branch);
  const known = readStoredPlan(db, { server_key, place });
  const got = await getPlan(serverAddress(server), place, known?.etag);
  if (got === 'unchanged') return got;
  const plan = provenPlan(got, server_key);
  if (plan.library !== library || plan.branch !== branch) throw refused('it is of another branch');
  if (known !== undefined && plan.number < known.number)
    throw refused(`it is older (${plan.number}) than the one that is known (${known.number})`);
  writeStoredPlan(db, {
    ...{ server_key, place, number: plan.number, body: got.body.toString('utf8') },
    etag: got.etag.slice(0, LONGEST_ETAG),
  });
  return 'changed';
}

/** The plan in bytes that the server signed. Throws SyncError (`not-the-server`) when it did not. */
function provenPlan({ body, signature }: Exclude<PlanGot, string>, serverKey: string): Plan {
  const isSigned =
    signerOf(signature, PLAN_KIND) === SERVER_SIGNER &&
    verifyDetached(body, signature, publicDeviceKey(serverKey), PLAN_KIND);
  if (!isSigned) throw refused('it is not signed by the server of this device');
  const plan = planIn(parsed(body));
  if (plan === undefined) throw refused('it is not written as one');
  return plan;
}

function refused(why: string): SyncError {
  return new SyncError('not-the-server', `This plan is not taken: ${why}. The one that is known stays.`);
}
