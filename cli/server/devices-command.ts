import { approveDevice, findDevice, listDevices, revokeDevice } from '../../server/organisations/devices.ts';
import { makeReplacementCode } from '../../server/organisations/enrolment-codes.ts';
import type { ServerStore } from '../../server/store/open-server-store.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { codeWithLine } from './code-with-line.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';
import { writeDown } from './write-down.ts';

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
  change(args, approveDevice, 'device-approved', ['is approved', 'waits for approval']);

/** `balie server revoke DEVICE --data DIR`: it is never listened to again. */
export const revokeCommand = (args: string[]): Promise<number> =>
  change(args, revokeDevice, 'device-revoked', ['is revoked', 'can be revoked']);

/**
 * `balie server devices replace OLD --data DIR`: prints a code with which a device enrols that stands in for another one. The old one
 * is heard until the new one is approved.
 */
export async function replaceCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['OLD'], STORE_OPTIONS);
  const [id = ''] = read.positions;
  const made = await withServerStore(read, async (store) => {
    const old = await findDevice(store, id);
    return (
      old &&
      codeWithLine(store, old.library, ['device-replaced', id], (inside) =>
        makeReplacementCode(inside, old.library, id, new Date()),
      )
    );
  });
  if (made === undefined) throw new CommandError(`There is no device "${id}". See balie server devices.`, 1);
  console.log(made.code);
  console.error(
    `For the device that stands in for ${id}, until ${made.expiresAt}. It is not shown again.\nWhen you approve the new one, the old one is revoked; what it counted stays.`,
  );
  return 0;
}

async function change(
  args: string[],
  act: (store: ServerStore, id: string) => Promise<boolean>,
  what: string,
  [done, wanted]: readonly [done: string, wanted: string],
): Promise<number> {
  const read = readArguments(args, ['DEVICE'], STORE_OPTIONS);
  const [id = ''] = read.positions;
  const isDone = await withServerStore(read, async (store) => {
    const device = await findDevice(store, id);
    if (device === undefined) return false;
    return writeDown(store, device.library, [what, id], ({ db }) => act({ ...store, db }, id));
  });
  if (!isDone)
    throw new CommandError(`There is no device "${id}" that ${wanted}. See balie server devices.`, 1);
  console.log(`The device ${id} ${done}.`);
  return 0;
}
