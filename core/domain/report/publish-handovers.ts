import { HandoverState } from '../desk/handover.ts';
import type { PublishedHandovers } from './publication.ts';
import type { PlaceTree } from './suppression/place-tree.ts';
import { showTable, showTotals } from './suppression/show-table.ts';

/** How many visitors were handed over to a partner in a month and are this far, over all branches. */
export type CountedHandovers = {
  readonly partner: string;
  readonly state: HandoverState;
  readonly number: number;
};

const ALL = 'all';

/**
 * What is told of a month's handovers: by partner, by how far they are, and how far those to each partner are. They are no questions, and
 * nothing ties them to those; so this is one table of two things, protected like one by place (decision 36). A partner that is
 * not told of is not named.
 */
export function publishHandovers(counts: readonly CountedHandovers[]): PublishedHandovers {
  const partners = [...new Set(counts.map(({ partner }) => partner))].sort();
  const tree: PlaceTree = [
    { id: ALL, parent: null },
    ...partners.map((id) => ({ id: leaf(id), parent: ALL })),
  ];
  const numberOf = (of: string, state?: HandoverState) =>
    counts.reduce(
      (sum, each) =>
        leaf(each.partner) === of && (state === undefined || each.state === state) ? sum + each.number : sum,
      0,
    );
  const totals = showTotals(tree, (of) => numberOf(of));
  const table = showTable(tree, totals, HandoverState.options, (of, state) =>
    numberOf(of, state as HandoverState),
  );
  const at = (index: number) => {
    const total = totals.get(tree[index]?.id ?? '');
    return {
      total: total?.shown === true ? total.count : null,
      states: table.map(({ value, cells }) => ({ value, count: cells[index] ?? null })),
    };
  };
  return {
    ...at(0),
    partners: partners
      .map((partner, index) => ({ partner, ...at(index + 1) }))
      .filter(({ total }) => total !== null),
  };
}

/** No partner is called as all of them are. */
function leaf(partner: string): string {
  return `partner ${partner}`;
}
