import { z } from 'zod';
import { Id } from '../domain/id.ts';
import { Language } from '../domain/language.ts';
import { Pin } from '../domain/pin.ts';
import { Role } from '../domain/role.ts';
import { Trouble } from './about.ts';
import { DeviceState } from './sync/device.ts';

const Nothing = z.strictObject({});
const count = z.number().int().nonnegative();
const seconds = z.number().int().positive();
const time = z.iso.datetime();

const closed = [
  /** After too many wrong PINs, for so long. */
  z.strictObject({ kind: z.literal('locked'), secondsLeft: seconds }),
  /** Nobody has set a PIN on this machine. */
  z.strictObject({ kind: z.literal('no-pin') }),
  /** Wrong PINs cannot be counted: the ops store cannot be used. So none is looked at. */
  z.strictObject({ kind: z.literal('no-store') }),
] as const;

/** Whether a PIN can be given now. */
export const AdminDoor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), triesLeft: seconds }),
  ...closed,
]);
export type AdminDoor = z.infer<typeof AdminDoor>;

/** What came of giving a PIN. */
export const SignInResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signed-in'), role: Role }),
  z.strictObject({ kind: z.literal('wrong'), triesLeft: seconds }),
  ...closed,
]);
export type SignInResult = z.infer<typeof SignInResult>;

/** A version of a pack at this kiosk. Times are ISO 8601; null is what is not known. */
const VersionStatus = z.strictObject({
  version: z.number().int().min(1),
  /** In a folder on this machine, as what came with the app; or from a repository, signed. */
  origin: z.enum(['folder', 'repository']),
  publishedAt: time.nullable(),
  shownSince: time.nullable(),
});
export type VersionStatus = z.infer<typeof VersionStatus>;

const NamedPage = z.object({
  kind: z.enum(['flow', 'article']),
  id: z.string(),
  titles: z.partialRecord(Language, z.object({ title: z.string() })),
});
export type NamedPage = z.infer<typeof NamedPage>;

/** What visitors will notice of a version that lies ready, and how many bytes it is about. */
const ReadyVersion = z.strictObject({
  ...VersionStatus.shape,
  added: z.array(NamedPage),
  changed: z.array(NamedPage),
  removed: z.array(NamedPage),
  /** What pages share and is different: it changes also pages that are in none of these lists. */
  shared: z.array(z.enum(['amounts', 'contacts', 'words', 'topics', 'pictures', 'synonyms'])),
  /** How many files come, change and go; null when the version that is shown has no list of its files. */
  files: z.strictObject({ added: count, changed: count, removed: count }).nullable(),
  bytes: count,
  /**
   * When it comes on the screen by itself: `idle` when nobody is there, `closed` after closing time or at `latest`, `never` while the library
   * holds its roll-out.
   */
  turn: z.enum(['idle', 'closed', 'never']),
  latest: time.nullable(),
});
export type ReadyVersion = z.infer<typeof ReadyVersion>;

/** A pack at this kiosk. */
export const PackStatus = z.strictObject({
  id: z.string(),
  title: z.string(),
  shown: VersionStatus.nullable(),
  before: VersionStatus.nullable(),
  ready: ReadyVersion.nullable(),
  heldAt: time.nullable(),
  /** The highest version that was ever on the screen: only a higher one comes by itself. */
  floor: z.number().int().min(1).nullable(),
  /** Does content for this pack lie with the app? */
  factory: z.boolean(),
  /** Until when the signatures of those who publish hold, for a pack from a repository. Afterwards it stays in use, and nothing is installed. */
  expires: time.nullable(),
  expired: z.boolean(),
  /** Until when what was heard last of a repository counts as new. Afterwards a look at the network, or a newer stick, is enough. */
  heardUntil: time.nullable(),
  unheard: z.boolean(),
  pages: count,
  /** Pages whose review day has passed: visitors do not see them. */
  overdue: count,
  /** Pages that visitors never see: another pack, `shown`, has one of that id and comes first by name. */
  hidden: z.array(z.strictObject({ id: z.string(), shown: z.string() })),
});
export type PackStatus = z.infer<typeof PackStatus>;

/** Something that was done at this kiosk. `who`: the name of whoever did it, as far as somebody here has it; null for the admin of the device. */
const ActStatus = z.strictObject({
  at: time,
  act: z.string(),
  who: z.string().nullable(),
  detail: z.string(),
});

