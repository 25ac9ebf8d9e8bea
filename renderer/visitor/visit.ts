import type { ServiceFilters, ServicePage, ServicesPage } from '../../core/contract/directory.ts';
import type { Output } from '../../core/contract/ipc.ts';
import type { ArticlePage, FlowPage, HomePage, TopicPage } from '../../core/contract/pages.ts';
import type { SlipOf } from '../../core/contract/print.ts';
import type { Answer, Answers } from '../../core/domain/condition.ts';
import type { Id } from '../../core/domain/id.ts';
import type { Tint } from '../../core/domain/topic.ts';
import { BrokenFlowError, stepBack, walk } from '../../core/domain/walk.ts';

/**
 * The list of services as it was left: the filters, all pages that were loaded in one, and the service that was opened.
 * The screen writes in it, as what was typed is written: to choose and to load more are no moves.
 */
export type ServicesKept = { filters: ServiceFilters; page: ServicesPage; opened?: string };

/** What the desk's screen says: the number of this visit, and the way. */
export type AtDesk = Readonly<Output<'desk:ticket'>>;
/** Whatever is wrong in here, the way to the desk is always shown. */
export const NO_TICKET: AtDesk = { ticket: null, place: null };

/** A place where a visitor can be, with what its screen needs. In a flow, the answers are all there is to know. */
export type Place =
  | { readonly kind: 'home'; readonly page: HomePage }
  | { readonly kind: 'topic'; readonly page: TopicPage }
  | { readonly kind: 'flow'; readonly page: FlowPage; readonly answers: Answers }
  | { readonly kind: 'article'; readonly page: ArticlePage }
  | { readonly kind: 'services'; readonly kept: ServicesKept }
  | { readonly kind: 'service'; readonly page: ServicePage }
  /** What was typed is kept here and not in the moves: a letter is no move. Back from a page, it still stands there. */
  | { readonly kind: 'search'; readonly typed: { text: string } }
  | ({ readonly kind: 'desk' } & AtDesk)
  | { readonly kind: 'take-along'; readonly of: SlipOf; readonly tint: Tint | undefined }
  | { readonly kind: 'missing' }
  /** What was asked for could not be fetched. A place too, so that back leads to where it was asked. */
  | { readonly kind: 'failed' };

/** A visit: the places on the way here, the first being home, and the direction of the last move. */
export type Visit = { readonly places: readonly [Place, ...Place[]]; readonly moved: 'on' | 'back' };

/** What a visitor can do to a visit. */
export type Move =
  | { readonly kind: 'go'; readonly place: Place }
  | { readonly kind: 'answer'; readonly question: Id; readonly answer: Answer }
  | { readonly kind: 'again' }
  | { readonly kind: 'back' }
  | { readonly kind: 'home' };

/** Where the visitor is now. */
export function here(visit: Visit): Place {
  return visit.places[visit.places.length - 1] ?? visit.places[0];
}

/** The visit after a move. A move that makes no sense where the visitor is changes nothing. */
export function move(visit: Visit, made: Move): Visit {
  const place = here(visit);
  switch (made.kind) {
    case 'go': {
      // Whoever goes on from what failed does not meet it again on the way back.
      const from = place.kind === 'failed' ? move(visit, { kind: 'back' }) : visit;
      if (made.place.kind === 'search' && here(from).kind === 'search') return from;
      return { places: [...from.places, made.place], moved: 'on' };
    }
    case 'home':
      return { places: [visit.places[0]], moved: 'back' };
    case 'answer':
      return place.kind === 'flow'
        ? replace(visit, { ...place, answers: { ...place.answers, [made.question]: made.answer } }, 'on')
        : visit;
    case 'again':
      return place.kind === 'flow' ? replace(visit, { ...place, answers: {} }, 'back') : visit;
    case 'back': {
      // In a flow, back takes away the last answer; before the first question it leaves the flow.
      const answers = place.kind === 'flow' ? oneBack(place.page, place.answers) : undefined;
      if (place.kind === 'flow' && answers !== undefined)
        return replace(visit, { ...place, answers }, 'back');
      const [first, ...rest] = visit.places;
      return rest.length === 0 ? visit : { places: [first, ...rest.slice(0, -1)], moved: 'back' };
    }
  }
}

/** The answers without the last one. Undefined when there is none to take away, or the flow is broken: back then leaves it. */
function oneBack(page: FlowPage, answers: Answers): Answers | undefined {
  if (Object.keys(answers).length === 0) return undefined;
  try {
    return stepBack(page.flow, answers, page);
  } catch (error) {
    if (error instanceof BrokenFlowError) return undefined;
    throw error;
  }
}

/** Can the visitor go back from here? */
export function canGoBack(visit: Visit): boolean {
  return visit.places.length > 1;
}

/** A name for the screen that is shown: changes exactly when another screen comes. Letters, digits and hyphens. */
export function screenName(place: Place): string {
  switch (place.kind) {
    case 'topic':
      return `topic-${place.page.topic.id}`;
    case 'article':
      return `article-${place.page.article.id}`;
    case 'flow':
      return `${place.page.flow.id}-${walk(place.page.flow, place.answers, place.page).at.id}`.slice(0, 120);
    default:
      return place.kind;
  }
}

function replace(visit: Visit, place: Place, moved: Visit['moved']): Visit {
  const [first, ...rest] = visit.places;
  return { places: rest.length === 0 ? [place] : [first, ...rest.slice(0, -1), place], moved };
}
