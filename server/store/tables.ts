import type { DeviceProfile, DeviceState } from '../../core/contract/sync/device.ts';
import type { AccountTables } from '../accounts/account-tables.ts';
import type { AlertTables } from '../alerts/alert-tables.ts';
import type { DirectoryTables } from '../directory/directory-tables.ts';
import type { HandoverTables } from '../handovers/handover-tables.ts';
import type { OrganisationTables } from '../organisations/organisation-tables.ts';
import type { QuestionTables } from '../reports/question-tables.ts';
import type { RolloutTables } from '../rollouts/rollout-tables.ts';

/** Which database holds the store. */
export type DatabaseKind = 'sqlite' | 'postgres';

/** Moments are text as `Date.toISOString()` writes them: both databases keep, compare and sort it alike. */
type Moment = string;

/** A library that takes part. */
export type Library = { readonly id: string; readonly name: string; readonly made_at: Moment };

/** A place of a library where devices stand. */
export type Branch = {
  readonly library: string;
  readonly id: string;
  readonly name: string;
  /** The municipality that it is in, as its reports name it. */
  readonly municipality: string | null;
};

/** A code with which one device may enrol; only its SHA-256 is known here. */
export type EnrolmentCodeRow = {
  readonly hash: string;
  readonly library: string;
  readonly branch: string;
  readonly expires_at: Moment;
  /** The device that used it; with none it is still to be used. */
  readonly device: string | null;
  /** The device that the one which uses it stands in for, if any. */
  readonly replaces: string | null;
};

/** A device, and how it fares: as it said itself in the newest batch, and when that was by the clock of the server. */
export type DeviceRow = {
  readonly id: string;
  readonly library: string;
  readonly branch: string;
  readonly public_key: string;
  readonly profile: DeviceProfile;
  readonly state: DeviceState;
  readonly app_version: string;
  readonly enrolled_at: Moment;
  /** Null while it waits, and of a device that was approved by a version that did not write it down. */
  readonly approved_at: Moment | null;
  readonly last_contact: Moment | null;
  /** Clock of the device minus clock of the server, in milliseconds. */
  readonly clock_skew_ms: number | null;
  readonly backlog: number | null;
  readonly free_bytes: number | null;
  /** Packs that it shows, as JSON: those that it named last. */
  readonly packs: string;
  /** Since when it says that it follows none, while what it named before stands; null else. */
  readonly packs_none_since: Moment | null;
  /** The highest number of an item that came in. */
  readonly last_seq: number;
  /** `health.seq` of the newest batch; null before the first. */
  readonly health_seq: number | null;
  /** The highest number and hour of the items that were counted and then purged; null while none were. */
  readonly purged_seq: number | null;
  readonly purged_hour: string | null;
  /** The device that this one stands in for: revoked when this one is approved. */
  readonly replaces: string | null;
};

/** A batch that was taken in, once, with what a device lived through since the one before. */
export type BatchRow = {
  readonly device: string;
  readonly id: string;
  readonly library: string;
  readonly received_at: Moment;
  readonly starts: number;
  /** Codes of incidents, as JSON. */
  readonly incidents: string;
};

/** An item that was understood and counted. `body` is JSON with its keys in the order of the contract. */
export type ItemRow = {
  readonly device: string;
  readonly id: string;
  readonly library: string;
  readonly branch: string;
  readonly seq: number;
  readonly hour: string;
  readonly type: string;
  readonly body: string;
  readonly received_at: Moment;
};

/** An item that was not, kept apart for people. `sha256` is of `item`, which is JSON. */
export type QuarantineRow = {
  readonly device: string;
  readonly id: string;
  readonly sha256: string;
  readonly library: string;
  readonly why: 'not-understood' | 'other-content' | 'no-hour';
  readonly item: string;
  readonly received_at: Moment;
};

/** How often something happened in an hour at a branch. `body`: what it was about, as in an item. */
export type CountRow = {
  readonly library: string;
  readonly branch: string;
  readonly type: string;
  readonly hour: string;
  readonly body: string;
  readonly number: number;
};

/** The tables of the server's store. Each row of a library carries its library. */
export type Tables = RolloutTables & {
  readonly libraries: Library;
  readonly branches: Branch;
  readonly enrolment_codes: EnrolmentCodeRow;
  readonly devices: DeviceRow;
  readonly batches: BatchRow;
  readonly items: ItemRow;
  readonly quarantine: QuarantineRow;
  readonly counts: CountRow;
  /** Keys of the server itself, where several instances share a database. */
  readonly server_keys: { readonly name: string; readonly pem: string };
  readonly migrations: { readonly name: string; readonly sha256: string };
} & AccountTables &
  AlertTables &
  DirectoryTables &
  OrganisationTables &
  QuestionTables &
  HandoverTables;
