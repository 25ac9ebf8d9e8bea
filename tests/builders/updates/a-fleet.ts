import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeTurns } from '../../../db/content/updates/take-turns.ts';
import type { WriteDb } from '../../../db/open.ts';
import { approveDevice } from '../../../server/organisations/devices.ts';
import type { ServerStore } from '../../../server/store/open-server-store.ts';
import { look } from '../../../updates/look.ts';
import { enrolDevice } from '../../../updates/outbox/enrol-device.ts';
import { sendOutbox } from '../../../updates/outbox/send-outbox.ts';
import type { Belonging } from '../../../updates/plan/fetch-plan.ts';
import { httpSource } from '../../../updates/source/http-source.ts';
import { UpdateError } from '../../../updates/update-error.ts';
import { type ARepository, aRepository } from '../a-repository.ts';
import { aStore } from '../a-store.ts';
import { TODAY } from '../today.ts';
import { aKiosk } from './a-kiosk.ts';
import { packOf, STABLE } from './raw-repository.ts';

/** A kiosk that belongs to a server, and does what one does when its timers ring. */
export type FleetKiosk = {
  readonly device: string;
  readonly db: WriteDb;
  readonly belonging: Belonging;
  /** Looks at the server's repository and shows what has its turn; what came of it: the kind, or the fault. */
  readonly look: (now?: number, belonging?: Belonging) => Promise<string>;
  readonly shown: () => number | undefined;
  /** Tells the server what it shows. */
  readonly tell: () => Promise<boolean>;
};

/** A repository with version 1 of the small pack, in the data folder of a server. */
export async function aServedRepository(data: string): Promise<{
  readonly root: Buffer;
  readonly publish: (version: number) => Promise<void>;
}> {
  const repository: ARepository = await aRepository();
  const publish = async (version: number) => {
    await repository.publish(version, packOf(version), { pack: STABLE.pack });
    await repository.refresh();
    rmSync(join(data, 'repository'), { recursive: true, force: true });
    cpSync(repository.folder, join(data, 'repository'), { recursive: true });
  };
  await publish(1);
  return { root: repository.root, publish };
}

/** Enrols a kiosk that shows factory content of version 1. */
export async function aFleetKiosk(
  { store, address, code }: { store: ServerStore; address: string; code: string },
  root: Buffer,
): Promise<FleetKiosk> {
  const kiosk = aKiosk(root);
  const { db, dataDir } = kiosk;
  const ops = aStore('ops', join(dataDir, 'ops.db'));
  const enrolled = await enrolDevice(ops, {
    ...{ dataDir, server: address, code, profile: 'kiosk', appVersion: '0.1.0' },
  });
  await approveDevice(store, enrolled.device);
  const { serverKey: server_key, ...more } = enrolled;
  const belonging = { ...more, server: address, server_key };
  return {
    device: enrolled.device,
    db,
    belonging,
    look: async (now = Date.now(), to = belonging) => {
      try {
        const { prepared } = await look(httpSource(`${address}/repository/`), {
          ...{ db, dataDir, bundledRoot: root, now, today: TODAY, follow: [STABLE] },
          ...{ belonging: to, byHand: false },
        });
        const outcome = prepared[0]?.outcome;
        return outcome?.kind === 'failed' ? outcome.error.fault : String(outcome?.kind);
      } catch (error) {
        if (error instanceof UpdateError) return error.fault;
        throw error;
      } finally {
        takeTurns(db, now);
      }
    },
    shown: kiosk.shown,
    tell: async () => {
      const version = kiosk.shown() ?? 0;
      const health = { appVersion: '0.1.0', freeBytes: 1_000_000, packs: [{ ...STABLE, version }] };
      return (await sendOutbox(ops, dataDir, health, () => new Date()))?.ok === true;
    },
  };
}
