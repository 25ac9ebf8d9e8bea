import { amountSources } from './amount-sources.ts';
import type { Answers } from './condition.ts';
import { anyStale, type FillSetting, filledWords } from './fill.ts';
import type { Id } from './id.ts';
import { type SpokenFlow, stepWords } from './outcome-words.ts';
import { outcomeTexts } from './page-texts.ts';
import { type ServiceToTake, serviceItem } from './service-slip.ts';
import type { Slip } from './slip.ts';
import {
  addressOf,
  checkedOf,
  contactsOf,
  itemOf,
  type NamedContact,
  own,
  said,
  sectionOf,
} from './slip-parts.ts';
import type { SlipWords } from './slip-words.ts';
import { walk } from './walk.ts';
import { pick } from './words.ts';

/** A flow with all that its outcomes say. `outdated`: its review day has passed. */
export type FlowToTake = SpokenFlow &
  FillSetting & {
    readonly contacts: readonly (NamedContact & { readonly id: Id })[];
    readonly outdated: boolean;
  };

/**
 * The slip of the outcome that the answers lead to, in the language of the words. The flow is walked again, so nothing
 * stands on it that the flow does not say; the answers themselves do not. `near` gives the services of a category.
 * Undefined when the answers lead to no outcome, or the flow is outdated. Throws BrokenFlowError as `walk` does.
 */
export function outcomeSlip(
  page: FlowToTake,
  answers: Answers,
  words: SlipWords,
  near: (category: Id) => readonly ServiceToTake[] = () => [],
): Slip | undefined {
  const { language } = words;
  const { at, stale } = walk(page.flow, answers, page);
  const outcome = at.kind === 'outcome' ? page.flow.outcomes[at.id] : undefined;
  if (outcome === undefined || page.outdated) return undefined;
  const spoken = { ...page, texts: filledWords(page.texts, page), shared: filledWords(page.shared, page) };
  const about = said(spoken.texts, language, ({ title }) => title);
  const title = said(spoken.texts, language, ({ outcomes }) => outcomes[at.id]?.title);
  const lead = pick(spoken.texts, language)?.value.outcomes[at.id]?.text;
  if (about === undefined || title === undefined) return undefined;
  const { steps, bring } = stepWords(spoken, outcome);
  const contacts = outcome.contacts.flatMap((id) => page.contacts.find((each) => each.id === id) ?? []);
  const texts = outcomeTexts(page, at.id, language);
  const checked = checkedOf(page.flow.sources, amountSources(texts, page), words);
  const address = addressOf(contacts);
  return {
    language,
    about,
    title,
    lead: { text: lead ?? '', language: title.language },
    ...((stale || anyStale(texts, page)) && { notice: own(words.stale, words) }),
    sections: [
      ...sectionOf(
        'steps',
        own(words.steps, words),
        steps.map((step) =>
          itemOf({
            title: said(step, language, (each) => each.title),
            text: said(step, language, (each) => each.text),
          }),
        ),
      ),
      ...sectionOf(
        'list',
        own(words.bring, words),
        bring.map((thing) =>
          itemOf({
            title: said(thing, language, ({ label }) => label),
            text: said(thing, language, ({ note }) => note),
          }),
        ),
      ),
      ...contactsOf(contacts, page, words),
      ...sectionOf(
        'places',
        own(words.near, words),
        (outcome.places ? near(outcome.places.category) : []).map((service) => serviceItem(service, words)),
      ),
    ],
    ...(checked && { checked }),
    desk: own(words.desk, words),
    ...(address !== undefined && { address }),
  };
}
