import { approveDevice, listDevices, revokeDevice } from '../../server/organisations/devices.ts';
import type { ServerStore } from '../../server/store/open-server-store.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';

/** `balie server devices --data DIR [--library ID]`: one line for each device. */
export async function devicesCommand(args: string[]): Promise<number> {
  const read = readArguments(args, [], { ...STORE_OPTIONS, library: 'string' });
  const { library } = read.options;
  const devices = await withServerStore(read, (store) =>
    listDevices(store, typeof library === 'string' ? library : undefined),
  );
  if (devices.length === 0) console.log('There are no devices.');
  for (const device of devices)
    console.log(
      [
        device.id,
        `${device.library}/${device.branch}`,
        device.profile,
        device.state,
        `version ${device.app_version}`,
        `last contact ${device.last_contact ?? 'never'}`,
        `backlog ${device.backlog ?? 'unknown'}`,
      ].join('  '),
    );
  return 0;
}

/** `balie server approve DEVICE --data DIR`: from now on it is listened to. */
export const approveCommand = (args: string[]): Promise<number> =>
  change(args, approveDevice, 'is approved', 'waits for approval');

/** `balie server revoke DEVICE --data DIR`: it is never listened to again. */
export const revokeCommand = (args: string[]): Promise<number> =>
  change(args, revokeDevice, 'is revoked', 'can be revoked');

async function change(
  args: string[],
  act: (store: ServerStore, id: string) => Promise<boolean>,
  done: string,
  wanted: string,
): Promise<number> {
  const read = readArguments(args, ['DEVICE'], STORE_OPTIONS);
  const [id = ''] = read.positions;
  if (!(await withServerStore(read, (store) => act(store, id))))
    throw new CommandError(`There is no device "${id}" that ${wanted}. See balie server devices.`, 1);
  console.log(`The device ${id} ${done}.`);
  return 0;
}
