import type { Flow, Outcome } from './flow.ts';
import type { FlowWords, LabelWords, TitleWords } from './flow-words.ts';
import type { InLanguages } from './words.ts';

/** A flow with its words, and those that it shares with others, by language. */
export type SpokenFlow = {
  readonly flow: Flow;
  readonly texts: InLanguages<FlowWords>;
  readonly shared: InLanguages<Pick<FlowWords, 'steps' | 'bring'>>;
};

/** The words of an outcome's steps and things to bring, by language: the flow's own before those the pack shares. */
export function stepWords(
  page: SpokenFlow,
  outcome: Outcome,
): { steps: InLanguages<TitleWords>[]; bring: InLanguages<LabelWords>[] } {
  const languages = Object.keys(page.texts);
  return {
    steps: outcome.steps.map((id) =>
      inLanguages(languages, (code) => page.texts[code]?.steps[id] ?? page.shared[code]?.steps[id]),
    ),
    bring: outcome.bring.map((id) =>
      inLanguages(languages, (code) => page.texts[code]?.bring[id] ?? page.shared[code]?.bring[id]),
    ),
  };
}

function inLanguages<T>(
  languages: readonly string[],
  find: (language: string) => T | undefined,
): InLanguages<T> {
  return Object.fromEntries(
    languages.flatMap((code) => {
      const found = find(code);
      return found === undefined ? [] : [[code, found]];
    }),
  );
}
