import { type ReactNode, useCallback, useState } from 'react';
import { useWords } from '../../hooks/use-words.ts';
import { Entry } from './entry.tsx';

type Unit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'euro' | 'count';
type Props = {
  readonly between: readonly [number, number];
  readonly unit: Unit;
  readonly choose: (value: number) => void;
  readonly last: ReactNode;
};

/** Typing a whole number. */
export function NumberEntry({ between: [from, to], unit, choose, last }: Props) {
  const say = useWords();
  const [digits, setDigits] = useState('');
  const [tried, setTried] = useState(false);
  const length = String(to).length;
  // One digit more than fits: who has more hears what fits, instead of going on with a number cut short.
  const most = length + 1;
  const press = useCallback(
    (key: string) => setDigits((before) => (before.length < most ? `${before}${key}` : before)),
    [most],
  );
  const remove = useCallback(() => setDigits((before) => before.slice(0, -1)), []);
  const value = Number(digits);
  const good = digits !== '' && value >= from && value <= to;
  return (
    <Entry
      boxes={[{ value: digits, length: Math.max(length, digits.length), label: say('flow.typed') }]}
      current={digits.length < most ? 0 : -1}
      unit={say(`flow.units.${unit}`, { count: value })}
      keys="digits"
      press={press}
      remove={remove}
      complaint={
        !good && digits !== '' && (tried || value > to) ? say('flow.outOfRange', { from, to }) : undefined
      }
      ready={digits !== ''}
      confirm={() => (good ? choose(value) : setTried(true))}
      last={last}
    />
  );
}
