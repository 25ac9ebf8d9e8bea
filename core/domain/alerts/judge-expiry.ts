import { DAY_MS } from '../calendar-date.ts';
import type { AlertFinding } from './alert.ts';
import type { AlertRules } from './alert-rules.ts';

/** A role of the repository and when its signatures run out (ISO 8601). */
export type RoleExpiry = { readonly role: string; readonly expires: string };

/** The role whose signatures run out first, when that is soon; what has run out is the soonest. */
export function judgeExpiry(
  roles: readonly RoleExpiry[],
  { expiryDays }: AlertRules,
  now: number,
): AlertFinding | undefined {
  const [first] = [...roles].sort((one, other) => Date.parse(one.expires) - Date.parse(other.expires));
  if (first === undefined || Date.parse(first.expires) - now > expiryDays * DAY_MS) return undefined;
  return { kind: 'expiring', ...first };
}
