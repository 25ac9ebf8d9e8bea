import type { Outcome, Question } from '../core/domain/flow.ts';
import { type InLanguages, type Language, pick } from '../core/domain/words.ts';

/** The few words that a map of a flow adds to those of its author. */
export type MapWords = {
  readonly start: string;
  readonly kinds: Readonly<Record<Question['kind'], string>>;
  readonly verdicts: Readonly<Record<Outcome['verdict'], string>>;
  readonly yes: string;
  readonly no: string;
  readonly dontKnow: string;
  /** The way when a rule needs a value that has run out. */
  readonly stale: string;
  /** The one way on of a question whose answer does not matter. */
  readonly any: string;
  readonly if: string;
  readonly else: string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly lessThan: string;
  readonly atMost: string;
  readonly moreThan: string;
  readonly atLeast: string;
  readonly to: string;
  readonly with: string;
  readonly age: string;
  readonly ago: string;
  readonly today: string;
};

const WORDS: InLanguages<MapWords> = {
  nl: {
    start: 'Start',
    kinds: {
      choice: 'één antwoord',
      'yes-no': 'ja of nee',
      several: 'meer antwoorden mogen',
      number: 'een getal',
      date: 'een datum',
      postcode: 'een postcode',
    },
    verdicts: { yes: 'ja', maybe: 'misschien', no: 'nee', ask: 'vraag hulp', info: 'goed om te weten' },
    yes: 'Ja',
    no: 'Nee',
    dontKnow: 'Weet ik niet',
    stale: 'Geen geldige waarde',
    any: 'Elk antwoord',
    if: 'als',
    else: 'anders',
    and: 'en',
    or: 'of',
    not: 'niet',
    lessThan: 'minder dan',
    atMost: 'hoogstens',
    moreThan: 'meer dan',
    atLeast: 'minstens',
    to: 'tot en met',
    with: 'met',
    age: 'leeftijd',
    ago: 'geleden',
    today: 'vandaag',
  },
  en: {
    start: 'Start',
    kinds: {
      choice: 'one answer',
      'yes-no': 'yes or no',
      several: 'several answers',
      number: 'a number',
      date: 'a date',
      postcode: 'a postcode',
    },
    verdicts: { yes: 'yes', maybe: 'maybe', no: 'no', ask: 'ask for help', info: 'good to know' },
    yes: 'Yes',
    no: 'No',
    dontKnow: "I don't know",
    stale: 'No valid value',
    any: 'Any answer',
    if: 'if',
    else: 'else',
    and: 'and',
    or: 'or',
    not: 'not',
    lessThan: 'less than',
    atMost: 'at most',
    moreThan: 'more than',
    atLeast: 'at least',
    to: 'to',
    with: 'with',
    age: 'age',
    ago: 'ago',
    today: 'today',
  },
  ar: {
    start: 'البداية',
    kinds: {
      choice: 'إجابة واحدة',
      'yes-no': 'نعم أو لا',
      several: 'يمكن اختيار أكثر من إجابة',
      number: 'رقم',
      date: 'تاريخ',
      postcode: 'رمز بريدي',
    },
    verdicts: { yes: 'نعم', maybe: 'ربما', no: 'لا', ask: 'اطلب المساعدة', info: 'معلومة مفيدة' },
    yes: 'نعم',
    no: 'لا',
    dontKnow: 'لا أعرف',
    stale: 'لا توجد قيمة صالحة',
    any: 'أي إجابة',
    if: 'إذا',
    else: 'وإلا',
    and: 'و',
    or: 'أو',
    not: 'ليس',
    lessThan: 'أقل من',
    atMost: 'على الأكثر',
    moreThan: 'أكثر من',
    atLeast: 'على الأقل',
    to: 'إلى',
    with: 'مع',
    age: 'العمر',
    ago: 'مضت',
    today: 'اليوم',
  },
};

/** The words of a map in a language; those of the home language when this one has none. */
export function mapWords(language: Language): MapWords {
  return (pick(WORDS, language) as { value: MapWords }).value;
}
