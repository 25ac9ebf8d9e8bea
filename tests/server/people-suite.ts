import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import type { Person } from '../../core/domain/person.ts';
import { moveEnrolment, noteRevoked, readEnrolment } from '../../db/ops/enrolment.ts';
import { removeWhoLeft } from '../../db/ops/left-files.ts';
import { addPersonHere, listPeople } from '../../db/ops/people.ts';
import { readPin, writePin } from '../../db/ops/pins.ts';
import { verifyAudit } from '../../db/ops/verify-audit.ts';
import { approveDevice, revokeDevice } from '../../server/organisations/devices.ts';
import { addStaff, listStaff, removeStaff } from '../../server/organisations/staff.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import { readPepper } from '../../trust/pin/pepper.ts';
import { readDeviceKey } from '../../updates/outbox/device-key-file.ts';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';
import { sendOutbox } from '../../updates/outbox/send-outbox.ts';
import { fetchPeople } from '../../updates/people/fetch-people.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { aDataFolder, aStore } from '../builders/a-store.ts';
import { type Answer, somebodyBetween } from '../builders/somebody-between.ts';

const FIRST_COLLEAGUE: Person = { id: 'colleague-1', name: 'Colleague one (fictional)', role: 'staff' };
const SECOND_COLLEAGUE: Person = { id: 'colleague-2', name: 'Colleague two (fictional)', role: 'admin' };
const NOW = new Date('2026-11-27T09:00:00Z');

