import { type ReactNode, useCallback, useState } from 'react';
import { type CalendarDate, isCalendarDate } from '../../../core/domain/calendar-date.ts';
import type { Question } from '../../../core/domain/flow.ts';
import { fits } from '../../../core/domain/walk.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Entry } from './entry.tsx';

type Props = {
  readonly question: Question & { kind: 'date' };
  readonly today: CalendarDate;
  readonly choose: (date: CalendarDate) => void;
  readonly last: ReactNode;
};

const LENGTHS = [2, 2, 4] as const;

/** Typing a date the Dutch way: day, month, year. Two digits fill a box, and the next one is waiting. */
export function DateEntry({ question, today, choose, last }: Props) {
  const say = useWords();
  const [digits, setDigits] = useState('');
  const [tried, setTried] = useState(false);
  const press = useCallback((key: string) => setDigits((before) => typed(before, key)), []);
  const remove = useCallback(() => setDigits((before) => before.slice(0, -1)), []);
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
  const full = digits.length === 8;
  const date = `${parts[2]}-${parts[1]}-${parts[0]}`;
  const exists = isCalendarDate(date);
  const good = full && fits(question, date, today);
  const complaint =
    full && (tried || !exists) && !good ? say(exists ? 'flow.dateOutOfRange' : 'flow.dateWrong') : undefined;
  return (
    <Entry
      boxes={(['flow.day', 'flow.month', 'flow.year'] as const).map((key, index) => ({
        value: parts[index] ?? '',
        length: LENGTHS[index] ?? 2,
        label: say(key),
      }))}
      current={full ? -1 : digits.length < 2 ? 0 : digits.length < 4 ? 1 : 2}
      showLabels
      keys="digits"
      press={press}
      remove={remove}
      complaint={complaint}
      ready={full}
      confirm={() => (good ? choose(date) : setTried(true))}
      last={last}
    />
  );
}

/** A first digit that can only be a day or month by itself gets its zero: 7 becomes 07. */
function typed(before: string, key: string): string {
  if (before.length >= 8) return before;
  const alone = (before.length === 0 && key > '3') || (before.length === 2 && key > '1');
  return `${before}${alone ? '0' : ''}${key}`;
}
