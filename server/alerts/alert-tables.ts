import type { AlertKind } from '../../core/domain/alerts/alert.ts';

/** Something that a library is warned of. Of each subject and kind one is open at most. */
export type AlertRow = {
  readonly id: string;
  readonly library: string;
  /** The id of the device, `repository` or `quarantine`. */
  readonly subject: string;
  readonly device: string | null;
  readonly kind: AlertKind;
  /** `AlertFinding` as JSON, as it was found last. */
  readonly finding: string;
  readonly opened_at: string;
  readonly closed_at: string | null;
};

/** One message about an alert, by one way. With `next_try_at` it is to be told, with `told_at` beside it to some addresses only; else it was told, or given up. */
export type AlertMessageRow = {
  readonly alert: string;
  readonly library: string;
  readonly about: 'opened' | 'closed';
  readonly way: 'webhook' | 'mail';
  readonly tries: number;
  readonly next_try_at: string | null;
  readonly told_at: string | null;
  /** Why the last try came to nothing. With tries and without this, one is going on, or ended with its instance. */
  readonly failure: string | null;
  /** 1: a try may have arrived, though nobody answered. Whoever was perhaps told is told that it is over. */
  readonly maybe_told: number;
  /** Which addresses are still to be told, as JSON: numbers that do not say which, as `mailAlert` makes them. Null while that is all, or none. */
  readonly refused: string | null;
};

/** Since when the server has had a version of a pack: `stale` counts from there. `library`: who publishes it. */
export type VersionSeenRow = {
  readonly library: string;
  readonly pack: string;
  readonly channel: string;
  readonly version: number;
  readonly seen_at: string;
};

/** When no instance could hear devices, or the store was away. Of one that goes on nothing stands here yet. */
export type TimeAwayRow = { readonly from_at: string; readonly until_at: string };

/** The tables of this room. */
export type AlertTables = {
  readonly alerts: AlertRow;
  readonly alert_messages: AlertMessageRow;
  readonly versions_seen: VersionSeenRow;
  readonly times_away: TimeAwayRow;
};
