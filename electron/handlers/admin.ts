import type { LookResult } from '../../core/contract/admin.ts';
import type { Handlers } from '../../core/contract/ipc.ts';
import type { Act } from '../../db/ops/audit.ts';
import { DEVICE_ADMIN } from '../../db/ops/pins.ts';
import { noteShown } from '../admin/note-shown.ts';
import { serverResult, serverStatus } from '../admin/server-desk.ts';
import type { SignIn } from '../admin/sign-in.ts';
import type { ContentHouse } from '../content/content-house.ts';
import type { ContentUpdates } from '../updates/content-updates.ts';
import type { UpdaterReply } from '../updates/look-job.ts';
import type { ServerLine } from '../updates/server-line.ts';

type AdminHandlers = Pick<
  Handlers,
  | 'admin:door'
  | 'admin:sign-in'
  | 'admin:status'
  | 'admin:look'
  | 'admin:act'
  | 'admin:server'
  | 'admin:enrol'
  | 'admin:tell'
>;

/** What the admin's channels need of the rest of the app. */
export type AdminPlan = {
  readonly signIn: SignIn;
  readonly house: ContentHouse;
  readonly updates: Pick<ContentUpdates, 'look' | 'isLooking' | 'reconsider'>;
  readonly sticks: () => readonly { readonly folder: string }[];
  readonly dataDir: string;
  readonly packsDir: string;
  readonly now: () => Date;
  readonly server: Pick<ServerLine, 'tell' | 'enrol'>;
};

const ACTS = {
  install: 'installed',
  hold: 'held',
  release: 'released',
  'roll-back': 'rolled-back',
  factory: 'factory',
} as const satisfies Record<string, Act>;

/** What the admin of a kiosk may ask and do. Who may call is the door's to say. What is done is written down. */
export function adminHandlers(plan: AdminPlan): AdminHandlers {
  const { signIn, house, updates, sticks, now } = plan;
  return {
    'admin:door': () => signIn.door(DEVICE_ADMIN),
    'admin:sign-in': ({ pin }) => signIn.signIn(DEVICE_ADMIN, pin),
    // Loaded for the few who look after a kiosk.
    'admin:status': async () =>
      (await import('../admin/admin-status.ts')).adminStatus({ ...plan, isLooking: updates.isLooking }),
    'admin:look': async ({ stick, acceptExpired }) => {
      // A page says which stick, and not where else to look.
      if (stick !== undefined && !sticks().some(({ folder }) => folder === stick))
        return { kind: 'failed', fault: 'gone', message: `There is no stick at "${stick}" any more.` };
      signIn.record(stick === undefined ? 'looked' : 'imported', stick ?? '');
      if (acceptExpired) signIn.record('accepted-expired', stick ?? '');
      return lookResult(await updates.look({ stick, acceptExpired }));
    },
    'admin:server': async () => house.write(serverStatus) ?? { kind: 'none' },
    'admin:enrol': async (wanted) => {
      const told = await plan.server.enrol(wanted);
      if (told.ok) signIn.record('enrolled', wanted.server);
      return serverResult(told);
    },
    'admin:tell': async () => serverResult(await plan.server.tell()),
    'admin:act': async (order) => {
      const { act, pack } = order;
      const { actOnPack } = await import('../admin/act-on-pack.ts');
      const result = actOnPack({ ...plan, change: house.change, today: house.today }, order);
      if (act === 'release') {
        updates.reconsider();
        await house.fillAgain();
      }
      if (result.kind === 'done') {
        signIn.record(ACTS[act], `${pack} ${result.version}`);
        noteShown(house, now());
      }
      return result;
    },
  };
}

function lookResult(reply: UpdaterReply | undefined): LookResult {
  if (reply === undefined) return { kind: 'nothing-to-look-at' };
  if (!reply.ok) return { kind: 'failed', fault: reply.fault, message: reply.message };
  if (reply.packs.length > 0) return { kind: 'looked', packs: [...reply.packs] };
  const [failed] = reply.lines;
  return failed === undefined
    ? { kind: 'nothing-to-look-at' }
    : { kind: 'failed', fault: /^[a-z-]+/.exec(failed)?.[0] ?? 'unknown', message: failed };
}
