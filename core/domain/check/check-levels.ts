import type { Pack } from '../pack.ts';
import { hardestWordsIn, type Level, type TextLevel, textLevel } from '../reading-level.ts';
import { HOME_LANGUAGE } from '../words.ts';
import type { Remark } from './finding.ts';
import { textsOf } from './texts.ts';

/** How hard the Dutch of an article or a flow is, all of its words together; `file` is the one that holds them. */
export type PageLevel = Pick<TextLevel, 'level' | 'score'> & { readonly file: string };

const TOO_HARD: readonly Level[] = ['B2', 'C1'];

/** In fewer words one long name decides the score. */
const FEWEST_WORDS = 10;
const WORDS_NAMED = 5;

/**
 * The level of every article and flow, and a warning for each that is harder than B1 as a whole: short sentences without a hard word
 * in the list can still be a text that few can read.
 */
export function checkLevels(pack: Pack): { levels: PageLevel[]; remarks: Remark[] } {
  const levels: PageLevel[] = [];
  const remarks: Remark[] = [];
  for (const [file, texts] of dutchPages(pack)) {
    // An empty line parts what are no sentences of one paragraph: headings, answers, items of a list.
    const whole = texts.join('\n\n');
    const { level, score, words } = textLevel(whole);
    levels.push({ file, level, score });
    if (words >= FEWEST_WORDS && TOO_HARD.includes(level)) remarks.push(tooHard(file, whole, level));
  }
  return { levels, remarks };
}

function dutchPages(pack: Pack): Map<string, string[]> {
  const pages = new Map<string, string[]>();
  for (const { file, language, text } of textsOf(pack)) {
    if (language !== HOME_LANGUAGE || !/^(?:articles|flows)\//.test(file)) continue;
    const texts = pages.get(file);
    if (texts === undefined) pages.set(file, [text]);
    else texts.push(text);
  }
  return pages;
}

/** Sentences that are long are named one by one by another rule; what is left are the words. */
function tooHard(file: string, whole: string, level: Level): Remark {
  const words = hardestWordsIn(whole, WORDS_NAMED).map((word) => `"${word}"`);
  return {
    severity: 'warning',
    rule: 'reading-level',
    file,
    field: [],
    message:
      `All words together are at level ${level}, harder than B1. Kies kortere woorden, of leg ze uit.` +
      (words.length === 0 ? '' : ` De langste: ${words.join(', ')}.`),
  };
}
