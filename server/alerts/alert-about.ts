import type { AlertAbout } from '../../core/domain/alerts/alert-words.ts';
import type { Message } from './tell-alerts.ts';

/** So many digits of a device's id tell it from the others of a library. */
const DIGITS = 8;

/** What a message is about, for its words. */
export function aboutOf({ alert, place }: Pick<Message, 'alert' | 'place'>): AlertAbout {
  return { place, device: alert.device?.slice(0, DIGITS) };
}