/** All that the admin's home tells. */
export const AdminStatus = z.strictObject({
  packs: z.array(PackStatus),
  /** `none`: no repository.json; `wrong`: one that cannot be read; `twice`: one that names a pack twice; `sticks`: without an address. */
  follows: z.enum(['none', 'wrong', 'twice', 'sticks', 'address']),
  /** What is wrong with repository.json: a sentence in English, as the log has it, and the packs that it names twice. */
  settingsFault: z.strictObject({ message: z.string(), twice: z.array(z.string()) }).nullable(),
  address: z.string().nullable(),
  contactedAt: time.nullable(),
  failedAt: time.nullable(),
  /** Why the last look came to nothing: the kind, a sentence with the particulars, in English as the log has it, and of which pack. */
  failure: z.strictObject({ fault: z.string(), message: z.string(), pack: z.string().optional() }).nullable(),
  /** A look is going on, by whomever. */
  looking: z.boolean(),
  freeBytes: count,
  /** Where sticks are. */
  sticks: z.array(z.string()),
  troubles: z.array(Trouble),
  acts: z.array(ActStatus),
});
export type AdminStatus = z.infer<typeof AdminStatus>;

/** What became of one pack in a look. */
const LookedAt = z.strictObject({
  pack: z.string(),
  kind: z.enum(['ready', 'current', 'not-published', 'older', 'waits', 'failed']),
  version: count.nullable(),
  /** Why it failed, or can never come as it is. */
  fault: z.string().nullable(),
});
export type LookedAt = z.infer<typeof LookedAt>;

/** What came of a look at the repository or a stick. `nothing-to-look-at`: no repository is followed, or none is on the stick. */
export const LookResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('looked'), packs: z.array(LookedAt) }),
  z.strictObject({ kind: z.literal('nothing-to-look-at') }),
  z.strictObject({ kind: z.literal('failed'), fault: z.string(), message: z.string() }),
]);
export type LookResult = z.infer<typeof LookResult>;

/** What an admin can do with a pack. */
export const PackAct = z.enum(['install', 'hold', 'release', 'roll-back', 'factory']);
export type PackAct = z.infer<typeof PackAct>;

/** What is asked for. `version`: the one that the question named; another one may have come since, and nobody said yes to that. */
export const PackOrder = z.discriminatedUnion('act', [
  z.strictObject({
    act: PackAct.extract(['install', 'hold', 'roll-back']),
    pack: Id,
    version: z.number().int().min(1),
  }),
  z.strictObject({ act: PackAct.extract(['release', 'factory']), pack: Id }),
]);
export type PackOrder = z.infer<typeof PackOrder>;

/**
 * What came of it: the version that is shown now. `nothing`: there was nothing to do it with. `changed`: it would be another version than
 * was named, so nothing is done. `refused`: the store did not take it.
 */
export const ActResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), version: count }),
  z.strictObject({ kind: z.enum(['nothing', 'changed', 'refused']) }),
]);
export type ActResult = z.infer<typeof ActResult>;

/** The kind of a failure, and a sentence in English for who wants to know precisely. */
const Failure = z.strictObject({ fault: z.string(), message: z.string() });

/** The central server of this kiosk. `waiting`: how many things that happened it does not have yet; `dropped`: made room for newer ones. */
export const ServerStatus = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('enrolled'),
    address: z.string(),
    library: z.string(),
    branch: z.string(),
    state: DeviceState,
    contactedAt: time.nullable(),
    /** Why the last try came to nothing; none when it went well. */
    failure: Failure.nullable(),
    waiting: count,
    dropped: count,
    quarantined: count,
  }),
]);
export type ServerStatus = z.infer<typeof ServerStatus>;

/** What came of asking to belong to a library, or of telling the server what waits: done, or the kind of failure and a sentence. */
export const ServerResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  Failure.extend({ kind: z.literal('failed') }),
]);
export type ServerResult = z.infer<typeof ServerResult>;

/** The channels of whoever looks after a kiosk. `session:end` signs out too: the role goes with the visit. */
export const ADMIN_CHANNELS = {
  'admin:door': { role: 'visitor', input: Nothing, output: AdminDoor },
  'admin:sign-in': { role: 'visitor', input: z.strictObject({ pin: Pin }), output: SignInResult },
  'admin:status': { role: 'admin', input: Nothing, output: AdminStatus },
  /** Looks at the repository, or at a stick, and makes ready what is new; answers when that is done. */
  'admin:look': {
    role: 'admin',
    input: z.strictObject({ stick: z.string().max(1_000).optional(), acceptExpired: z.boolean() }),
    output: LookResult,
  },
  'admin:server': { role: 'admin', input: Nothing, output: ServerStatus },
  /** Asks a server whether this device may belong to the library that made the code. */
  'admin:enrol': {
    role: 'admin',
    input: z.strictObject({ server: z.string().max(300), code: z.string().max(40) }),
    output: ServerResult,
  },
  /** Tells the server now what waits, and that this device is there. */
  'admin:tell': { role: 'admin', input: Nothing, output: ServerResult },
  /** Does something with a pack, at once. */
  'admin:act': { role: 'admin', input: PackOrder, output: ActResult },
} as const;
