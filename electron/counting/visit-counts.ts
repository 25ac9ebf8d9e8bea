import type { Happening } from '../../core/contract/sync/count.ts';
import type { VisitPlace } from '../../core/contract/visit-place.ts';
import type { Language } from '../../core/domain/words.ts';
import { packOf, readFlow } from '../../db/content/read-content.ts';
import { countFlow } from '../../db/ops/flow-counts.ts';
import { putInOutbox } from '../../db/ops/put-in-outbox.ts';
import type { ContentHouse } from '../content/content-house.ts';

/** So much is counted of one visit: more than people do, and a page cannot fill the store. */
export const MOST_A_VISIT = 200;

/** What is counted of the visit that is going on. */
export type VisitCounts = {
  readonly count: (happening: Happening) => void;
  /** Where the visitor is now. What the content does not have is not counted. */
  readonly at: (place: VisitPlace) => Promise<void>;
  /** The visit is over, in whatever way; the next begins. */
  readonly end: () => void;
};

/** A question on which a visitor is; answers stay in the page. */
type Step = Extract<Happening, { type: 'step-left' }>['body'];

/** Counts what happens in visits. Of a visit nothing is kept but, until its end, where it is. */
export function openVisitCounts(house: ContentHouse): VisitCounts {
  let counted = 0;
  let language: Language | undefined;
  let topic: string | undefined;
  let flow: string | undefined;
  let step: Step | undefined;
  /** The outcome that the flow came to last. */
  let reached: Step | undefined;
  const heard = new Set<Language>();
  let visit = 0;

  const count = (happening: Happening) => {
    if (counted >= MOST_A_VISIT) return;
    // A text comes in pieces, and a screen is heard again: once in a language says that it helped.
    if (happening.type === 'read-aloud') {
      if (heard.has(happening.body.language)) return;
      heard.add(happening.body.language);
    }
    counted++;
    house.write((ops, now) => {
      putInOutbox(ops, now, happening);
      countFlow(ops, now, happening);
    });
  };
  const leave = () => {
    // One of the two, once: whoever goes back from an outcome and on again finished what they began once, and did not stop in between.
    if (reached !== undefined) count({ type: 'outcome-reached', body: reached });
    else if (step !== undefined) count({ type: 'step-left', body: step });
    step = undefined;
    flow = undefined;
    reached = undefined;
  };
  const atStep = (pack: string, place: Extract<VisitPlace, { kind: 'step' }>, isOutcome: boolean) => {
    const body = { pack, language: place.language, flow: place.flow, step: place.step };
    if (flow !== place.flow) {
      leave();
      flow = place.flow;
      const { step: _, ...started } = body;
      count({ type: 'flow-started', body: started });
    }
    if (!isOutcome) step = body;
    // Another language on the same outcome is no other outcome.
    else if (reached?.step !== place.step) reached = body;
  };

  return {
    count,
    at: (place) => {
      const mine = visit;
      return house.read(
        (db) => {
          // The visit ended while the content was not ready.
          if (mine !== visit) return;
          if (language !== undefined && language !== place.language)
            count({ type: 'language-chosen', body: { language: place.language } });
          language = place.language;
          if (place.kind === 'step') {
            const pack = packOf(db, 'flows', place.flow);
            const found = readFlow(db, place.flow)?.flow;
            if (pack === undefined || found === undefined) return;
            const isOutcome = Object.hasOwn(found.outcomes, place.step);
            if (isOutcome || Object.hasOwn(found.questions, place.step)) atStep(pack, place, isOutcome);
            return;
          }
          leave();
          if (place.kind === 'topic' && topic !== place.topic) {
            const pack = packOf(db, 'topics', place.topic);
            if (pack === undefined) return;
            count({ type: 'topic-opened', body: { pack, language: place.language, topic: place.topic } });
            topic = place.topic;
          } else if (place.kind === 'home') topic = undefined;
        },
        () => undefined,
      );
    },
    end: () => {
      leave();
      visit++;
      counted = 0;
      heard.clear();
      language = undefined;
      topic = undefined;
    },
  };
}
