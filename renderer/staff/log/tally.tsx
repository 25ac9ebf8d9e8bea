import { ArrowLeft, Check, CircleCheck, Minus, Printer, Undo2 } from 'lucide';
import { type KeyboardEvent, useRef, useState } from 'react';
import { type DeskLog, MOST_IN_BOX, MOST_TALLIED } from '../../../core/contract/desk/log.ts';
import { DeskOutcome, type QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { useLogKey } from '../use-log-key.ts';
import { useStaff } from '../use-staff.ts';
import { useWayToLog } from '../use-way-to-log.ts';
import { Choices } from './choices.tsx';
import { HourPicker } from './hour-picker.tsx';
import { nameIn, TINTS } from './names.ts';
import { channelOptions, durationOptions } from './options.ts';
import type { Refused } from './refused.ts';
import { type Stay, Staying } from './staying.tsx';
import styles from './tally.module.css';
import { boxOf, tallyRows, typedOn } from './tally-rows.ts';
import { useTallySheet } from './use-tally-sheet.ts';

type Props = {
  readonly page: DeskLog;
  /** The values that stay from one question to the next. */
  readonly last: QuestionFacts;
  readonly setStay: (other: Partial<Stay>) => void;
  readonly back: () => void;
};

/** The tally sheet on the screen, in the rows and columns of the one on paper: a touch is a mark, and a number can be typed. */
export function Tally({ page, last, setStay, back }: Props) {
  const { say, language } = useStaff();
  const { subCategories } = page.lists;
  const [isLess, setIsLess] = useState(false);
  const [{ marks, at, stay }, setSheet] = useTallySheet({
    ...{ marks: new Map(), at: page.now },
    stay: { channel: last.channel, duration: last.duration },
  });
  const [said, setSaid] = useState('');
  const [logged, setLogged] = useState<readonly number[]>();
  const [why, setWhy] = useState<Refused>();
  useLogKey(back);
  useWayToLog(say('log.name'), language, back);
  const table = useRef<HTMLTableElement>(null);
  const isSaving = useRef(false);
  const total = [...marks.values()].reduce((sum, each) => sum + each, 0);
  const over = total - MOST_TALLIED;

  const put = (box: string, count: number) =>
    setSheet((before) => ({
      ...before,
      marks: new Map(before.marks).set(box, Math.max(0, Math.min(MOST_IN_BOX, count))),
    }));
  const save = async () => {
    // Pressed again before the disk has it: it is one sheet all the same.
    if (isSaving.current) return;
    isSaving.current = true;
    const { language: spoken, place } = last;
    const result = await kiosk
      .invoke('desk:log-tally', {
        at,
        shared: { ...stay, language: spoken, place },
        rows: tallyRows(subCategories, marks),
      })
      .catch(() => ({ kind: 'not-logged', why: 'failed' }) as const);
    isSaving.current = false;
    if (result.kind === 'not-logged') return setWhy(result.why);
    setWhy(undefined);
    setSheet((before) => ({ ...before, marks: new Map() }));
    setLogged(result.numbers);
    setSaid(say('tally.saved', { count: result.numbers.length }));
  };
  const undo = async () => {
    const result = await kiosk
      .invoke('desk:withdraw', { numbers: [...(logged ?? [])] })
      .catch(() => ({ kind: 'not-logged', why: 'failed' }) as const);
    if (result.kind === 'not-logged') return setWhy(result.why);
    setLogged(undefined);
    setSaid(say('log.undone'));
  };
  const print = async () => {
    setSaid(say('tally.printing'));
    const result = await kiosk.invoke('desk:print-tally', { language }).catch(() => 'failed' as const);
    setSaid(say(`tally.prints.${result}`));
  };
  const press = (event: KeyboardEvent, row: number, column: number, box: string) => {
    const count = marks.get(box) ?? 0;
    const to = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (to !== undefined) {
      const [down = 0, aside = 0] = to;
      const next = `[data-box="${row + down} ${column + aside}"]`;
      table.current?.querySelector<HTMLElement>(next)?.focus();
    } else if (/^\d$/.test(event.key)) put(box, typedOn(count, Number(event.key)));
    else if (event.key === 'Backspace' || event.key === 'Delete') put(box, Math.floor(count / 10));
    else return;
    event.preventDefault();
  };

  return (
    <>
      <header className={styles.head}>
        <div>
          <h1>{say('tally.title')}</h1>
          <p className={styles.lead}>{say('tally.lead')}</p>
        </div>
        <div className={styles.ways}>
          <button type="button" className={styles.way} onClick={back}>
            <Icon of={ArrowLeft} className="mirrored" />
            {say('tally.back')}
          </button>
          <button type="button" className={styles.way} onClick={() => void print()}>
            <Icon of={Printer} />
            {say('tally.print')}
          </button>
        </div>
      </header>
      <div className={styles.facts}>
        <HourPicker
          at={at}
          now={page.now}
          choose={(wanted) => setSheet((before) => ({ ...before, at: wanted }))}
        />
        <Choices
          label={say('log.channel')}
          options={channelOptions(say)}
          value={stay.channel}
          choose={(channel) => setSheet((before) => ({ ...before, stay: { ...before.stay, channel } }))}
        />
        <Choices
          label={say('log.duration')}
          options={durationOptions(say)}
          value={stay.duration}
          choose={(duration) => setSheet((before) => ({ ...before, stay: { ...before.stay, duration } }))}
        />
      </div>
      <Staying {...{ last }} wording={{ lists: page.lists, say, language }} change={setStay} />
      <table ref={table} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('tally.subject')}</th>
            {DeskOutcome.options.map((outcome) => (
              <th key={outcome} scope="col">
                {say(`outcomes.${outcome}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subCategories.map((sub, row) => {
            const subject = nameIn(subCategories, sub.id, language);
            return (
              <tr key={sub.id} data-tint={TINTS[sub.category]} data-item>
                <th scope="row">{subject}</th>
                {DeskOutcome.options.map((outcome, column) => {
                  const box = boxOf(sub, outcome);
                  const count = marks.get(box) ?? 0;
                  return (
                    <td key={outcome}>
                      <button
                        type="button"
                        className={styles.box}
                        data-box={`${row} ${column}`}
                        data-marked={count > 0}
                        {...(row === 0 && column === 0 ? { 'data-first': '' } : {})}
                        aria-label={say('tally.cell', {
                          subject,
                          outcome: say(`outcomes.${outcome}`),
                          count,
                        })}
                        onClick={({ currentTarget }) => {
                          // A touch leaves the focus where it was: here the keys go on from it.
                          currentTarget.focus({ preventScroll: true });
                          put(box, count + (isLess ? -1 : 1));
                        }}
                        onKeyDown={(event) => press(event, row, column, box)}
                      >
                        {count > 0 ? count : ''}
                      </button>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.foot}>
        <Toggle icon={Minus} label={say('tally.minus')} on={isLess} flip={() => setIsLess(!isLess)} />
        <p role="status" className={styles.said}>
          {said !== '' && <Icon of={CircleCheck} />}
          {said}
        </p>
        <p role="alert" className={styles.refused}>
          {over > 0 ? say('tally.tooMany', { most: MOST_TALLIED, over }) : why && say(`refused.${why}`)}
        </p>
        {logged && <Button icon={Undo2} mirrored label={say('log.undo')} onPress={() => void undo()} />}
        <Button
          look="strong"
          icon={Check}
          label={say('tally.total', { count: total })}
          done={total === 0 || over > 0}
          onPress={() => void save()}
        />
      </div>
    </>
  );
}
