import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { isBeside, numberOf } from '../../db/content/beside.ts';
import type { WriteDb } from '../../db/open.ts';
import type { HealSource } from './heal-source.ts';

/** What a scrub needs. `packsDir` is where the packs lie that came with the app. */
export type ScrubPlan = {
  readonly db: WriteDb;
  readonly packsDir: string | undefined;
  /** Where what rotted may be had again, the nearest first. */
  readonly sources: readonly HealSource[];
  readonly today: CalendarDate;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits before the next slice: so much work was just done, in milliseconds. */
  readonly pause: (workedMs: number) => Promise<void>;
  /** Hears what had rotted as soon as it is found. */
  readonly tell?: (rot: Rot) => void;
};

/**
 * Something had rotted. `from`: where it was had again; undefined when nothing had it. A picture that is lost is not shown; of a
 * version that is lost and shown, whoever asked decides what is shown in its place; one that is not shown was taken out, but for one that
 * somebody went back from (`wasGoneBackFrom`).
 */
export type Rot = {
  readonly from: string | undefined;
} & (
  | { readonly kind: 'picture'; readonly sha256: string }
  | { readonly kind: 'version'; readonly pack: string; readonly version: number; readonly isShown: boolean }
);

/** How what had rotted is called in the log, and where it is written down that it is lost. */
export function nameOf(rot: Rot): string {
  if (rot.kind === 'picture') return `picture ${rot.sha256.slice(0, 12)}`;
  // A library may have another one of the same number.
  return `${rot.pack} ${numberOf(rot.version)}${isBeside(rot.version) ? ' (came with the app)' : ''}`;
}
