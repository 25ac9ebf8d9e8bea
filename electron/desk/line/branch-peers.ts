import type { DeviceKey, DeviceProfile } from '../../../core/contract/sync/device.ts';
import { planIn, planPlace } from '../../../core/contract/sync/plan.ts';
import { readStoredPlan } from '../../../db/content/updates/rollout-plan.ts';
import type { ReadDb } from '../../../db/open.ts';
import type { Enrolment } from '../../../db/ops/enrolment.ts';

const NOBODY: readonly DeviceKey[] = [];

/**
 * Whom a device speaks with: a kiosk with the desks of its branch, a desk with the kiosks, as the plan says that its server signed.
 * Nobody, when it belongs to no server, is not approved or is revoked, or never got a plan. What was read last is kept as long as the
 * plan is the same.
 */
export function branchPeers(profile: DeviceProfile) {
  let known: { etag: string; place: string; peers: readonly DeviceKey[] } | undefined;
  return (content: ReadDb, enrolment: Enrolment | undefined): readonly DeviceKey[] => {
    if (enrolment?.state !== 'approved') return NOBODY;
    const place = planPlace(enrolment.library, enrolment.branch);
    const stored = readStoredPlan(content, { server_key: enrolment.server_key, place });
    if (stored === undefined) return NOBODY;
    if (known?.etag !== stored.etag || known.place !== place)
      known = { etag: stored.etag, place, peers: peersIn(stored.body, profile) };
    return known.peers;
  };
}

function peersIn(body: string, profile: DeviceProfile): readonly DeviceKey[] {
  const plan = planIn(JSON.parse(body));
  const others = plan?.devices.filter((device) => device.profile !== profile) ?? [];
  return others.map(({ key }) => key);
}
