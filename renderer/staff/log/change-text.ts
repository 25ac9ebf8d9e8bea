import type { LoggedChange } from '../../../core/contract/desk/log.ts';
import { momentText } from '../../admin/times.ts';
import type { Wording } from './names.ts';

/** Whoever gave the PIN of the device, as the audit log calls them. */
const DEVICE_ADMIN = 'admin';

/** A line of the trail: when, by whom where that is known, and what it was (`what`). */
export function changeText(
  { at, person, name }: Pick<LoggedChange, 'at' | 'person' | 'name'>,
  what: string,
  { say, language }: Pick<Wording, 'say' | 'language'>,
): string {
  const when = momentText(at, language);
  if (person === null) return say('form.historyOf', { when, what });
  const who = name ?? say(person === DEVICE_ADMIN ? 'form.byAdmin' : 'form.byGone');
  return say('form.historyBy', { when, who, what });
}
