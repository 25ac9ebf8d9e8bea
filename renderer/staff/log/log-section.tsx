import { useCallback, useEffect, useMemo, useState } from 'react';
import type { LoggedRow } from '../../../core/contract/desk/log.ts';
import type { QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import { listedFacts } from '../../../core/domain/desk/listed-facts.ts';
import { kiosk } from '../../kiosk.ts';
import { useStaff } from '../use-staff.ts';
import { chainCorrections } from './corrections.ts';
import { LogScreen } from './log-screen.tsx';
import { QuestionForm } from './question-form.tsx';
import type { Refused } from './refused.ts';
import { changedStay, stayIn } from './stay.ts';
import type { Stay } from './staying.tsx';
import { mayTakeBack, type TakenBack } from './taken-back.ts';
import { Tally } from './tally.tsx';
import { useLog } from './use-log.ts';
import { useSameVisitor } from './use-same-visitor.ts';
import { fetchHalfTally } from './use-tally-sheet.ts';
import { useUndoTime } from './use-undo-time.ts';

/** What stands over the log: a question that is filled in, or one that is changed. */
type Open =
  | { readonly kind: 'new'; readonly facts: QuestionFacts }
  | { readonly kind: 'edit'; readonly row: LoggedRow };

/** What a question has besides its facts; `stay`: what stays for the next one, when not all of it does. */
type More = {
  readonly at?: string;
  readonly note?: string;
  readonly stay?: Stay;
  readonly walked?: boolean;
};

/** The log of the desk: one touch saves a question; what is wrong with it is put right afterwards. */
export function LogSection() {
  const { say, quietAtLog } = useStaff();
  const { page, failed, refresh } = useLog();
  const quietHours = page?.quietHours ?? null;
  useEffect(() => {
    quietAtLog(quietHours);
    return () => quietAtLog(null);
  }, [quietAtLog, quietHours]);
  const [saved, setSaved] = useState<LoggedRow>();
  /** The page may still have what was taken back for a moment. */
  const [takenBack, setTakenBack] = useState<TakenBack>();
  // Whoever was away for a moment finds the question before, for another one of the same visitor.
  const latest = page?.latest ?? undefined;
  const card = saved ?? (latest?.number === takenBack?.number ? undefined : latest);
  const visitor = useSameVisitor(card);
  const { after, logged: tied, withdrawn: untied } = visitor;
  const [refused, setRefused] = useState<Refused>();
  const [stay, setStay] = useState<Partial<Stay>>({});
  const [open, setOpen] = useState<Open>();
  const [tallying, setTallying] = useState(false);
  useEffect(() => void fetchHalfTally(), []);
  const newest = page?.recent[0]?.number;
  const leaveTally = useCallback(() => {
    setTallying(false);
    refresh();
  }, [refresh]);

  const log = useCallback(
    async (facts: QuestionFacts, more: More = {}): Promise<Refused | undefined> => {
      const result = await kiosk
        .invoke('desk:log-question', {
          ...{ facts, at: more.at ?? null, note: more.note ?? null, after: after ?? null },
          walked: more.walked,
        })
        .catch(() => ({ kind: 'not-logged', why: 'failed' }) as const);
      setTakenBack(undefined);
      if (result.kind === 'not-logged') {
        setRefused(result.why);
        return result.why;
      }
      setRefused(undefined);
      setSaved(result.logged);
      setStay(more.stay ?? stayIn(facts));
      tied(result.logged.number);
      refresh();
      return undefined;
    },
    [after, tied, refresh],
  );
  const correct = useCallback(
    async (row: LoggedRow, facts: QuestionFacts, at: string): Promise<Refused | undefined> => {
      const result = await kiosk
        .invoke('desk:correct', { number: row.number, at, facts })
        .catch(() => ({ kind: 'not-logged', why: 'failed' }) as const);
      if (result.kind === 'not-logged') {
        setRefused(result.why);
        return result.why;
      }
      setRefused(undefined);
      setSaved((before) => (before?.number === row.number ? result.logged : before));
      if (row.number === newest) setStay((before) => ({ ...before, ...changedStay(row.question, facts) }));
      refresh();
      return undefined;
    },
    [newest, refresh],
  );
  const correctOne = useMemo(
    () => chainCorrections((row, facts) => correct(row, facts, row.question.at)),
    [correct],
  );
  const withdraw = useCallback(
    async (number: number, where: TakenBack['where']) => {
      const result = await kiosk
        .invoke('desk:withdraw', { numbers: [number] })
        .catch(() => ({ kind: 'not-logged', why: 'failed' }) as const);
      setRefused(result.kind === 'withdrawn' ? undefined : result.why);
      if (result.kind === 'withdrawn') {
        setTakenBack({ number, where });
        untied(number);
        setSaved((before) => (before?.number === number ? undefined : before));
        // What stays then is of the question before it.
        if (number === newest) setStay({});
      }
      refresh();
    },
    [newest, untied, refresh],
  );
  const undo = useCallback(() => {
    if (card !== undefined) void withdraw(card.number, 'button');
  }, [card, withdraw]);
  const canUndo = mayTakeBack(useUndoTime(card), takenBack);
  // Where the button is, and nowhere else: in a form the keys take back what was typed, and below a sheet nobody sees what goes.
  const hearsUndo = canUndo && open === undefined && !tallying;
  useEffect(() => {
    if (!hearsUndo) return;
    const hear = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'z' || event.repeat) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [hearsUndo, undo]);

  if (page === undefined)
    return (
      <>
        <h1>{say('log.title')}</h1>
        <p role="status">{say(failed ? 'log.failed' : 'log.loading')}</p>
      </>
    );
  // By the lists as they are now: what stays in this page may be older than what the library changed in them.
  const usual = listedFacts({ ...page.last, ...stay }, page.lists);
  const last = listedFacts(visitor.shown(usual), page.lists);
  const keep = (other: Partial<Stay>) => setStay((before) => ({ ...before, ...other }));
  const stayOn = (other: Partial<Stay>) => keep(visitor.choose(other));
  /** What is of this visitor stays for this visitor. */
  const stayAfter = (facts: QuestionFacts): Stay => {
    if (after === undefined) return stayIn(facts);
    return { channel: facts.channel, language: usual.language, place: usual.place };
  };
  if (tallying) return <Tally page={page} last={usual} setStay={keep} back={leaveTally} />;
  return (
    <>
      <LogScreen
        page={page}
        last={last}
        saved={card}
        undone={takenBack !== undefined}
        canUndo={canUndo}
        refused={open === undefined ? refused : undefined}
        sameVisitor={after !== undefined}
        setStay={stayOn}
        log={(facts) => void log(facts, { stay: stayAfter(facts) })}
        logWalk={(facts) =>
          // Its language is of who walked it, and not of who comes next.
          void log(facts, { stay: stayIn(usual), walked: true }).then((why) => why ?? forgetWalk(refresh))
        }
        forgetWalk={() => forgetWalk(refresh)}
        correct={(row, other) => void correctOne(row, other)}
        undo={undo}
        flipSameVisitor={visitor.flip}
        fillIn={() => setOpen({ kind: 'new', facts: last })}
        edit={(row) => setOpen({ kind: 'edit', row })}
        tally={() => setTallying(true)}
      />
      {open && (
        <QuestionForm
          key={open.kind === 'edit' ? open.row.number : 'new'}
          page={page}
          start={open.kind === 'edit' ? open.row.question : { ...open.facts, at: page.now }}
          row={open.kind === 'edit' ? open.row : undefined}
          close={() => setOpen(undefined)}
          save={(facts, at, note) =>
            open.kind === 'edit'
              ? correct(open.row, facts, at)
              : log(facts, { at, stay: stayAfter(facts), ...(note === '' ? {} : { note }) })
          }
          remove={(row) => {
            setOpen(undefined);
            void withdraw(row.number, 'list');
          }}
        />
      )}
    </>
  );
}

function forgetWalk(refresh: () => void): void {
  void kiosk
    .invoke('desk:walk-seen', {})
    .then(refresh)
    .catch(() => undefined); // A refusal is main's to log; it is offered once more.
}
