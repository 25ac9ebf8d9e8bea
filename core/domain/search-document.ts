import type { CalendarDate } from './calendar-date.ts';
import type { Id } from './id.ts';
import type { InLanguages } from './words.ts';

/** The texts of a thing that can be found, in one language: plain text, without `{parameters}` and without HTML. */
export type SearchText = {
  readonly title: string;
  /** One or two sentences that stand under the title in the results. */
  readonly summary: string;
  /** What else it is called: found as if it stood in the summary. It is not shown. */
  readonly alsoCalled?: string | undefined;
  /** All the rest by which it may be found. It is not shown. */
  readonly body: string;
};

/** What it is that is found; results are grouped by it. */
export type SearchKind = 'flow' | 'article' | 'service';

/** Anything that a visitor can find. */
export type SearchDocument = {
  readonly kind: SearchKind;
  /** Unique within its kind; the way to its page. */
  readonly id: string;
  readonly topic: Id;
  /** A name from the list of pictograms. */
  readonly picture: string;
  /** The last day on which it is shown as good; past it, it is outdated. Undefined when it does not grow old. */
  readonly review_by?: CalendarDate | undefined;
  readonly texts: InLanguages<SearchText>;
};
