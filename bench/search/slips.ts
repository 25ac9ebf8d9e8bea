import type { Chance } from './chance.ts';

/** The slips that people make while typing, one in a question. */
export const SLIPS = ['first letter', 'wrong', 'missing', 'doubled', 'swapped', 'split', 'joined'] as const;
export type Slip = (typeof SLIPS)[number];

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LEAST_LETTERS = 4;

/** The words of a question with one slip in them; undefined when this slip cannot be made in these words. */
export function withSlip(words: readonly string[], slip: Slip, chance: Chance): string | undefined {
  if (slip === 'joined') {
    if (words.length < 2) return undefined;
    const at = chance.below(words.length - 1);
    return [...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)].join(' ');
  }
  const long = words.flatMap((word, at) =>
    word.length >= LEAST_LETTERS + (slip === 'split' ? 3 : 0) ? [at] : [],
  );
  if (long.length === 0) return undefined;
  const at = chance.one(long);
  const changed = slipIn(words[at] as string, slip, chance);
  return changed === undefined
    ? undefined
    : words.map((word, place) => (place === at ? changed : word)).join(' ');
}

function slipIn(word: string, slip: Exclude<Slip, 'joined'>, chance: Chance): string | undefined {
  const inside = 1 + chance.below(word.length - 1);
  const replaced = (at: number) => {
    const other = chance.one([...LETTERS].filter((letter) => letter !== word[at]));
    return word.slice(0, at) + other + word.slice(at + 1);
  };
  switch (slip) {
    case 'first letter':
      return replaced(0);
    case 'wrong':
      return replaced(inside);
    case 'missing':
      return word.slice(0, inside) + word.slice(inside + 1);
    case 'doubled':
      return word.slice(0, inside) + word[inside] + word.slice(inside);
    case 'swapped': {
      const at = Math.min(inside, word.length - 2);
      if (word[at] === word[at + 1]) return undefined;
      return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    }
    case 'split': {
      const cut = 3 + chance.below(word.length - 5);
      return `${word.slice(0, cut)} ${word.slice(cut)}`;
    }
  }
}
