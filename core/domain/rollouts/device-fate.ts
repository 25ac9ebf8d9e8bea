import { z } from 'zod';
import type { Trouble } from '../../contract/about.ts';
import { ContentIncident } from './content-incident.ts';

const HOUR_MS = 3_600_000;
/** A device is watched for so long after it got the version: what happens later has other causes. */
const WATCHED_MS = 7 * 24 * HOUR_MS;
/** Longer than a weekend: kiosks are switched off when a library is closed. */
const SILENT_MS = 72 * HOUR_MS;
/** In 24 hours so many starts are no visit of a cleaner, and so many incidents no accident. */
export const SICK_STARTS = 6;
export const SICK_INCIDENTS = 3;
/** What content can bring about. A printer without paper says nothing of a version. */
const OF_CONTENT: ReadonlySet<string> = new Set(ContentIncident.options);
/** One disk that rots brings these about, as often as somebody looks: together they are one accident. */
const OF_ROT: ReadonlySet<string> = new Set(['content-lost', 'picture-damaged'] satisfies ContentIncident[]);
/** What a device shows gives way after these too: the disk lost it, or the whole store. */
const GAVE_WAY: ReadonlySet<string> = new Set(['content-lost', 'content-rebuilt'] satisfies Trouble[]);

/** What is wrong with a device since it got a version. */
export const Ailment = z.enum(['crash-loop', 'incidents', 'silent', 'went-back']);
export type Ailment = z.infer<typeof Ailment>;

/** How a device fares in a roll-out. Times in milliseconds since 1970; starts and incidents of the last 24 hours, since `since`. */
export type DeviceFate = {
  /** Since when it shows the version, as far as it said so. Undefined: it did not, and was offered it at `since`. */
  readonly installedAt: number | undefined;
  /** Since when what happens counts: the start of the roll-out, or when it was resumed; without the version, when its ring began. */
  readonly since: number;
  readonly lastContact: number | undefined;
  /** Since when the server could hear it without a long break. */
  readonly listeningSince: number;
  readonly starts: number;
  readonly incidents: readonly string[];
  /** It had the version, and shows an older one now. */
  readonly wentBack: boolean;
};

/** Is a device still watched at `now` that got a version, or whose roll-out began, at `begun`? */
export function isWatched(begun: number, now: number): boolean {
  return now - begun <= WATCHED_MS;
}

/**
 * What is wrong with a device; undefined when nothing is, or when it is not watched any more. Whose disk lost what it showed is not told
 * as gone back from the version, for a day: the next update brings that again.
 */
export function ailmentOf(fate: DeviceFate, now: number): Ailment | undefined {
  const begun = Math.max(fate.installedAt ?? fate.since, fate.since);
  if (!isWatched(begun, now)) return undefined;
  if (fate.installedAt !== undefined) {
    if (fate.wentBack && !fate.incidents.some((code) => GAVE_WAY.has(code))) return 'went-back';
    if (fate.starts >= SICK_STARTS) return 'crash-loop';
    if (accidents(fate.incidents) >= SICK_INCIDENTS) return 'incidents';
  }
  return isSilent(fate, begun, now) ? 'silent' : undefined;
}

/** How many accidents it had that content can bring about. */
function accidents(incidents: readonly string[]): number {
  const ofContent = incidents.filter((code) => OF_CONTENT.has(code));
  const others = ofContent.filter((code) => !OF_ROT.has(code));
  return others.length + (others.length < ofContent.length ? 1 : 0);
}

/**
 * Heard in the days before, and not for as many days since. Who was silent already is not silent because of this, nor is anybody while
 * the server itself was away.
 */
function isSilent({ lastContact, listeningSince }: DeviceFate, begun: number, now: number): boolean {
  if (lastContact === undefined || lastContact < begun - SILENT_MS) return false;
  return now - Math.max(lastContact, begun, listeningSince) > SILENT_MS;
}
