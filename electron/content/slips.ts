import type { SlipOf } from '../../core/contract/print.ts';
import { articleSlip } from '../../core/domain/article-slip.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import type { Id } from '../../core/domain/id.ts';
import { outcomeSlip } from '../../core/domain/outcome-slip.ts';
import { serviceSlip } from '../../core/domain/service-slip.ts';
import type { Slip } from '../../core/domain/slip.ts';
import type { SlipWords } from '../../core/domain/slip-words.ts';
import { articlePage, flowPage } from '../../db/content/pages.ts';
import type { ReadDb } from '../../db/open.ts';
import { servicePage } from './directory-pages.ts';
import { nearPage } from './near-page.ts';

/** When a slip is made: the day here, and the moment in milliseconds since 1970. */
export type SlipMoment = { readonly today: CalendarDate; readonly now: number };

/**
 * The slip of what a page names, made from the content alone: a page can name, but not write. Undefined when there is
 * nothing of that name, it is outdated, or the answers lead to no outcome.
 */
export function makeSlip(
  db: ReadDb,
  of: SlipOf,
  { today, now }: SlipMoment,
  words: SlipWords,
): Slip | undefined {
  switch (of.kind) {
    case 'outcome': {
      const page = flowPage(db, of.flow, today);
      const near = (category: Id) =>
        nearPage(db, category, now).services.flatMap(({ id }) => servicePage(db, id, now) ?? []);
      return page === null ? undefined : outcomeSlip(page, of.answers, words, near);
    }
    case 'article': {
      const page = articlePage(db, of.article, today);
      return page === null ? undefined : articleSlip(page, words);
    }
    case 'service': {
      const page = servicePage(db, of.service, now);
      return page === null ? undefined : serviceSlip(page, words);
    }
  }
}
