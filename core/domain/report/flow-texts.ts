import { z } from 'zod';
import type { FlowWords } from '../flow-words.ts';
import { Language } from '../language.ts';
import { pick } from '../words.ts';

const Texts = z.partialRecord(Language, z.string());

/** What a flow and its questions are called, in each language that its pack has. */
export const FlowTexts = z.strictObject({ title: Texts, questions: z.record(z.string(), Texts) });
export type FlowTexts = z.infer<typeof FlowTexts>;

/** The texts of flows, by pack and flow with a slash between them. */
export const FlowsTexts = z.record(z.string(), FlowTexts);
export type FlowsTexts = z.infer<typeof FlowsTexts>;

/** What a report names of a flow: nothing but its title and what its questions ask. */
export function flowTexts(words: Readonly<Partial<Record<Language, FlowWords>>>): FlowTexts {
  const said = Object.entries(words).flatMap(([language, each]) => (each ? [[language, each] as const] : []));
  const steps = new Set(said.flatMap(([, { questions }]) => Object.keys(questions)));
  return {
    title: Object.fromEntries(said.map(([language, { title }]) => [language, title])),
    questions: Object.fromEntries(
      [...steps].map((step) => [
        step,
        Object.fromEntries(
          said.flatMap(([language, { questions }]) => {
            const ask = questions[step]?.ask;
            return ask === undefined ? [] : [[language, ask]];
          }),
        ),
      ]),
    ),
  };
}

type OfFlow = { readonly pack: string; readonly flow: string };

/** The key of a flow among the texts of flows. */
export const flowKey = ({ pack, flow }: OfFlow) => `${pack}/${flow}`;

/** What a flow is called; its id when its pack has it no more. */
export function flowTitle(texts: FlowsTexts, of: OfFlow, language: Language): string {
  return pick(texts[flowKey(of)]?.title ?? {}, language)?.value ?? of.flow;
}

/** What a question of a flow asks; its id when its pack has it no more. */
export function questionText(texts: FlowsTexts, of: OfFlow, step: string, language: Language): string {
  return pick(texts[flowKey(of)]?.questions[step] ?? {}, language)?.value ?? step;
}
