import type { AlertKind } from './alerts/alert.ts';
import type { AlertRules } from './alerts/alert-rules.ts';
import { type DeviceFacts, judgeDevice, type SeenVersion } from './alerts/judge-device.ts';

/** What somebody should look at: what a library is warned of, and what the page alone tells. */
export type DeviceConcern = Exclude<AlertKind, 'expiring' | 'set-aside'> | 'backlog' | 'clock';

/** How a device fares, as far as it said so itself. */
export type DeviceFare = {
  readonly clockSkewMs: number | null;
  readonly backlog: number | null;
};

/** Some days of a busy kiosk: by then it does not get through. */
const MOST_BACKLOG = 2_000;
/** Counts would come in the wrong hour. */
const MOST_SKEW_MS = 5 * 60_000;

/** What is wrong with a device, worst first; nothing when all is well. `offered`: the versions that it may have. */
export function deviceConcerns(
  facts: DeviceFacts,
  { clockSkewMs, backlog }: DeviceFare,
  offered: readonly SeenVersion[],
  rules: AlertRules,
  now: number,
): DeviceConcern[] {
  const alerts = judgeDevice(facts, offered, rules, now).map(({ kind }) => kind as DeviceConcern);
  const found: readonly [DeviceConcern, boolean][] = [
    ...(['silent', 'crash-looping', 'full', 'stale'] as const).map((kind): [DeviceConcern, boolean] => [
      kind,
      alerts.includes(kind),
    ]),
    ['backlog', (backlog ?? 0) > MOST_BACKLOG],
    ['clock', Math.abs(clockSkewMs ?? 0) > MOST_SKEW_MS],
  ];
  return found.flatMap(([concern, there]) => (there ? [concern] : []));
}
