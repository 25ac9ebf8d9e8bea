import type { DeskLog, HalfTally, LoggedRow, NotLogged } from '../../core/contract/desk/log.ts';
import type { Handlers } from '../../core/contract/ipc.ts';
import type { DeskLists } from '../../core/domain/desk/desk-lists.ts';
import { DeskOutcome, type QuestionFacts } from '../../core/domain/desk/desk-question.ts';
import { factsOfWalk } from '../../core/domain/desk/facts-of-walk.ts';
import { FAVOURITES_LEARN_FROM, favouritesOf, othersOf } from '../../core/domain/desk/favourites.ts';
import { listedFacts, usualPlace } from '../../core/domain/desk/listed-facts.ts';
import { dayOf, type LocalHour, localHourOf } from '../../core/domain/desk/local-hour.ts';
import {
  correctableSince,
  faultOfHour,
  isClockBehind,
  isWithinDay,
  mayCorrect,
  UNDO_MS,
} from '../../core/domain/desk/log-times.ts';
import { faultOfNote } from '../../core/domain/desk/note-guard.ts';
import type { Language } from '../../core/domain/words.ts';
import { HOME_LANGUAGE } from '../../core/domain/words.ts';
import { readFlow } from '../../db/content/read-content.ts';
import type { WriteDb } from '../../db/open.ts';
import { correctQuestion, withdrawQuestion } from '../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../db/ops/desk/log-question.ts';
import { passOnQuestions } from '../../db/ops/desk/pass-on.ts';
import type { LoggedQuestion } from '../../db/ops/desk/question-row.ts';
import {
  lastLoggedAt,
  listChanges,
  listQuestionsSince,
  listWithdrawn,
  readNote,
  readQuestion,
} from '../../db/ops/desk/read-questions.ts';
import { readEnrolment } from '../../db/ops/enrolment.ts';
import { countOutbox } from '../../db/ops/outbox.ts';
import { countOfDay } from '../../db/ops/question-counts.ts';
import { faultOf } from '../../db/store-fault.ts';
import type { ContentHouse } from '../content/content-house.ts';
import type { Log } from '../log.ts';
import type { PrintRoom } from '../print/print-room.ts';
import { attempt } from '../stores/store-places.ts';
import type { FoundLists } from './desk-lists-file.ts';
import type { LastWalk } from './last-walk.ts';

type DeskLogHandlers = Pick<
  Handlers,
  | 'desk:log'
  | 'desk:quiet'
  | 'desk:log-question'
  | 'desk:correct'
  | 'desk:withdraw'
  | 'desk:history'
  | 'desk:walk-seen'
  | 'desk:log-tally'
  | 'desk:print-tally'
  | 'desk:keep-tally'
  | 'desk:half-tally'
>;

/** What the log needs of the rest of the app. */
export type DeskLogPlan = {
  readonly house: Pick<ContentHouse, 'write' | 'read' | 'troubles' | 'sentUntil'>;
  readonly lists: () => FoundLists;
  readonly walk: LastWalk;
  /** For how many hours, in which the library was open, nothing was logged; null when there is nothing to remind of. */
  readonly quietHours: (lastLoggedAt: string | undefined, now: Date) => Promise<number | null>;
  /** The id of who is signed in; null when nobody is: the desk's own PC may be without a PIN. */
  readonly person: () => string | null;
  /** Is this the desk's own PC? A visitor at a kiosk need not know how busy the desk was. */
  readonly isDesk: boolean;
  readonly printRoom: () => Promise<Pick<PrintRoom, 'printTally'>>;
  readonly now: () => Date;
  /** Milliseconds that never go back, whatever the time of day does. */
  readonly elapsed: () => number;
  /** Does something when the answer to what is going on now has gone out. */
  readonly afterwards: (act: () => void) => void;
  readonly log: Log;
};

/** So many of the last questions are shown, and besides them all that can still be put right. */
const MOST_RECENT = 40;

