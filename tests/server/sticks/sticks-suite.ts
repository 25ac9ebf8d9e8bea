// From kiosk to stick to server to stick to kiosk, with both real sides.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { acknowledgeOutbox, exportOutbox } from '../../../cli/outbox/stick-commands.ts';
import { stickCommand } from '../../../cli/server/stick-command.ts';
import { readEnrolment } from '../../../db/ops/enrolment.ts';
import { countOutbox } from '../../../db/ops/outbox.ts';
import { putInOutbox } from '../../../db/ops/put-in-outbox.ts';
import { approveDevice, findDevice, revokeDevice } from '../../../server/organisations/devices.ts';
import { enrolDevice } from '../../../updates/outbox/enrol-device.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { runCommand, runLongCommand } from '../../builders/run-balie.ts';
import { itGoesInOneRound } from './one-round-suite.ts';

/** What sticks do, whatever the store: `database` is asked for before the first test. */
export function describeSticks(name: string, database: () => Promise<string | undefined>): void {
  describe(name, () => {
    let server: OwnServer;
    let address: string | undefined;
    beforeAll(async () => {
      address = await database();
      server = await startOwnServer(address);
    });
    afterAll(() => server.remove());

    async function aKiosk() {
      const dataDir = aDataFolder();
      const db = aStore('ops', join(dataDir, 'ops.db'));
      const enrolAnew = async () => {
        const enrolled = await enrolDevice(db, {
          ...{ dataDir, server: server.addresses[0], code: await server.code() },
          ...{ profile: 'kiosk', appVersion: '0.1.0' },
        });
        await approveDevice(server.store, enrolled.device);
        return enrolled;
      };
      const { device } = await enrolAnew();
      const at = ['--data', dataDir, '--migrations', MIGRATIONS];
      return {
        ...{ db, device, enrolAnew },
        happen: (times: number) => {
          for (let done = 0; done < times; done++)
            putInOutbox(db, new Date(), { type: 'read-aloud', body: { language: 'nl' } });
        },
        toStick: (folder: string) => {
          mkdirSync(folder, { recursive: true });
          return runCommand(exportOutbox, folder, ...at);
        },
        fromStick: (folder: string) => runCommand(acknowledgeOutbox, folder, ...at),
      };
    }
    async function atServer(stick: string) {
      const problems: string[] = [];
      const spy = vi.spyOn(console, 'error').mockImplementation((line: string) => void problems.push(line));
      const where = ['--data', server.data, ...(address === undefined ? [] : ['--database', address])];
      try {
        return { ...(await runLongCommand(stickCommand, stick, ...where)), problems };
      } finally {
        spy.mockRestore();
      }
    }

    itGoesInOneRound({ server: () => server, aKiosk, atServer });

    it('brings what several kiosks counted to the server, and its answers back: exact totals', async () => {
      const before = await server.total();
      const kiosks = [await aKiosk(), await aKiosk()];
      const stick = aDataFolder();
      const folders = kiosks.map((_, index) => join(stick, `kiosk-${index}`));
      for (const [index, kiosk] of kiosks.entries()) {
        kiosk.happen(150);
        kiosk.toStick(String(folders[index]));
      }
      expect(await atServer(stick)).toMatchObject({ status: 0, problems: [] });
      expect((await atServer(stick)).out).toContain('150 items are at the server, 0 of them new');
      expect(await server.total()).toBe(before + 300);
      for (const [index, kiosk] of kiosks.entries()) {
        expect(kiosk.fromStick(String(folders[index])).out).toContain('has 150 items');
        expect(countOutbox(kiosk.db)).toBe(0);
        expect(() => kiosk.fromStick(String(folders[index]))).toThrow('no batch waits');
      }
    });

    it('names what is bad and takes the rest in', async () => {
      const before = await server.total();
      const stick = aDataFolder();
      const good = await aKiosk();
      good.happen(3);
      good.toStick(join(stick, 'good'));
      const bad = (name: string) => {
        const folder = join(stick, name);
        cpSync(join(stick, 'good'), folder, { recursive: true });
        return (file: string) => join(folder, file);
      };
      const tampered = bad('1-tampered')('BATCH.json');
      writeFileSync(tampered, readFileSync(tampered, 'utf8').replace('"nl"', '"en"'));
      truncateSync(bad('2-cut')('BATCH.json'), 40);
      truncateSync(bad('3-endless')('BATCH.json'), 300_000);
      writeFileSync(bad('4-unsigned')('BATCH.json.jws'), '');
      mkdirSync(join(stick, '5-alone'));
      cpSync(join(stick, 'good/BATCH.json'), join(stick, '5-alone/BATCH.json'));
      mkdirSync(join(stick, '6-link'));
      symlinkSync('/dev/zero', join(stick, '6-link/BATCH.json'));
      mkdirSync(join(stick, '7-folder/BATCH.json'), { recursive: true });
      symlinkSync(stick, join(stick, '8-ring'));
      mkdirSync(bad('9-unwritable')('ACKNOWLEDGEMENT.json'));
      const waiting = await aKiosk();
      await server.store.db
        .updateTable('devices')
        .set({ state: 'waiting' })
        .where('id', '=', waiting.device)
        .execute();
      waiting.toStick(join(stick, 'a-waiting'));
      const { status, out, problems } = await atServer(stick);
      expect([status, await server.total()]).toEqual([1, before + 3]);
      expect(out).toMatch(/good: 3 items/);
      expect(problems.map((line) => line.slice(stick.length + 1))).toEqual([
        expect.stringMatching(/^1-tampered: The signature is not/),
        expect.stringMatching(/^2-cut: The signature is not/),
        expect.stringMatching(/^3-endless: .*has 300000 bytes/),
        expect.stringMatching(/^4-unsigned: The signature is not/),
        expect.stringMatching(/^5-alone: .*BATCH\.json\.jws is not there/),
        expect.stringMatching(/^6-link: .*cannot be read \(ELOOP\)/),
        expect.stringMatching(/^7-folder: .*is no file/),
        expect.stringMatching(/^9-unwritable: the batch was taken in, but .*cannot be written/),
        expect.stringMatching(/^a-waiting: This device waits/),
      ]);
      expect(existsSync(join(stick, '1-tampered/ACKNOWLEDGEMENT.json'))).toBe(false);
      expect(good.fromStick(join(stick, 'good')).out).toContain('has 3 items');
    });

    it('tells a kiosk that is never online that it was revoked', async () => {
      const kiosk = await aKiosk();
      const stick = aDataFolder();
      kiosk.happen(1);
      kiosk.toStick(stick);
      await revokeDevice(server.store, kiosk.device);
      expect((await atServer(stick)).problems[0]).toContain('was revoked');
      expect(() => kiosk.fromStick(stick)).toThrow('was revoked');
      expect(readEnrolment(kiosk.db)?.state).toBe('revoked');
    });

    it('takes what comes late for what it is: the network was quicker', async () => {
      const kiosk = await aKiosk();
      const stick = aDataFolder();
      kiosk.toStick(stick);
      const old = ['BATCH.json', 'BATCH.json.jws'].map((file) => readFileSync(join(stick, file)));
      await atServer(stick);
      kiosk.fromStick(stick);
      kiosk.toStick(stick);
      await atServer(stick);
      const newest = await findDevice(server.store, kiosk.device);
      for (const [index, file] of ['BATCH.json', 'BATCH.json.jws'].entries())
        writeFileSync(join(stick, file), old[index] as Buffer);
      await atServer(stick);
      expect(newest).toMatchObject({ health_seq: 2 });
      expect(await findDevice(server.store, kiosk.device)).toEqual(newest);
    });

    it('does not take a stick for a sign of life: who fell silent is silent, and its clock is not behind', async () => {
      const kiosk = await aKiosk();
      const stick = aDataFolder();
      const heardThen = { last_contact: '2026-11-01T10:00:00.000Z', clock_skew_ms: 4 };
      await server.store.db.updateTable('devices').set(heardThen).where('id', '=', kiosk.device).execute();
      kiosk.toStick(stick);
      await atServer(stick);
      expect(await findDevice(server.store, kiosk.device)).toMatchObject({
        ...{ ...heardThen, health_seq: 1, app_version: expect.any(String), free_bytes: expect.any(Number) },
      });
      const never = await aKiosk();
      never.toStick(join(stick, 'never'));
      await atServer(stick);
      expect(await findDevice(server.store, never.device)).toMatchObject({
        ...{ last_contact: null, clock_skew_ms: null, health_seq: 1 },
      });
    });

    it('says so when there is no stick, or nothing on it', async () => {
      await expect(atServer('/nowhere')).rejects.toThrow('"/nowhere" cannot be read (ENOENT)');
      await expect(atServer(aDataFolder())).rejects.toThrow('There is no BATCH.json');
    });
  });
}
