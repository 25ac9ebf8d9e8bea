import { cellsOf } from './cells-of.ts';
import type { Publication } from './publication.ts';

/**
 * Is any question about an organisation told, in any of these months and at any place? To some partners people are handed over and no
 * question is ever of them: tables of nothing would say that it was counted and hidden. It goes by what is told and by nothing else, so
 * one about whom a few questions were, which are hidden, is as one of whom there was none.
 */
export function isAsked(publications: readonly Publication[], organization: string): boolean {
  return publications.some((each) =>
    cellsOf(each, 'organization', organization).some((cell) => cell !== null),
  );
}