/** For so long after a question was logged, its visitor may have another one, also where staff looked elsewhere meanwhile. */
const SAME_VISITOR_MS = 10 * 60_000;

/** The log of the desk. Who may call is the door's to say. */
export function deskLogHandlers(plan: DeskLogPlan): DeskLogHandlers {
  const { house, walk, elapsed } = plan;
  /** When what was logged since the start was: by a clock that nobody sets. */
  const logged = new Map<number, number>();
  /** Questions of a flow that was walked, or of a visitor who asked before: their language is of that visitor, and stays for nobody. */
  const walks = new Set<number>();

  /** Who logged what since the start, and when, the last at the end. */
  const by: { readonly number: number; readonly at: number; readonly person: string | null }[] = [];

  /** The sheet that each person entered half. In memory alone: it is on paper. */
  const halves = new Map<string | null, HalfTally>();

  /** What still counts of a store that was damaged at this start: said until the next one. */
  const restoredTo = stillCounting(house);

  const keep = <T>(act: (ops: WriteDb, now: Date) => T): T | NotLogged => {
    let why: NotLogged['why'] = 'no-store';
    const kept = house.write((ops, now) => {
      const done = attempt(() => act(ops, now));
      if ('done' in done) return done;
      plan.log.trouble('question-not-logged', String(done.error));
      why = faultOf(done.error) === 'disk-full' ? 'disk-full' : 'not-writable';
      // The house hears of it too: it is not only who logs that must know.
      throw done.error;
    });
    return kept === undefined ? notLogged(why) : kept.done;
  };
  /** Nobody waits for what follows from a question. What fails is logged, and done with the next one, or at the next start. */
  const passOn = () => plan.afterwards(() => void house.write(passOnQuestions));
  const agoMs = (number: number) => {
    const at = logged.get(number);
    return at === undefined ? undefined : elapsed() - at;
  };
  const rowOf = (question: LoggedQuestion, now: Date): LoggedRow => {
    const ago = agoMs(question.number);
    return {
      ...question,
      undoMs: ago === undefined ? 0 : Math.max(0, UNDO_MS - ago),
      canCorrect: mayCorrect(question.loggedAt, now, ago),
    };
  };
  const noteFault = (note: string | null): NotLogged['why'] | undefined => {
    if (note === null || note === '') return undefined;
    return plan.lists().lists.notes ? faultOfNote(note) : 'notes-off';
  };
  /** Why a question cannot be changed any more, or not to this hour; the hour that it has is not judged again. */
  const faultOfChange = (
    ops: WriteDb,
    number: number,
    now: Date,
    at?: LocalHour,
  ): NotLogged['why'] | undefined => {
    const row = readQuestion(ops, number);
    if (row === undefined) return 'gone';
    if (!mayCorrect(row.logged_at, now, agoMs(number))) return 'too-late';
    return at === undefined || at === row.at ? undefined : faultOfHour(at, now);
  };

  return {
    'desk:log': async () => {
      const { lists, fault, hoursFault } = plan.lists();
      const now = plan.now();
      // As many as can be put right, also where a clock that was behind says of them that they are of long ago.
      const correctable = Math.max(
        FAVOURITES_LEARN_FROM,
        [...logged.keys()].filter((number) => isWithinDay(agoMs(number))).length,
      );
      const stored = house.write((ops) => ({
        recent: listQuestionsSince(ops, correctable, correctableSince(now)),
        withdrawn: listWithdrawn(ops, correctableSince(now)),
        last: lastLoggedAt(ops, now),
        enrolment: readEnrolment(ops),
        waiting: countOutbox(ops),
        today: countOfDay(ops, dayOf(localHourOf(now))),
      }));
      const recent = stored?.recent ?? [];
      const general = recent.filter(({ number }) => !walks.has(number));
      // Of one from before the start nobody knows any more whether it was of a flow that was walked: its language may be of that visitor.
      const own = general.find(({ number }) => logged.has(number))?.question;
      // Its place is where this computer stands, as long as it is not of a visitor who asked before.
      const placed = own ?? general.find(({ question }) => question.nth === 1)?.question;
      const newest = recent[0]?.question ?? firstFacts(lists);
      const staying = {
        ...factsIn(newest),
        language: own?.language ?? HOME_LANGUAGE,
        place: placed === undefined ? usualPlace(lists) : placed.place,
      };
      const last = listedFacts(staying, lists);
      const mine = by.findLast(({ number }) => recent.some((row) => row.number === number));
      const isLate =
        mine === undefined || mine.person !== plan.person() || elapsed() - mine.at > SAME_VISITOR_MS;
      const latest = isLate ? undefined : recent.find(({ number }) => number === mine.number);
      const { enrolment } = stored ?? {};
      const favourites = favouritesOf(
        recent.slice(0, FAVOURITES_LEARN_FROM).map(({ question, loggedAt }) => ({ ...question, loggedAt })),
        lists,
      );
      return {
        now: localHourOf(now),
        lists,
        listsFault: fault,
        hoursFault: hoursFault ?? null,
        last,
        favourites,
        others: othersOf(favourites, lists),
        walk: await walkPage(plan, lists, last),
        recent: recent
          .map((question) => rowOf(question, now))
          .filter(({ canCorrect }, index) => index < MOST_RECENT || canCorrect),
        latest: latest === undefined ? null : rowOf(latest, now),
        withdrawn: (stored?.withdrawn ?? []).map(({ after: _, ...change }) => change),
        today: stored?.today ?? 0,
        server:
          enrolment === undefined
            ? null
            : { state: enrolment.state, waiting: stored?.waiting ?? 0, lastContact: enrolment.last_contact },
        clockBehind: isClockBehind(recent[0]?.loggedAt, now),
        troubles: [...house.troubles()],
        restoredTo,
        quietHours: stored === undefined ? null : await plan.quietHours(stored.last, now),
      } satisfies DeskLog;
    },
    'desk:quiet': async () => {
      const stored = plan.isDesk ? house.write((ops, now) => ({ last: lastLoggedAt(ops, now) })) : undefined;
      return stored === undefined ? null : plan.quietHours(stored.last, plan.now());
    },
    'desk:log-question': ({ at, facts, after, note, walked }) => {
      const wrong = noteFault(note) ?? (at === null ? undefined : faultOfHour(at, plan.now()));
      if (wrong !== undefined) return notLogged(wrong);
      return keep((ops, now) => {
        const question = logQuestion(ops, now, {
          ...{ at: at ?? localHourOf(now), facts, after: after ?? undefined },
          note: note === null || note === '' ? undefined : note,
        });
        passOn();
        logged.set(question.number, elapsed());
        by.push({ number: question.number, at: elapsed(), person: plan.person() });
        if (by.length > MOST_RECENT) by.shift();
        if (walked || after !== null) walks.add(question.number);
        return { kind: 'logged', logged: rowOf(question, now) };
      });
    },
    'desk:correct': ({ number, at, facts }) =>
      keep((ops, now) => {
        const refused = faultOfChange(ops, number, now, at);
        if (refused !== undefined) return notLogged(refused);
        const question = correctQuestion(ops, now, number, { at, facts }, plan.person());
        return question === undefined ? notLogged('gone') : { kind: 'logged', logged: rowOf(question, now) };
      }),
    'desk:withdraw': ({ numbers }) =>
      keep((ops, now) =>
        ops
          .transaction((): { kind: 'withdrawn' } | NotLogged => {
            for (const number of numbers) {
              const refused = faultOfChange(ops, number, now);
              if (refused !== undefined) return notLogged(refused);
            }
            for (const number of numbers) withdrawQuestion(ops, now, number, plan.person());
            return { kind: 'withdrawn' };
          })
          .immediate(),
      ),
    'desk:history': ({ number }) => {
      const found = house.write((ops) => ({
        note: readNote(ops, number),
        changes: listChanges(ops, number).map(({ after: _, ...change }) => change),
      }));
      return found ?? { note: null, changes: [] };
    },
    'desk:walk-seen': () => {
      walk.forget();
      return null;
    },
    'desk:log-tally': ({ at, shared, rows }) => {
      const wrong = faultOfHour(at, plan.now());
      if (wrong !== undefined) return notLogged(wrong);
      return keep((ops, now) =>
        ops
          .transaction(() => {
            const numbers = rows.flatMap(({ times, ...subject }) =>
              DeskOutcome.options.flatMap((outcome) =>
                Array.from({ length: times[outcome] ?? 0 }, () => {
                  const facts = { ...subject, ...shared, outcome };
                  return logQuestion(ops, now, { at, facts }).number;
                }),
              ),
            );
            passOn();
            for (const number of numbers) logged.set(number, elapsed());
            return { kind: 'logged' as const, numbers };
          })
          .immediate(),
      );
    },
    'desk:keep-tally': ({ half: sheet }) => {
      if (sheet === null) halves.delete(plan.person());
      else halves.set(plan.person(), sheet);
      return null;
    },
    'desk:half-tally': () => halves.get(plan.person()) ?? null,
    'desk:print-tally': async ({ language }) =>
      (await plan.printRoom()).printTally(plan.lists().lists, language),
  };
}

