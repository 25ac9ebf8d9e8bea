import type { AlertAbout } from '../../core/domain/alerts/alert-words.ts';
import { deviceDigits } from '../../core/domain/device-digits.ts';
import type { Message } from './tell-alerts.ts';

/** What a message is about, for its words. */
export function aboutOf({ alert, place }: Pick<Message, 'alert' | 'place'>): AlertAbout {
  return { place, device: alert.device === null ? undefined : deviceDigits(alert.device) };
}
