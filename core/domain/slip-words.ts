import type { Holiday } from './directory/public-holidays.ts';
import type { Language } from './words.ts';

/** The words of a slip that are not of the content: its headings and its last lines, in one language. */
export type SlipWords = {
  readonly language: Language;
  readonly steps: string;
  readonly bring: string;
  readonly contacts: string;
  /** The heading of services that are near. */
  readonly near: string;
  readonly free: string;
  readonly here: string;
  readonly outdated: string;
  readonly stale: string;
  readonly desk: string;
  /** Headings of a service, and what they say of its price and its hours. */
  readonly who: string;
  readonly cost: string;
  readonly noCost: string;
  readonly apply: string;
  readonly hours: string;
  readonly closed: string;
  /** Why a day is closed, by its holiday. */
  readonly holidays: Readonly<Record<Holiday, string>>;
  /** Heading of the languages that are spoken, and that a place can be entered with a wheelchair. */
  readonly languages: string;
  readonly wheelchair: string;
  /** That it is closed for a while, and that it is made up, for a demonstration. */
  readonly closedForNow: string;
  readonly fictional: string;
  /** The same in a word, behind the name of one among others. */
  readonly example: string;
  /** For which ages it is, with the holes {{from}} and {{to}}. */
  readonly ageFrom: string;
  readonly ageTo: string;
  readonly ageBetween: string;
  /** For which area it is, with the hole {{areas}}. */
  readonly area: string;
  /** With the hole {{extension}}, and what a number is for when nobody can be talked to there. */
  readonly extension: string;
  readonly phoneKind: { readonly text: string; readonly textphone: string };
  /** "Checked on {{date}}", the same of amounts, and "source: {{site}}", with their holes. */
  readonly checked: string;
  readonly checkedAmounts: string;
  readonly source: string;
};
