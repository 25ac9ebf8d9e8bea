import type { VisitPlace } from '../../core/contract/visit-place.ts';
import type { Walk } from '../../core/domain/desk/facts-of-walk.ts';
import type { Language } from '../../core/domain/words.ts';

/** For so long after it was left a flow is offered to the log. */
const REMEMBERED_MS = 30 * 60_000;

/** The flow that was walked last on this machine: which one, not which answers. It stands in memory only. */
export type LastWalk = {
  /** Somebody is at this place. */
  readonly at: (place: VisitPlace) => void;
  /** The visit is over: what comes is another one's, also in the same flow. How long nobody did anything is no help. */
  readonly visitOver: () => void;
  /**
   * The machine goes to sleep, or is locked itself: what was walked and spoken is forgotten. The clock here stands still while a machine
   * sleeps, so yesterday's visitor would be the one of just now.
   */
  readonly machineLeft: () => void;
  /** The last flow, if it was walked a short while ago. */
  readonly look: () => Walk | undefined;
  /** The language of the last visit, if it was a short while ago. It stays when the flow was logged. */
  readonly spoken: () => Language | undefined;
  /** It was logged, or need not be. */
  readonly forget: () => void;
};

/** `elapsed` counts milliseconds and never goes back, whatever the time of day does. */
export function rememberLastWalk(elapsed: () => number): LastWalk {
  let walk: { flow: string; language: string; begun: number; last: number; going: boolean } | undefined;
  let heard: { language: Language; last: number } | undefined;
  return {
    at: (place) => {
      heard = { language: place.language, last: elapsed() };
      if (place.kind !== 'step') {
        // What came out was read and talked over until they went on: that was help too.
        if (walk?.going === true) walk.last = elapsed();
        if (walk !== undefined) walk.going = false;
        return;
      }
      const { flow, language } = place;
      const goesOn = walk?.going === true && walk.flow === flow;
      walk = { flow, language, begun: goesOn && walk ? walk.begun : elapsed(), last: elapsed(), going: true };
    },
    visitOver: () => {
      if (walk !== undefined) walk.going = false;
    },
    machineLeft: () => {
      walk = undefined;
      heard = undefined;
    },
    look: () => {
      if (walk === undefined || elapsed() - walk.last > REMEMBERED_MS) return undefined;
      const { flow, language, begun, last } = walk;
      return { flow, language, minutes: (last - begun) / 60_000 };
    },
    spoken: () =>
      heard === undefined || elapsed() - heard.last > REMEMBERED_MS ? undefined : heard.language,
    forget: () => {
      walk = undefined;
    },
  };
}
