import type { PackOnChannel } from '../../core/contract/repository/names.ts';
import { type Plan, planIn, planPlace } from '../../core/contract/sync/plan.ts';
import { isRolledBack, mayInstall, type Verdict } from '../../core/domain/rollouts/may-install.ts';
import { type RolloutStep, SHOWN_WITHIN_MS } from '../../core/domain/rollouts/rollout-step.ts';
import { activeVersion } from '../../db/content/install-pack.ts';
import {
  type PackTurn,
  readPackTurn,
  writePackTurn,
  writePackTurns,
} from '../../db/content/updates/pack-turns.ts';
import { readStoredPlan } from '../../db/content/updates/rollout-plan.ts';
import { stagedVersion } from '../../db/content/updates/staged-packs.ts';
import { lastTrustedTime } from '../../db/content/updates/trusted-metadata.ts';
import type { WriteDb } from '../../db/open.ts';
import { parsed } from '../outbox/post.ts';
import type { Belonging } from './fetch-plan.ts';

/** What the plan that is known says to a device. */
export type PlanFollowed = {
  /** May this version be installed now? When it is shown then is written down with the answer. */
  readonly mayInstall: (of: PackOnChannel, version: number) => Verdict;
  /**
   * Writes down when what lies in the store is shown, and what is taken back. `seen`: of which packs the place that was looked at has what
   * lies ready. Throws SqliteError.
   */
  readonly settle: (follow: readonly PackOnChannel[], seen: ReadonlySet<string>) => void;
};

/**
 * Follows the plan that is known for a device; a device that belongs to no server, or whose server never gave one, installs what is
 * published. `now` in milliseconds since 1970. `byHand`: what is looked at is a stick. The server can say wait and go back, and no more.
 */
export function followPlan(
  db: WriteDb,
  belonging: Belonging | undefined,
  { now, byHand }: { readonly now: number; readonly byHand: boolean },
): PlanFollowed {
  const plan = belonging === undefined ? undefined : knownPlan(db, belonging);
  const time = Math.max(now, lastTrustedTime(db));
  const stepsOf = (of: PackOnChannel): readonly RolloutStep[] =>
    plan?.packs.find(
      (each) => each.of.library === of.library && each.of.pack === of.pack && each.of.channel === of.channel,
    )?.steps ?? [];
  const judge = (of: PackOnChannel, version: number, hand: boolean) =>
    mayInstall(stepsOf(of), { device: belonging?.device ?? '', version, now: time, byHand: hand });
  // A roll-out may have begun long before its version was published. Of what shows nothing yet, nothing changes under a visitor's hands.
  const ownWeek = (pack: string) =>
    activeVersion(db, pack) === undefined ? null : new Date(time + SHOWN_WITHIN_MS).toISOString();
  return {
    mayInstall: (of, version) => {
      const verdict = judge(of, version, byHand);
      // Before it lies ready: whoever shows what lies there must not come in between.
      if (verdict.may)
        writePackTurn(db, {
          pack_id: of.pack,
          version,
          schedules: plan?.schedules ?? [],
          ...turnOf(verdict, readPackTurn(db, of.pack, version), ownWeek(of.pack)),
        });
      return verdict;
    },
    settle: (follow, seen) => {
      const schedules = plan?.schedules ?? [];
      writePackTurns(
        db,
        follow.flatMap((of): PackTurn[] => {
          const [shown, staged] = [activeVersion(db, of.pack)?.version, stagedVersion(db, of.pack)];
          const at = { pack_id: of.pack, latest: null, schedules };
          const back: PackTurn[] =
            shown !== undefined && isRolledBack(stepsOf(of), shown)
              ? [{ ...at, version: shown, turn: 'back' }]
              : [];
          if (staged === undefined) return back;
          const before = readPackTurn(db, of.pack, staged);
          const verdict = judge(of, staged, byHand && seen.has(of.pack));
          return [...back, { ...at, version: staged, ...turnOf(verdict, before, ownWeek(of.pack)) }];
        }),
      );
    },
  };
}

/**
 * What lies ready already was allowed once, or came by hand: only a hold keeps it from the screen. `before`: what was written down of this
 * version. A roll-out that is widened names a later day, which is meant for those that it is new to: who waits already waits no longer.
 * `ownWeek`: until when a version waits for closing time here that lies ready from now on.
 */
function turnOf(
  verdict: Verdict,
  before: PackTurn | undefined,
  ownWeek: string | null,
): Pick<PackTurn, 'turn' | 'latest'> {
  if (!verdict.may) return { turn: verdict.why === 'held' ? 'never' : 'idle', latest: null };
  const waits = before?.turn === 'closed' ? before.latest : null;
  return { turn: verdict.show, latest: earlier(later(verdict.latest, ownWeek), waits) };
}

/** The earlier of two moments; null is none. */
function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) <= Date.parse(other) ? one : other;
}

/** The day of a plan, or the week of this device where that ends later. */
function later(planned: string | null, ownWeek: string | null): string | null {
  if (planned === null || ownWeek === null) return planned;
  return Date.parse(planned) >= Date.parse(ownWeek) ? planned : ownWeek;
}

function knownPlan(db: WriteDb, { library, branch, server_key }: Belonging): Plan | undefined {
  const stored = readStoredPlan(db, { server_key, place: planPlace(library, branch) });
  return stored === undefined ? undefined : planIn(parsed(Buffer.from(stored.body)));
}
