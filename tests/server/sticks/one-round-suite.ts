// All that waits goes in one round of a stick, with both real sides.
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { WriteDb } from '../../../db/open.ts';
import { noteStart, readEnrolment } from '../../../db/ops/enrolment.ts';
import { countOutbox } from '../../../db/ops/outbox.ts';
import type { OwnServer } from '../../builders/a-server.ts';
import { aDataFolder } from '../../builders/a-store.ts';

/** A kiosk, and what it does with a stick. */
type Kiosk = {
  readonly db: WriteDb;
  readonly device: string;
  readonly enrolAnew: () => Promise<unknown>;
  readonly happen: (times: number) => void;
  readonly toStick: (folder: string) => { readonly out: string };
  readonly fromStick: (folder: string) => { readonly out: string };
};

type StickRoom = {
  readonly server: () => OwnServer;
  readonly aKiosk: () => Promise<Kiosk>;
  readonly atServer: (stick: string) => Promise<{ status: number | null; out: string; problems: string[] }>;
};

/** What one round takes along; called where the tests of sticks are described. */
export function itGoesInOneRound({ server, aKiosk, atServer }: StickRoom): void {
  it('takes all that waits along in one round, and forgets it when the answers are back', async () => {
    const before = await server().total();
    const kiosk = await aKiosk();
    const stick = aDataFolder();
    noteStart(kiosk.db);
    kiosk.happen(450);
    expect(kiosk.toStick(stick).out).toMatch(/^BATCH\.json to BATCH-3\.json is written\. .* beside it\.$/m);
    kiosk.happen(1);
    expect(await atServer(stick)).toMatchObject({ status: 0, out: expect.stringContaining('450 items') });
    expect(kiosk.fromStick(stick).out).toContain('has 450 items; they are forgotten here. 1 still wait');
    expect([await server().total(), countOutbox(kiosk.db)]).toEqual([before + 450, 1]);
    const device = server().store.db.selectFrom('devices').select('backlog').where('id', '=', kiosk.device);
    expect(Number((await device.executeTakeFirstOrThrow()).backlog)).toBe(0);
    // The starts were told once, and the next round leaves nothing of this one.
    const starts = server()
      .store.db.selectFrom('batches')
      .select('starts')
      .where('device', '=', kiosk.device);
    expect((await starts.execute()).map((row) => Number(row.starts)).sort()).toEqual([0, 0, 1]);
    kiosk.toStick(stick);
    expect(readdirSync(stick).filter((name) => /-[0-9]/.test(name))).toEqual([]);
    expect(await atServer(stick)).toMatchObject({ out: expect.stringContaining(': 1 items') });
    expect(kiosk.fromStick(stick).out).toContain('has 1 items');
  });

  it('stops in a folder at what is bad, so that nothing overtakes it, and takes the whole later', async () => {
    const before = await server().total();
    const kiosk = await aKiosk();
    const stick = aDataFolder();
    kiosk.happen(700);
    kiosk.toStick(join(stick, 'hal'));
    truncateSync(join(stick, 'hal/BATCH-2.json'), 40);
    const { status, out, problems } = await atServer(stick);
    expect([status, await server().total()]).toEqual([1, before + 200]);
    expect(out).toContain('hal: 200 items');
    expect(problems).toEqual([expect.stringMatching(/hal\/BATCH-2\.json: The signature is not/)]);
    expect(existsSync(join(stick, 'hal/ACKNOWLEDGEMENT-3.json'))).toBe(false);
    expect(kiosk.fromStick(join(stick, 'hal')).out).toContain('has 200 items');
    kiosk.toStick(join(stick, 'hal'));
    await atServer(stick);
    expect(kiosk.fromStick(join(stick, 'hal')).out).toContain('has 500 items');
    expect([await server().total(), countOutbox(kiosk.db)]).toEqual([before + 700, 0]);
  });

  it('passes over an answer without its signature, as a stick has that was pulled out, and takes it in the next round', async () => {
    const kiosk = await aKiosk();
    const stick = aDataFolder();
    kiosk.happen(700);
    kiosk.toStick(stick);
    await atServer(stick);
    rmSync(join(stick, 'ACKNOWLEDGEMENT-2.json.jws'));
    expect(kiosk.fromStick(stick).out).toContain('has 500 items; they are forgotten here. 200 still wait');
    kiosk.toStick(stick);
    await atServer(stick);
    expect(kiosk.fromStick(stick).out).toContain('has 200 items');
    expect(countOutbox(kiosk.db)).toBe(0);
  });

  it('lets an older server take the first batch, and tells what still waits', async () => {
    const kiosk = await aKiosk();
    const stick = aDataFolder();
    kiosk.happen(450);
    kiosk.toStick(stick);
    for (const name of readdirSync(stick)) if (/-[0-9]/.test(name)) rmSync(join(stick, name));
    await atServer(stick);
    expect(kiosk.fromStick(stick).out).toContain('has 200 items; they are forgotten here. 250 still wait');
  });

  it('takes no answer that is for another device', async () => {
    const [one, other] = [await aKiosk(), await aKiosk()];
    const stick = aDataFolder();
    for (const kiosk of [one, other]) kiosk.happen(250);
    one.toStick(stick);
    await atServer(stick);
    expect(() => other.fromStick(stick)).toThrow('another device');
    expect(countOutbox(other.db)).toBe(250);
    expect(one.fromStick(stick).out).toContain('has 250 items');
  });

  it('drops what a stick took along when the device enrols anew: it may have arrived', async () => {
    const before = await server().total();
    const kiosk = await aKiosk();
    const stick = join(aDataFolder(), 'hal');
    mkdirSync(stick);
    kiosk.happen(450);
    kiosk.toStick(stick);
    kiosk.happen(3);
    await kiosk.enrolAnew();
    expect([countOutbox(kiosk.db), readEnrolment(kiosk.db)?.carried]).toEqual([3, 0]);
    await atServer(stick);
    kiosk.toStick(stick);
    await atServer(stick);
    expect(kiosk.fromStick(stick).out).toContain('has 3 items');
    expect(await server().total()).toBe(before + 453);
  });
}
