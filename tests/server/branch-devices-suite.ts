import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { PLAN_KIND } from '../../core/contract/sync/kinds.ts';
import { Plan, planPlace } from '../../core/contract/sync/plan.ts';
import { approveDevice, revokeDevice } from '../../server/organisations/devices.ts';
import { addBranch } from '../../server/organisations/libraries.ts';
import { verifyDetached } from '../../trust/jws/detached-jws.ts';
import { deviceKeyOf, publicDeviceKey } from '../../trust/jws/device-key.ts';
import { aDevice } from '../builders/a-device.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';

/** What the devices of a branch are told of each other, whatever the store. */
export function describeBranchDevices(name: string, database: () => Promise<string | undefined>): void {
  describe(name, () => {
    let server: OwnServer;
    beforeAll(async () => {
      server = await startOwnServer(await database());
    });
    afterAll(() => server.remove());
    /** A plan out of memory is a moment old at most: asked until it is another one. */
    const plan = async (library: string, branch = 'hal', after?: number): Promise<Plan> => {
      for (;;) {
        const response = await fetch(`${server.addresses[0]}/${planPlace(library, branch)}`);
        const body = Buffer.from(await response.arrayBuffer());
        const read = Plan.parse(JSON.parse(body.toString()));
        if (after !== undefined && read.number <= after) continue;
        const [key, jws] = [serverKey, response.headers.get(SIGNATURE_HEADER) ?? ''];
        if (key !== '') expect(verifyDetached(body, jws, publicDeviceKey(key), PLAN_KIND)).toBe(true);
        return read;
      }
    };
    let serverKey = '';

    it('names who is approved, signed, and nobody who waits or is revoked; each change rises its number', async () => {
      const empty = await plan('delft');
      expect(empty.devices).toEqual([]);
      const device = aDevice();
      await device.enrol(server.addresses[0], await server.code());
      serverKey = device.serverKey();
      expect((await plan('delft')).devices).toEqual([]);
      await approveDevice(server.store, device.id());
      const known = await plan('delft', 'hal', empty.number);
      expect(known.devices).toEqual([{ key: deviceKeyOf(device.key), profile: 'kiosk' }]);
      const second = await server.approved();
      const both = await plan('delft', 'hal', known.number);
      expect(both.devices.map(({ key }) => key).sort()).toEqual(
        [device, second].map(({ key }) => deviceKeyOf(key)).sort(),
      );
      expect(await revokeDevice(server.store, device.id())).toBe(true);
      const left = await plan('delft', 'hal', both.number);
      expect(left.devices.map(({ key }) => key)).toEqual([deviceKeyOf(second.key)]);
      expect(await revokeDevice(server.store, device.id())).toBe(false);
      expect((await plan('delft')).number).toBe(left.number);
    });

    it('tells them nothing of another branch, nor of another library', async () => {
      await addBranch(server.store, 'gouda', 'noord', 'Noord');
      const device = await server.approved('gouda');
      serverKey = '';
      const own = await plan('gouda', 'hal', 0);
      expect(own.devices.map(({ key }) => key)).toEqual([deviceKeyOf(device.key)]);
      expect((await plan('gouda', 'noord')).devices).toEqual([]);
      expect((await plan('delft')).devices.map(({ key }) => key)).not.toContain(deviceKeyOf(device.key));
    });
  });
}
