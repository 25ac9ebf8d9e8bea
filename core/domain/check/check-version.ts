import { mostVersionAt } from '../../contract/repository/version-limit.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { Pack } from '../pack.ts';
import type { Remark } from './finding.ts';

/** A version that is higher than any can be by now: publishing refuses it, and so does every kiosk (decision 17). */
export function checkVersion({ about: { version } }: Pick<Pack, 'about'>, today: CalendarDate): Remark[] {
  const most = mostVersionAt(Date.parse(today));
  if (version <= most) return [];
  const message = `Version ${version} is too high: kiosks take in nothing above ${most} by now. One more than the last is enough.`;
  return [{ severity: 'error', rule: 'version', file: 'pack.yaml', field: ['version'], message }];
}