/** Who works at the devices of a library, from the server's list to a device, whatever the store and however many instances. */
export function describePeople(
  name: string,
  database: () => Promise<string | undefined>,
  instances: number,
): void {
  describe(name, () => {
    let server: OwnServer;
    beforeAll(async () => {
      server = await startOwnServer(await database(), instances);
    });
    afterAll(() => server.remove());

    /** A desk that runs the real client, enrolled and approved. */
    async function aDesk(library = 'delft') {
      const dataDir = aDataFolder();
      const ops = aStore('ops');
      const wanted = { dataDir, server: server.addresses[0], profile: 'desk', appVersion: '0.1.0' } as const;
      await enrolDevice(ops, { ...wanted, code: await server.code(library) });
      const id = readEnrolment(ops)?.device ?? '';
      await approveDevice(server.store, id);
      ops.prepare("UPDATE enrolment SET state = 'approved'").run();
      const people = () => listPeople(ops).map((person) => person.id);
      return { dataDir, ops, id, wanted, people, ask: () => fetchPeople(ops, dataDir, NOW) };
    }
    const listed = async (...people: Person[]) => {
      // As if nobody was there before: an id of somebody who left is given to nobody.
      for (const table of ['staff', 'staff_left'] as const)
        await server.store.db.deleteFrom(table).where('library', '=', 'delft').execute();
      for (const person of people) await addStaff(server.store, 'delft', person);
    };

    it('a device hears who works at its library, and shuts out who left, with the PIN', async () => {
      const desk = await aDesk();
      const elsewhere = await aDesk('gouda');
      addPersonHere(
        desk.ops,
        { ...SECOND_COLLEAGUE, id: 'here' },
        { at: NOW.toISOString(), person: null, key: undefined },
      );
      await listed(FIRST_COLLEAGUE, SECOND_COLLEAGUE);
      await desk.ask();
      await elsewhere.ask();
      expect([desk.people(), elsewhere.people()]).toEqual([['colleague-1', 'colleague-2', 'here'], []]);
      writePin(desk.ops, 'colleague-1', '$argon2id$x');
      await desk.ask();
      expect(readPin(desk.ops, 'colleague-1')).toBeDefined();
      await listed(SECOND_COLLEAGUE);
      await desk.ask();
      expect(desk.people()).toEqual(['colleague-2', 'here']);
      expect(readPin(desk.ops, 'colleague-1')).toBeUndefined();
      expect(await addStaff(server.store, 'gouda', SECOND_COLLEAGUE)).toBe('added');
      expect(await addStaff(server.store, 'gouda', SECOND_COLLEAGUE)).toBe('known');
      expect(await removeStaff(server.store, 'gouda', 'colleague-2')).toBe(true);
      expect(await removeStaff(server.store, 'gouda', 'colleague-2')).toBe(false);
      // Logs know people by their ids: nobody else gets one, at that library.
      expect(await addStaff(server.store, 'gouda', { ...SECOND_COLLEAGUE, name: 'Another' })).toBe('left');
      expect((await listStaff(server.store, 'delft')).map(({ id }) => id)).toEqual(['colleague-2']);
    });

    it('what is done with people is in a log that can be proven', async () => {
      const desk = await aDesk();
      await listed(FIRST_COLLEAGUE);
      await desk.ask();
      await listed();
      await desk.ask();
      const { lines, faults } = verifyAudit(desk.ops, readPepper(desk.dataDir));
      expect([lines, faults]).toEqual([2, []]);
    });

    it('who left and is on the list again stays when a copy of the store is brought back', async () => {
      const desk = await aDesk();
      const by = { at: NOW.toISOString(), key: readPepper(desk.dataDir) };
      await listed(FIRST_COLLEAGUE, SECOND_COLLEAGUE);
      await desk.ask();
      await listed(SECOND_COLLEAGUE);
      await desk.ask();
      await listed(FIRST_COLLEAGUE, SECOND_COLLEAGUE);
      removeWhoLeft(desk.ops, desk.dataDir, by);
      expect(desk.people()).toEqual(['colleague-2']);
      await desk.ask();
      removeWhoLeft(desk.ops, desk.dataDir, by);
      expect(desk.people()).toEqual(['colleague-1', 'colleague-2']);
    });

    it('a device that is revoked, or belongs elsewhere now, has nobody of that list', async () => {
      const desk = await aDesk();
      await listed(FIRST_COLLEAGUE);
      await desk.ask();
      await revokeDevice(server.store, desk.id);
      await expect(desk.ask()).rejects.toMatchObject({ fault: 'revoked' });
      // What is not signed by the server ends nothing; the batch hears it signed.
      expect(desk.people()).toEqual(['colleague-1']);
      const health = { appVersion: '0.1.0', packs: [], freeBytes: null };
      await sendOutbox(desk.ops, desk.dataDir, health, () => NOW);
      expect(readEnrolment(desk.ops)?.state).toBe('revoked');
      await desk.ask();
      expect(desk.people()).toEqual([]);

      const moving = await aDesk();
      await moving.ask();
      expect(moving.people()).toEqual(['colleague-1']);
      await enrolDevice(moving.ops, { ...moving.wanted, code: await server.code('gouda') });
      expect(moving.people()).toEqual([]);
      await moving.ask(); // It waits: nobody is asked for yet.
      noteRevoked(moving.ops);
    });

    it('a list that was held back, changed or made by somebody else is not taken', async () => {
      const desk = await aDesk();
      await listed(FIRST_COLLEAGUE);
      await desk.ask();
      let old: Answer | undefined;
      const between = await somebodyBetween(server.addresses[0], (answer) => {
        if (old !== undefined) return old;
        old = answer;
        return answer;
      });
      moveEnrolment(desk.ops, between);
      await desk.ask();
      await listed();
      // The answer of before, rightly signed, with somebody on it who left.
      await expect(desk.ask()).rejects.toMatchObject({ fault: 'not-the-server' });
      const forged = await somebodyBetween(server.addresses[0], ({ body, signature }) => ({
        body: Buffer.from(
          body.toString().replace('"people":[', `"people":[${JSON.stringify(SECOND_COLLEAGUE)}`),
        ),
        signature,
      }));
      moveEnrolment(desk.ops, forged);
      await expect(desk.ask()).rejects.toMatchObject({ fault: 'not-the-server' });
      expect(desk.people()).toEqual(['colleague-1']);
      moveEnrolment(desk.ops, server.addresses[0]);
      await desk.ask();
      expect(desk.people()).toEqual([]);
    });

    it('nobody but an approved device hears it, and each of its own library', async () => {
      const [desk, other] = [await aDesk(), await aDesk()];
      await listed(FIRST_COLLEAGUE);
      const post = async (body: string, signer: typeof desk, kind = 'balie-people-request') => {
        const bytes = Buffer.from(body);
        const signature = signDetached(bytes, readDeviceKey(signer.dataDir), signer.id, kind);
        const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature };
        const answer = await fetch(`${server.addresses.at(-1)}/api/v1/people`, {
          ...{ method: 'POST', headers, body },
        });
        const text = await answer.text();
        expect(text).not.toContain('Colleague one');
        return Refusal.parse(JSON.parse(text)).why;
      };
      const nonce = '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d';
      const mine = JSON.stringify({ device: desk.id, nonce });
      expect(await post(mine, other)).toBe('not-allowed');
      expect(await post(mine, desk, 'balie-batch')).toBe('bad-signature');
      expect(await post('{}', desk)).toBe('bad-request');
      await revokeDevice(server.store, desk.id);
      expect(await post(mine, desk)).toBe('revoked');
    });
  });
}
