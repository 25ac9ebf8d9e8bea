import type { ScreenWords } from './nl/screens.ts';

type Leaf<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaf<T[K], `${P}${K}.`>;
}[keyof T & string];
type WithoutPlural<K> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  ? Base
  : K;

/** The names of the texts in a set of words; one with plural forms is named without the form. */
export type KeysOf<Words> = WithoutPlural<Leaf<Words>>;
/** The name of a text of the screens. */
export type WordKey = KeysOf<ScreenWords>;
