import type { Enrolment } from '../../db/ops/enrolment.ts';
import type { Belonging } from '../../updates/plan/fetch-plan.ts';

/** What the process of the updates needs of an enrolment, also of a device that is not heard any more: plans are no secret. */
export function belongingOf(enrolment: Enrolment | undefined): Belonging | undefined {
  if (enrolment === undefined) return undefined;
  const { server, device, library, branch, server_key } = enrolment;
  return { server, device, library, branch, server_key };
}
