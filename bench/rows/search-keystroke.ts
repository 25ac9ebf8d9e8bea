import type { Row } from '../row.ts';
import { askPage } from '../search/ask-page.ts';
import { chanceFrom } from '../search/chance.ts';
import { findIds } from '../search/find-ids.ts';
import { makeLibrary, SEED, type Title } from '../search/library.ts';
import { measureHeap } from '../search/measure-heap.ts';
import { miniSearch } from '../search/peers.ts';
import { SLIPS, withSlip } from '../search/slips.ts';
import { percentile } from '../statistics.ts';

const QUESTIONS = 150;
const MOST_WORDS = 3;
const MOST_PART = 0.25;
const MOST_HEAP_MB = 8;

/** One question in so many has a slip in it: correcting is the dear way. */
const SLIPPED = 5;

/**
 * One keystroke of a search: questions of one to three words of a title, some with a slip in them, are typed letter by letter, and
 * each time the best ten are found and read from the index on disk. Beside it MiniSearch, in memory and over the titles alone, which
 * answers the same letters in turn. The heap is what the search takes in a process that does nothing else, its code and the connection to
 * the store among it. What the app makes of what is found, which MiniSearch does not, is told beside it.
 */
export const searchKeystroke: Row = {
  name: 'search-keystroke',
  unit: 'ms',
  goal: `p99 at most ${MOST_PART} of that of MiniSearch over titles alone; at most ${MOST_HEAP_MB} MB of heap`,
  isMet: ({ p99, floorP99 }) => p99 <= MOST_PART * floorP99,
  measure: async (say) => {
    const library = makeLibrary(say);
    try {
      const questions = questionsFrom(library.titles);
      const { most, kept } = measureHeap(library.file, questions);
      say(`heap of the search: at most ${most.toFixed(1)} MB, ${kept.toFixed(1)} MB at the end`);
      const peer = miniSearch(library.titles);
      for (const question of questions.slice(0, QUESTIONS / 10)) {
        typed(question, (asked) => findIds(library.db, asked));
        typed(question, peer.find);
      }
      const measured: number[] = [];
      const floor: number[] = [];
      for (const question of questions) {
        measured.push(...typed(question, (asked) => findIds(library.db, asked)));
        floor.push(...typed(question, peer.find));
      }
      const whole = questions.flatMap((question) => typed(question, (asked) => askPage(library.db, asked)));
      say(
        `the page that the app makes of it, marked and in groups: p99 ${percentile(whole, 0.99).toFixed(1)} ms`,
      );
      say(
        `${measured.length} keystrokes: p99 ${percentile(measured, 0.99).toFixed(1)} ms, ` +
          `${peer.name} ${percentile(floor, 0.99).toFixed(1)} ms`,
      );
      return { measured, floor, holds: most <= MOST_HEAP_MB };
    } finally {
      library.close();
    }
  },
};

function questionsFrom(titles: readonly Title[]): string[] {
  const chance = chanceFrom(SEED + 1);
  return Array.from({ length: QUESTIONS }, (_, at) => {
    const words = chance.one(titles).words.slice(0, 1 + chance.below(MOST_WORDS));
    const slipped = at % SLIPPED === 0 ? withSlip(words, chance.one(SLIPS), chance) : undefined;
    return slipped ?? words.join(' ');
  });
}

/** The milliseconds of every letter of a question. */
function typed(question: string, find: (asked: string) => unknown): number[] {
  return Array.from({ length: question.length }, (_, last) => {
    const asked = question.slice(0, last + 1);
    const began = performance.now();
    find(asked);
    return performance.now() - began;
  });
}
