import type { Row } from '../row.ts';
import { chanceFrom } from '../search/chance.ts';
import { findIds } from '../search/find-ids.ts';
import { makeLibrary, SEED, type Title } from '../search/library.ts';
import { flexSearch, miniSearch, orama, type Peer } from '../search/peers.ts';
import { SLIPS, type Slip, withSlip } from '../search/slips.ts';
import { median } from '../statistics.ts';

const OF_EACH = 100;
const LEAST = 95;
const WORDS = [2, 3] as const;
/** A question that as many titles answer has no intended one. */
const MOST_MEANT = 5;

/** A question with one slip in it, and the document that was meant. */
type Slipped = { readonly asked: string; readonly meant: string; readonly slip: Slip };

/**
 * How often the document that was meant is among the first ten, when the question has one slip in it: two or three
 * words of its title, of which one has a wrong first letter, another wrong letter, one missing, doubled or swapped, or
 * is split in two, or joined with the next. The questions are of documents that nothing was tuned on. The floor is the
 * best of the others, which search the titles alone.
 */
export const searchRecall: Row = {
  name: 'search-recall',
  unit: '%',
  goal: `at least ${LEAST}% of one-slip questions find the document that was meant among the first ten`,
  isMet: ({ median }) => median >= LEAST,
  measure: async (say) => {
    const library = makeLibrary(say);
    try {
      const held = library.titles.filter((_, at) => isHeldOut(at));
      const questions = slippedQuestions(held, library.titles, SEED + 2);
      const ours = recallOf({ name: 'Balie', find: (asked) => findIds(library.db, asked) }, questions, say);
      const others: number[] = [];
      for (const make of [miniSearch, flexSearch, orama])
        others.push(recallOf(await make(library.titles), questions, say));
      return { measured: [ours], floor: [Math.max(...others)] };
    } finally {
      library.close();
    }
  },
};

/** Half of the documents were never asked for while the corrector was tuned. */
export const isHeldOut = (at: number): boolean => at % 2 === 1;

/** Questions about some of the documents, as many of every slip. */
export function slippedQuestions(asked: readonly Title[], all: readonly Title[], seed: number): Slipped[] {
  const chance = chanceFrom(seed);
  const holders = new Map<string, Set<string>>();
  for (const { id, words } of all)
    for (const word of words) holders.set(word, (holders.get(word) ?? new Set()).add(id));
  const meantBy = ([first = '', ...more]: readonly string[]) =>
    [...(holders.get(first) ?? [])].filter((id) => more.every((word) => holders.get(word)?.has(id))).length;
  return SLIPS.flatMap((slip) => {
    const questions: Slipped[] = [];
    while (questions.length < OF_EACH) {
      const { id, words } = chance.one(asked);
      const said = words.slice(0, chance.one(WORDS));
      if (said.length < 2 || meantBy(said) > MOST_MEANT) continue;
      const typed = withSlip(said, slip, chance);
      if (typed !== undefined) questions.push({ asked: typed, meant: id, slip });
    }
    return questions;
  });
}

function recallOf(engine: Peer, questions: readonly Slipped[], say: (line: string) => void): number {
  const times: number[] = [];
  const found = questions.filter(({ asked, meant }) => {
    const began = performance.now();
    const ids = engine.find(asked);
    times.push(performance.now() - began);
    return ids.includes(meant);
  });
  const part = (some: readonly Slipped[], of: readonly Slipped[]) => (100 * some.length) / of.length;
  const each = SLIPS.map((slip) => {
    const ofSlip = (some: readonly Slipped[]) => some.filter((question) => question.slip === slip);
    return `${slip} ${part(ofSlip(found), ofSlip(questions)).toFixed(0)}%`;
  });
  const recall = part(found, questions);
  say(`${engine.name}: ${recall.toFixed(1)}% in ${median(times).toFixed(1)} ms (${each.join(', ')})`);
  return recall;
}
