import { HandoverState } from '../../core/domain/desk/handover.ts';
import { SEALED_PLACES, type StoredHandover, TOLD } from './handovers/handovers.ts';
import type { Values } from './row-mirror.ts';

/** What is believed of a handover of which something rotted. */
type Believed = Pick<StoredHandover, 'given_at' | 'state' | 'sealed' | 'told' | 'last_said' | 'heard_said'>;

/**
 * What to believe of a handover that does not say the same twice; undefined when nobody can tell which it is. `mirror`: what it says the second
 * time; undefined when that cannot be read, and then the row is believed when all in it can be so. Where both have the same id, code and partner
 * it goes on: with another one a partner or a visitor would meet somebody else. Of a word the one counts that is one. It was given at the later of two
 * hours, so that nothing of it is forgotten early; of the numbers the lower counts, because a rotten one can be higher than any server takes.
 */
export function believedHandover(row: Values, mirror: Values | undefined): Believed | undefined {
  const both = mirror === undefined ? [row] : [row, mirror];
  const isOne = ['id', 'code', 'partner'].every((name) => both.every((said) => said[name] === row[name]));
  const word = <T extends string>(name: string, words: readonly T[]) =>
    both.map((said) => words.find((each) => each === said[name])).find((each) => each !== undefined);
  const lower = (name: string) =>
    both
      .map((said) => said[name])
      .filter(isNumber)
      .sort((a, b) => a - b)[0] ?? 0;
  const given_at = both
    .map((said) => said['given_at'])
    .filter(isHour)
    .sort()
    .at(-1);
  const [state, sealed, told] = [
    word('state', HandoverState.options),
    word('sealed', SEALED_PLACES),
    word('told', TOLD),
  ];
  if (!isOne || !given_at || !state || !sealed || !told) return undefined;
  return { given_at, state, sealed, told, last_said: lower('last_said'), heard_said: lower('heard_said') };
}

function isHour(value: unknown): value is string {
  const isWritten = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:00:00Z$/.test(value);
  return isWritten && !Number.isNaN(Date.parse(value));
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && value >= 0;
}
