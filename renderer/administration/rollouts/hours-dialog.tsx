import { type FormEvent, useState } from 'react';
import type { HoursList } from '../../../core/contract/administration/rollout.ts';
import { ROLLOUT_ROUTES } from '../../../core/contract/administration/rollout-routes.ts';
import { Weekday } from '../../../core/domain/directory/schedule.ts';
import {
  type DayHours,
  faultyDays,
  schedulesOf,
  type WeekHours,
} from '../../../core/domain/directory/week-hours.ts';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import styles from './rollouts.module.css';
import { dayName } from './week-text.ts';

type Props = {
  readonly branch: HoursList['branches'][number];
  /** The server has them. */
  readonly saved: () => void;
  readonly close: () => void;
};

const USUAL: DayHours = { opens: '10:00', closes: '18:00' };

/** When a branch is open, day by day, the same every week. What was given as more than a week is not lost unseen: it is said. */
export function HoursDialog({ branch: { id, name, hours: known }, saved, close }: Props) {
  const { say, language } = useAdministration();
  const [week, setWeek] = useState<WeekHours>(typeof known === 'string' ? {} : known);
  const [wrong, setWrong] = useState<string>();
  const [fault, setFault] = useState<AskFault>();
  /** What was filled in stays until the server has it. */
  const save = () => {
    setFault(undefined);
    ask(ROLLOUT_ROUTES.hours, { params: { branch: id }, body: { schedules: schedulesOf(week) } }).then(
      saved,
      (error: unknown) => setFault(error instanceof AskError ? error.fault : 'unavailable'),
    );
  };
  const change = (day: Weekday, hours: DayHours | undefined) => {
    setWrong(undefined);
    const { [day]: _, ...others } = week;
    setWeek(hours === undefined ? others : { ...others, [day]: hours });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const [faulty] = faultyDays(week);
    if (faulty !== undefined) {
      setWrong(say('hours.wrongDay', { day: dayName(faulty, language) }));
      event.currentTarget.querySelector<HTMLInputElement>(`[data-day="${faulty}"] [type="time"]`)?.focus();
    } else if (Object.keys(week).length === 0) setWrong(say('hours.never'));
    else save();
  };
  return (
    <Dialog title={say('hours.titleOf', { branch: name })} close={close}>
      {known === 'special' && <p className={styles.why}>{say('hours.replaces')}</p>}
      <form className={parts.form} onSubmit={submit} noValidate>
        <div className={styles.week}>
          {Weekday.options.map((day) => {
            const hours = week[day];
            const label = dayName(day, language);
            return (
              <fieldset key={day} className={styles.day} data-day={day} aria-label={label}>
                <label className={styles.tick}>
                  <input
                    type="checkbox"
                    checked={hours !== undefined}
                    onChange={({ target }) => change(day, target.checked ? USUAL : undefined)}
                  />
                  {label}
                </label>
                {hours === undefined ? (
                  <span className={parts.note}>{say('hours.closed')}</span>
                ) : (
                  <span className={styles.times}>
                    {(['opens', 'closes'] as const).map((end) => (
                      <input
                        key={end}
                        type="time"
                        aria-label={say(`hours.${end}`, { day: label })}
                        aria-invalid={
                          faultyDays(week).includes(day) && wrong !== undefined ? true : undefined
                        }
                        value={hours[end]}
                        onChange={({ target }) => change(day, { ...hours, [end]: target.value })}
                      />
                    ))}
                  </span>
                )}
              </fieldset>
            );
          })}
        </div>
        {wrong !== undefined && (
          <p className={parts.wrong} role="alert">
            {wrong}
          </p>
        )}
        {fault !== undefined && <Failed fault={fault} />}
        <div className={parts.row}>
          <Button submit look="strong">
            {say('hours.save')}
          </Button>
          <Button onPress={close}>{say('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
