import { anyStale, type FillSetting } from './fill.ts';
import type { Flow, Outcome } from './flow.ts';
import type { FlowWords, LabelWords, TitleWords } from './flow-words.ts';
import type { Id } from './id.ts';
import { type InLanguages, type Language, pick } from './words.ts';

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

/** Does an outcome say something that needs an amount without a value today? `page` still has its holes. */
export function isStale(page: SpokenFlow & FillSetting, id: Id, language: Language): boolean {
  const outcome = page.flow.outcomes[id];
  if (outcome === undefined) return false;
  const { steps, bring } = stepWords(page, outcome);
  const said = [
    pick(page.texts, language)?.value.outcomes[id],
    ...[...steps, ...bring].map((words) => pick<object>(words, language)?.value),
  ];
  return anyStale(
    said.flatMap((words) => Object.values(words ?? {})),
    page,
  );
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
