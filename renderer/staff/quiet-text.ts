import type { StaffSay } from '../words/staff-words.ts';

/**
 * The reminder that nothing was logged: `hours` of being open without a question, 0 for an opening that was too short for a number of hours;
 * nothing when there is nothing to remind of.
 */
export function quietText(hours: number | null, say: StaffSay): string | null {
  if (hours === null) return null;
  return hours === 0 ? say('log.quietOpening') : say('log.quiet', { count: hours });
}