/** What was logged up to when is in the copy that was put back, or at the server: logged once more it would count twice. */
function stillCounting({ troubles, write, sentUntil }: DeskLogPlan['house']): DeskLog['restoredTo'] {
  const isRestored = troubles().includes('ops-restored');
  if (!isRestored && !troubles().includes('ops-lost')) return null;
  const copy = write((ops, now) => ({
    last: lastLoggedAt(ops, now),
    isEnrolled: readEnrolment(ops) !== undefined,
  }));
  // Without a copy nothing here knows of the server any more; what it was sent, it has all the same.
  const sent = isRestored && !copy?.isEnrolled ? undefined : sentUntil;
  if (sent !== undefined && (copy?.last === undefined || sent > copy.last))
    return { at: sent, where: 'server' };
  return copy?.last === undefined ? null : { at: copy.last, where: 'copy' };
}

function notLogged(why: NotLogged['why']): NotLogged {
  return { kind: 'not-logged', why };
}

/** The values that stay from one question to the next, before there was one. */
function firstFacts(lists: DeskLists): QuestionFacts {
  return {
    ...{ category: 'digital-contact', subCategory: null, organization: null },
    ...{ channel: 'desk', duration: '5-15', outcome: 'answered' },
    ...{ language: HOME_LANGUAGE, place: usualPlace(lists) },
  };
}

function factsIn(question: QuestionFacts): QuestionFacts {
  const { category, subCategory, organization, channel, duration, outcome, language, place } = question;
  return { category, subCategory, organization, channel, duration, outcome, language, place };
}

/** The flow that was walked last, as a question to log; null when there is none, or the content does not have it (any more). */
async function walkPage(
  { walk, house }: DeskLogPlan,
  lists: DeskLists,
  last: QuestionFacts,
): Promise<DeskLog['walk']> {
  const walked = walk.look();
  if (walked === undefined) return null;
  const titles = await house.read(
    (db): Partial<Record<Language, string>> | undefined => {
      const words = readFlow(db, walked.flow)?.words;
      return (
        words &&
        Object.fromEntries(
          Object.entries(words).flatMap(([code, said]) => (said ? [[code, said.title]] : [])),
        )
      );
    },
    () => undefined,
  );
  return titles === undefined ? null : { facts: factsOfWalk(walked, lists, last), titles };
}
