import { z } from 'zod';
import { DeskLists, MOST_SUBJECTS } from '../../domain/desk/desk-lists.ts';
import { DeskOutcome, DeskQuestion, QuestionFacts } from '../../domain/desk/desk-question.ts';
import { LocalHour } from '../../domain/desk/local-hour.ts';
import { MOST_NOTE } from '../../domain/desk/note-guard.ts';
import { Language } from '../../domain/language.ts';
import { Trouble } from '../about.ts';
import { PrintResult } from '../print.ts';
import { DeviceState } from '../sync/device.ts';

const Nothing = z.strictObject({});
const count = z.number().int().nonnegative();
/** What names a question on this device. */
const number = z.number().int().positive();

/** So many questions of a tally sheet are entered at once at most. */
export const MOST_TALLIED = 500;

/** A question that was logged here. `undoMs`: one touch takes it back for so long yet; 0 when the minute is over, or of an earlier start. */
export const LoggedRow = z.strictObject({
  number,
  loggedAt: z.iso.datetime(),
  question: DeskQuestion,
  corrected: z.boolean(),
  undoMs: z.number().nonnegative(),
  canCorrect: z.boolean(),
});
export type LoggedRow = z.infer<typeof LoggedRow>;

/** How a question was before somebody changed it: who is an id, and a name as long as that person works here. */
const LoggedChange = z.strictObject({
  at: z.iso.datetime(),
  before: DeskQuestion,
  person: z.string().nullable(),
  name: z.string().nullable(),
});
export type LoggedChange = z.infer<typeof LoggedChange>;

/** What one touch logs. */
const Favourite = QuestionFacts.pick({
  category: true,
  subCategory: true,
  organization: true,
  duration: true,
  outcome: true,
});

/** All that the log shows. */
export const DeskLog = z.strictObject({
  /** The hour on the wall now. */
  now: LocalHour,
  lists: DeskLists,
  /** Why the library's own lists are not used: a sentence with the place, for whoever wrote them. */
  listsFault: z.string().nullable(),
  /** Which of its schedules are left out, and why. */
  hoursFault: z.string().nullable(),
  /**
   * The values of the question before, which stay; the language and the place of the newest one that was no walk, and not of the same visitor
   * as the one before it.
   */
  last: QuestionFacts,
  favourites: z.array(Favourite),
  /** The rest of the library's list. */
  others: z.array(Favourite),
  /** From the flow that was just walked on this machine, with its titles. */
  walk: z.strictObject({ facts: QuestionFacts, titles: z.partialRecord(Language, z.string()) }).nullable(),
  recent: z.array(LoggedRow),
  /** What the same person logged here last, a few minutes ago: the visitor may have another question. */
  latest: LoggedRow.nullable(),
  /** What was taken back within a day, the last first. */
  withdrawn: z.array(LoggedChange),
  /** Questions of today, by the clock. */
  today: count,
  /** What waits for the server; null on a device that belongs to none. */
  server: z
    .strictObject({ state: DeviceState, waiting: count, lastContact: z.iso.datetime().nullable() })
    .nullable(),
  clockBehind: z.boolean(),
  troubles: z.array(Trouble),
  /**
   * When the store was damaged: up to when what was logged still counts, because it is in the copy that was put back, or because the server
   * has it; null when nothing is known to count.
   */
  restoredTo: z.strictObject({ at: z.iso.datetime(), where: z.enum(['copy', 'server']) }).nullable(),
  /**
   * Nothing was logged for so many hours in which the library was open, 0 when that was an opening that was too short for hours; null when there
   * is nothing to remind of.
   */
  quietHours: count.nullable(),
});
export type DeskLog = z.infer<typeof DeskLog>;

/** Why something was not logged. `disk-full`, `not-writable` and `no-store` are of the machine, the rest of what was asked. */
const NotLogged = z.strictObject({
  kind: z.literal('not-logged'),
  why: z.enum([
    ...['disk-full', 'not-writable', 'no-store'],
    ...['future', 'too-old', 'too-late', 'gone'],
    ...['notes-off', 'bsn', 'iban', 'email', 'phone', 'birth-date', 'digid'],
  ] as const),
});
export type NotLogged = z.infer<typeof NotLogged>;

/** What came of logging: it is on the disk, or it is not. */
export const LogResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('logged'), logged: LoggedRow }),
  NotLogged,
]);
export type LogResult = z.infer<typeof LogResult>;

