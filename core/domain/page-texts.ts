import type { ArticleText, Run } from './article.ts';
import type { ContactWords } from './contact.ts';
import type { Id } from './id.ts';
import { type SpokenFlow, stepWords } from './outcome-words.ts';
import { type InLanguages, type Language, pick } from './words.ts';

// All that a page says in the language that the visitor reads, with its holes: what to look through for amounts.

type Named = { readonly id: Id; readonly words: InLanguages<ContactWords> };

/** What a question shows above and in its answers, and what it says when somebody asks why. */
export function questionTexts(
  page: SpokenFlow,
  id: Id,
  language: Language,
): { shown: string[]; why: string[] } {
  const { why, ...shown } = pick(page.texts, language)?.value.questions[id] ?? {};
  return { shown: textsIn(shown), why: textsIn(why) };
}

/** What an outcome says, with its steps, what to bring, and whom it names. */
export function outcomeTexts(
  page: SpokenFlow & { readonly contacts: readonly Named[] },
  id: Id,
  language: Language,
): string[] {
  const outcome = page.flow.outcomes[id];
  if (outcome === undefined) return [];
  const { steps, bring } = stepWords(page, outcome);
  const contacts = page.contacts.filter((contact) => outcome.contacts.includes(contact.id));
  return [
    ...textsIn(pick(page.texts, language)?.value.outcomes[id]),
    ...[...steps, ...bring].flatMap((words) => textsIn(pick<object>(words, language)?.value)),
    ...contactTexts(contacts, language),
  ];
}

/** What an article says, and whom it names. A sentence is whole, also where a part of it is strong. */
export function articleTexts(
  { lead, blocks }: ArticleText,
  contacts: readonly Pick<Named, 'words'>[],
  language: Language,
): string[] {
  const all = blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map(({ runs }) => runs) : [block.runs],
  );
  return [...[lead, ...all].map(runsText), ...contactTexts(contacts, language)];
}

/** The text of runs, without their strength. */
export function runsText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function contactTexts(contacts: readonly Pick<Named, 'words'>[], language: Language): string[] {
  return contacts.flatMap(({ words }) => textsIn(pick(words, language)?.value));
}

function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return Object.values(Object(words)).flatMap(textsIn);
}
