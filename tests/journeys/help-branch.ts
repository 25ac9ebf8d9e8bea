import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Plan, planPlace } from '../../core/contract/sync/plan.ts';
import type { PlaceSettings } from '../../core/domain/desk/desk-place.ts';
import { writeStoredPlan } from '../../db/content/updates/rollout-plan.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openForWriting, type WriteDb } from '../../db/open.ts';
import { writeEnrolment } from '../../db/ops/enrolment.ts';
import { deviceKeyOf, makeDeviceKey } from '../../trust/jws/device-key.ts';
import { APP_FOLDER } from './launch-kiosk.ts';

const OF = { library: 'bieb', branch: 'hal' } as const;

/** Data folders of a kiosk and a desk of one branch, as their server left them: enrolled, approved, and told of each other. */
export type HelpBranch = {
  readonly kiosk: string;
  readonly desk: string;
  /** The server told that the kiosk is revoked. */
  readonly revokeKiosk: () => void;
  readonly remove: () => void;
};

/** Makes them. The content is that of the template, where one was filled. */
export function makeHelpBranch(kioskPlace: PlaceSettings, deskPlace: PlaceSettings): HelpBranch {
  const serverKey = deviceKeyOf(makeDeviceKey().key);
  const make = (profile: 'kiosk' | 'desk', place: PlaceSettings, device: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-help-'));
    const { key, text } = makeDeviceKey();
    writeFileSync(join(folder, 'device.key'), text, { mode: 0o600 });
    writeFileSync(join(folder, 'place.json'), JSON.stringify(place));
    const template = join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db');
    if (existsSync(template)) copyFileSync(template, join(folder, 'content.db'));
    within(folder, 'ops', (ops) =>
      writeEnrolment(ops, {
        ...{ server: 'http://127.0.0.1:9/', device, ...OF, state: 'approved', server_key: serverKey },
      }),
    );
    return { folder, device: { key: deviceKeyOf(key), profile } };
  };
  const kiosk = make('kiosk', kioskPlace, '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d');
  const desk = make('desk', deskPlace, '7d1b6c3a-2e4f-4a5b-8c9d-0e1f2a3b4c5d');
  const tell = (number: number, devices: Plan['devices']) => {
    const body = JSON.stringify(Plan.parse({ ...OF, number, packs: [], schedules: [], devices }));
    for (const { folder } of [kiosk, desk])
      within(folder, 'content', (db) =>
        writeStoredPlan(db, {
          ...{ server_key: serverKey, place: planPlace(OF.library, OF.branch) },
          ...{ number, etag: `"${number}"`, body },
        }),
      );
  };
  tell(1, [kiosk.device, desk.device]);
  return {
    kiosk: kiosk.folder,
    desk: desk.folder,
    revokeKiosk: () => tell(2, [desk.device]),
    remove: () => {
      for (const { folder } of [kiosk, desk]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Changes a store of a data folder; it is made when it is not there. */
export function within(folder: string, kind: 'ops' | 'content', act: (db: WriteDb) => void): void {
  const db = openForWriting(join(folder, `${kind}.db`), {});
  try {
    migrate(db, readMigrations(join(APP_FOLDER, 'db/migrations', kind)));
    act(db);
  } finally {
    db.close();
  }
}