/** How often a subject was asked, by how it ended. */
const TallyRow = z.strictObject({
  ...QuestionFacts.pick({ category: true, subCategory: true, organization: true }).shape,
  times: z.partialRecord(DeskOutcome, z.number().int().min(1).max(MOST_TALLIED)),
});

/** A tally sheet that was entered. What is the same for all of it is in it once: so a sheet with a mark in every box is no large call. */
export const TallyEntry = z.strictObject({
  at: LocalHour,
  shared: QuestionFacts.pick({ channel: true, duration: true, language: true, place: true }),
  rows: z
    .array(TallyRow)
    .min(1)
    .max(MOST_SUBJECTS)
    .refine(
      (rows) =>
        rows.flatMap(({ times }) => Object.values(times)).reduce((sum, each) => sum + each, 0) <=
        MOST_TALLIED,
      `has more than ${MOST_TALLIED} questions`,
    ),
});
export type TallyEntry = z.infer<typeof TallyEntry>;

/** More than may be entered at once in one box: what is typed is seen to be too much, and never less than was typed. */
export const MOST_IN_BOX = 999;
const MOST_BOXES = MOST_SUBJECTS * DeskOutcome.options.length;

/** A sheet that is half entered, as the page keeps it: `marks` are boxes and how many marks stand in each. */
export const HalfTally = z.strictObject({
  at: LocalHour,
  stay: QuestionFacts.pick({ channel: true, duration: true }),
  marks: z.array(z.tuple([z.string().max(200), z.number().int().min(1).max(MOST_IN_BOX)])).max(MOST_BOXES),
});
export type HalfTally = z.infer<typeof HalfTally>;

/** The channels of the desk's log. */
export const DESK_LOG_CHANNELS = {
  /**
   * For how many open hours nothing was logged at the desk's own PC; null when there is nothing to remind of, and always at a kiosk. Also for
   * a page at which nobody gave a PIN: after so many hours the desk has locked itself.
   */
  'desk:quiet': { role: 'visitor', input: Nothing, output: count.nullable() },
  'desk:log': { role: 'staff', input: Nothing, output: DeskLog },
  /** Logs a question; without an hour it is of now. `after`: the question before it of the same visitor. `walked`: it is `walk`. */
  'desk:log-question': {
    role: 'staff',
    input: z.strictObject({
      at: LocalHour.nullable(),
      facts: QuestionFacts,
      after: number.nullable(),
      note: z.string().trim().max(MOST_NOTE).nullable(),
      walked: z.boolean().optional(),
    }),
    output: LogResult,
  },
  /** Corrects a question, within a day. */
  'desk:correct': {
    role: 'staff',
    input: z.strictObject({ number, at: LocalHour, facts: QuestionFacts }),
    output: LogResult,
  },
  /** Takes questions back, within a day: all of them or none. */
  'desk:withdraw': {
    role: 'staff',
    input: z.strictObject({ numbers: z.array(number).min(1).max(MOST_TALLIED) }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('withdrawn') }), NotLogged]),
  },
  /** How a question was before each change, newest first, and its note. */
  'desk:history': {
    role: 'staff',
    input: z.strictObject({ number }),
    output: z.strictObject({
      note: z.string().nullable(),
      changes: z.array(LoggedChange),
    }),
  },
  /** The question that the last flow stands for is logged, or is none. */
  'desk:walk-seen': { role: 'staff', input: Nothing, output: z.null() },
  /** Logs what was tallied on paper, all of it or nothing. */
  'desk:log-tally': {
    role: 'staff',
    input: TallyEntry,
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('logged'), numbers: z.array(number) }),
      NotLogged,
    ]),
  },
  /** Keeps a sheet that is half entered, for whoever is signed in and until the app ends; null when nothing is left of it. */
  'desk:keep-tally': {
    role: 'staff',
    input: z.strictObject({ half: HalfTally.nullable() }),
    output: z.null(),
  },
  /** The sheet that whoever is signed in entered half before the desk locked; null when there is none. */
  'desk:half-tally': { role: 'staff', input: Nothing, output: HalfTally.nullable() },
  /** Prints the tally sheet on A4. */
  'desk:print-tally': { role: 'staff', input: z.strictObject({ language: Language }), output: PrintResult },
} as const;
