import { DAY_MS } from '../calendar-date.ts';
import { wallMomentAt } from '../directory/amsterdam-time.ts';
import { areHoursKnown } from '../directory/opening-hours.ts';
import type { Schedule } from '../directory/schedule.ts';
import type { AlertFinding, AlertKind } from './alert.ts';
import type { AlertRules } from './alert-rules.ts';
import { type Away, heardTimes } from './away.ts';
import { openTimeBetween } from './open-time.ts';

const HOUR_MS = 3_600_000;
/** A disk that is full is not well again before there is so much more room: else it would be told every hour. */
const ROOM_AGAIN = 1.25;

/** A pack on a channel. */
type Pack = { readonly library: string; readonly pack: string; readonly channel: string };

/** What is known of a device; times in milliseconds since 1970, by the clock of the server. */
export type DeviceFacts = {
  /** Its last contact; when it never had any, its approval or enrolment. */
  readonly lastHeard: number;
  /** When it was approved; when that is not known, when it enrolled. */
  readonly approved: number;
  readonly freeBytes: number | null;
  readonly packs: readonly (Pack & { readonly version: number })[];
  /** Its batches of the last hours, oldest first, each with how often it started since the one before. */
  readonly contacts: readonly { readonly at: number; readonly starts: number }[];
  /** When its branch is open; empty when that is not known. */
  readonly schedules: readonly Schedule[];
  /** When the server was away, oldest first. */
  readonly away: readonly Away[];
  /** What it is warned of already. */
  readonly open: ReadonlySet<AlertKind>;
};

/** A version of a pack, and since when it has been there. */
export type SeenVersion = Pack & { readonly version: number; readonly since: number };

/**
 * What a library is to be warned of about a device, at an instant: of each kind at most one. `offered`: the versions that it may have, as
 * far as they are above those that it shows.
 */
export function judgeDevice(
  facts: DeviceFacts,
  offered: readonly SeenVersion[],
  rules: AlertRules,
  now: number,
): AlertFinding[] {
  return [
    silent(facts, rules, now),
    full(facts, rules),
    stale(facts, offered, rules, now),
    crashLooping(facts, rules, now),
  ].filter((finding) => finding !== undefined);
}

/** Counts the time alone in which it could have been heard. Who is warned of already is not well again because the server was away. */
function silent(
  { lastHeard, schedules, away, open }: DeviceFacts,
  { silentOpenHours, silentHours }: AlertRules,
  now: number,
): AlertFinding | undefined {
  // Hours that ran out say nothing: by them it would never be open again.
  const ofOpening = areHoursKnown(schedules, wallMomentAt(now).date);
  const hoursIn = (from: number, to: number) =>
    (ofOpening ? openTimeBetween(schedules, from, to) : to - from) / HOUR_MS;
  const counted = heardTimes(lastHeard, now, open.has('silent') ? [] : away);
  const hours = counted.reduce((sum, { from, until }) => sum + hoursIn(from, until), 0);
  if (hours < (ofOpening ? silentOpenHours : silentHours)) return undefined;
  // What is told is how long ago it was.
  return { kind: 'silent', hours: Math.floor(hoursIn(lastHeard, now)), ofOpening };
}

function full({ freeBytes, open }: DeviceFacts, rules: AlertRules): AlertFinding | undefined {
  const least = open.has('full') ? rules.freeBytes * ROOM_AGAIN : rules.freeBytes;
  return freeBytes === null || freeBytes >= least ? undefined : { kind: 'full', freeBytes };
}

/**
 * The pack that is behind for the longest time: since there is any version above the one that is shown, however often a newer one came
 * since. A device that shows none yet is not behind before it was approved: it makes contact before its first update. Who is warned of is
 * not well again with a version that is old too.
 */
function stale(
  { packs, approved, open }: DeviceFacts,
  offered: readonly SeenVersion[],
  { staleDays }: AlertRules,
  now: number,
): AlertFinding | undefined {
  const leastDays = open.has('stale') ? 0 : staleDays;
  const [worst] = packs
    .flatMap(({ library, pack, channel, version }) => {
      const above = offered.filter(
        (each) =>
          each.library === library &&
          each.pack === pack &&
          each.channel === channel &&
          each.version > version,
      );
      if (above.length === 0) return [];
      const since = Math.min(...above.map((each) => each.since));
      const days = (now - (version === 0 ? Math.max(since, approved) : since)) / DAY_MS;
      return [{ pack, version, newest: Math.max(...above.map((each) => each.version)), days }];
    })
    .filter(({ days }) => days >= leastDays)
    .sort((one, other) => other.days - one.days);
  return worst && { kind: 'stale', ...worst, days: Math.floor(worst.days) };
}

/**
 * By what it told in the hour up to its newest contact: a device that was heard in the last hour, or is warned of already. One that died of
 * it tells nothing more, and is not well because of that.
 */
function crashLooping(
  { contacts, open }: DeviceFacts,
  rules: AlertRules,
  now: number,
): AlertFinding | undefined {
  const isOpen = open.has('crash-looping');
  const newest = contacts.at(-1)?.at;
  // Of what it told then nothing is kept any more: it was at least as often as this.
  if (newest === undefined)
    return isOpen ? { kind: 'crash-looping', startsPerHour: rules.startsPerHour } : undefined;
  if (newest <= now - HOUR_MS && !isOpen) return undefined;
  const rate = startsPerHour(contacts, newest);
  return rate < rules.startsPerHour ? undefined : { kind: 'crash-looping', startsPerHour: Math.floor(rate) };
}

/**
 * The starts that were told of in the hour up to `newest`, over the time in which they happened: since the contact before them, which may
 * have been long ago, and at least an hour. What was told of the time since the first contact in that hour may be more.
 */
function startsPerHour(contacts: DeviceFacts['contacts'], newest: number): number {
  const last = contacts.filter(({ at }) => at > newest - HOUR_MS);
  const before = contacts.findLast(({ at }) => at <= newest - HOUR_MS)?.at ?? newest - HOUR_MS;
  const sum = (told: DeviceFacts['contacts']) => told.reduce((all, { starts }) => all + starts, 0);
  return Math.max(sum(last) / Math.max(1, (newest - before) / HOUR_MS), sum(last.slice(1)));
}
