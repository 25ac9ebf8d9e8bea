import { assemble } from '../../core/domain/check/assemble.ts';
import type { Pack } from '../../core/domain/pack.ts';
import { aSource } from './a-source.ts';

/** The good pack of `aSource`, put together, with some of its parts replaced. */
export function aPack(parts: Partial<Pack> = {}): Pack {
  const { pack } = assemble(aSource());
  if (pack === undefined) throw new Error('The good pack of the tests cannot be put together.');
  return { ...pack, ...parts };
}
