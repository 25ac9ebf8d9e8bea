import type { CalendarDate } from '../calendar-date.ts';
import type { Field } from '../pack-source.ts';

/** What a rule found: where, what is wrong, and how to mend it. */
export type Remark = {
  readonly severity: 'error' | 'warning';
  /** The name of the rule, for those who look it up or count. */
  readonly rule: string;
  readonly file: string;
  readonly field: Field;
  /** The line, when the rule knows it and no field leads to it. */
  readonly line?: number;
  /** One or two sentences: what is wrong, then the fix. */
  readonly message: string;
};

/** What a rule about a single file fills in; the file is the one that was judged. */
export type RemarkInFile = Omit<Remark, 'file'>;

/** A remark with its line, when the file has lines. */
export type Finding = Omit<Remark, 'field'> & { readonly field: string };

/** What the rules need besides the pack: the day on which it is judged, and a directory to hold it against. */
export type CheckContext = {
  readonly today: CalendarDate;
  /** The pack passed the check when it was published, and a kiosk looks again: being older than the day or the check is no fault. */
  readonly published?: boolean;
  /** The categories that services of a directory have. Without them, those that outcomes name are taken as they are. */
  readonly categories?: readonly string[];
};

/** Rules whose verdict changes with the calendar alone. What was good when it was published is not refused for them. */
export const CALENDAR_RULES: readonly string[] = ['review', 'case', 'truth', 'version'];

/**
 * Rules that can find more than they did when a pack was published, and whose findings a visitor can be shown: a note that is not
 * there, an amount in a text, a heading or a name without words, a hole in opening hours, a comma behind a web address, signs of Markdown. Refusing such a pack would take all of its pages away.
 */
export const SHOWABLE_RULES: readonly string[] = [
  'amount',
  'translation',
  'heading',
  'description',
  'address',
  'free',
  'postcode',
  'unit',
  'thousands',
  'twice',
  'markdown',
  'wordless',
  'hours',
];

/** How many days ahead of `review_by` the editor is warned. */
export const REVIEW_NOTICE_DAYS = 30;

/** A field as an author reads it: `questions.hoe-oud-bent-u.next[1].go`. */
export function fieldText(field: Field): string {
  return field
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}

/** A finding on one line, the way every tool prints it. */
export function findingText({ file, line, field, message }: Finding): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${field === '' ? place : `${place} ${field}`}: ${message}`;
}
