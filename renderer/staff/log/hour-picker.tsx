import { ChevronLeft, ChevronRight } from 'lucide';
import { useId } from 'react';
import { daysBetween } from '../../../core/domain/calendar-date.ts';
import { dayText } from '../../../core/domain/day-text.ts';
import { dayOf, hourOfDay, type LocalHour, localHour } from '../../../core/domain/desk/local-hour.ts';
import { MOST_DAYS_BACK, stepHour } from '../../../core/domain/desk/log-times.ts';
import { Icon } from '../../ui/icon.tsx';
import { useStaff } from '../use-staff.ts';
import styles from './hour-picker.module.css';

type Props = { readonly at: LocalHour; readonly now: LocalHour; readonly choose: (at: LocalHour) => void };

/** A day and an hour, up to now: a step at a time, by finger or key. */
export function HourPicker({ at, now, choose }: Props) {
  const { say, language } = useStaff();
  const [day, hour] = [dayOf(at), hourOfDay(at)];
  const daysAgo = daysBetween(day, dayOf(now));
  const go = (days: number, hours: number) => choose(stepHour(at, now, days, hours));
  const dayName =
    daysAgo === 0 ? say('form.today') : daysAgo === 1 ? say('form.yesterday') : dayText(day, language);
  return (
    <div className={styles.picker}>
      <Stepper
        label={say('form.day')}
        value={dayName}
        less={say('form.earlier')}
        more={say('form.later')}
        canLess={daysAgo < MOST_DAYS_BACK}
        canMore={daysAgo > 0}
        step={(by) => go(by, 0)}
      />
      <Stepper
        label={say('form.hour')}
        value={say('form.hourOf', { from: hour, to: hour + 1 })}
        less={say('form.hourEarlier')}
        more={say('form.hourLater')}
        canLess={hour > 0 && daysAgo <= MOST_DAYS_BACK}
        canMore={hour < 23 && localHour(day, hour + 1) <= now}
        step={(by) => go(0, by)}
      />
    </div>
  );
}

type StepperProps = {
  readonly label: string;
  readonly value: string;
  readonly less: string;
  readonly more: string;
  readonly canLess: boolean;
  readonly canMore: boolean;
  readonly step: (by: 1 | -1) => void;
};

/** At an end a button keeps the focus, which one that is disabled would lose. */
function Stepper({ label, value, less, more, canLess, canMore, step }: StepperProps) {
  const heading = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own
    <div role="group" aria-labelledby={heading} className={styles.stepper}>
      <p id={heading} className={styles.label}>
        {label}
      </p>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.step}
          aria-label={less}
          aria-disabled={!canLess || undefined}
          onClick={() => canLess && step(-1)}
        >
          <Icon of={ChevronLeft} className="mirrored" />
        </button>
        <output className={styles.value}>{value}</output>
        <button
          type="button"
          className={styles.step}
          aria-label={more}
          aria-disabled={!canMore || undefined}
          onClick={() => canMore && step(1)}
        >
          <Icon of={ChevronRight} className="mirrored" />
        </button>
      </div>
    </div>
  );
}
