import { didYouMean } from '../did-you-mean.ts';
import type { Flow } from '../flow.ts';
import type { Remark } from './finding.ts';

/**
 * An outcome that sends to services of a category should find some. A warning: a library brings in its own directory,
 * and without services the outcome is whole, it only names fewer places.
 */
export function checkPlaces(flows: readonly Flow[], categories: readonly string[]): Remark[] {
  return flows.flatMap((flow) =>
    Object.entries(flow.outcomes).flatMap(([id, { places }]): Remark[] =>
      places === undefined || categories.includes(places.category)
        ? []
        : [
            {
              severity: 'warning',
              rule: 'places',
              file: `flows/${flow.id}/flow.yaml`,
              field: ['outcomes', id, 'places', 'category'],
              message: `No service of the directory has the category "${places.category}", so the outcome names no places. ${fixOf(places.category, categories)}`,
            },
          ],
    ),
  );
}

function fixOf(category: string, categories: readonly string[]): string {
  const meant = didYouMean(category, categories);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  return categories.length === 0
    ? 'Give services a category, or take it out.'
    : `Take one of these: ${[...categories].sort().join(', ')}.`;
}
