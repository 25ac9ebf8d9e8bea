import type { DeviceOnPage } from '../../../core/contract/administration/devices.ts';
import { deviceDigits } from '../../../core/domain/device-digits.ts';
import type { AdministrationSay } from '../../words/administration-words.ts';

/** What people call a device: what it is, where it stands, and the beginning of its id, which it shows itself. */
export function deviceName({ profile, branch, id }: DeviceOnPage, say: AdministrationSay): string {
  return say('devices.named', {
    profile: say(`devices.profile.${profile}`),
    branch: branch.name,
    id: deviceDigits(id),
  });
}
