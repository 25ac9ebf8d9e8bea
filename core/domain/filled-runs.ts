import type { Run } from './article.ts';
import { type FillSetting, filled } from './fill.ts';
import { runsText } from './page-texts.ts';
import { piecesOf } from './sentences.ts';
import type { Language } from './words.ts';

/**
 * The runs with their amounts written in; what was strong is strong. A sentence goes or stays whole, also where a part of it is
 * strong. No runs when nothing is left. A hole that is itself partly strong is filled, and nothing around it is strong then.
 */
export function filledRuns(runs: readonly Run[], language: Language, setting: FillSetting): Run[] {
  const text = runsText(runs);
  if (!text.includes('{')) return [...runs];
  const whole = filled(text, language, setting);
  const parts = sentencesIn(runs, language)
    .filter((sentence) => filled(runsText(sentence), language, setting) !== '')
    .flatMap((sentence) => sentence.map((run) => ({ ...run, text: filled(run.text, language, setting) })));
  // The space behind a sentence is that before the next one, which may be gone.
  const kept = partOf(parts, 0, runsText(parts).trimEnd().length);
  if (runsText(kept) === whole) return kept;
  return whole === '' ? [] : [{ text: whole }];
}

/** The runs of each sentence, first to last. */
function sentencesIn(runs: readonly Run[], language: Language): Run[][] {
  let end = 0;
  return piecesOf(runsText(runs), language).map((piece) => {
    const start = end;
    end += piece.length;
    return partOf(runs, start, end);
  });
}

/** What of the runs stands between two places in their text. */
function partOf(runs: readonly Run[], from: number, to: number): Run[] {
  let start = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}
