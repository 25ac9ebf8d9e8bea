import { useTranslation } from 'react-i18next';
import type { ScreenWords } from '../words/nl/screens.ts';

type Leaf<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaf<T[K], `${P}${K}.`>;
}[keyof T & string];
type WithoutPlural<K> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  ? Base
  : K;

/** The name of a text of the screens; one with plural forms is named without the form. */
export type WordKey = WithoutPlural<Leaf<ScreenWords>>;

/** The words of the screens in the visitor's language: `say('bar.back')`. */
export function useWords(): (key: WordKey, values?: Readonly<Record<string, string | number>>) => string {
  const { t } = useTranslation('screens');
  return (key, values) => t(key, values ?? {});
}
