import { useEffect } from 'react';
import type { VisitPlace } from '../../core/contract/visit-place.ts';
import { walk } from '../../core/domain/walk.ts';
import type { Language } from '../../core/domain/words.ts';
import { afterPaint } from '../after-paint.ts';
import { kiosk } from '../kiosk.ts';
import { useTools, useVisit } from './use-visit.ts';
import { here, type Place } from './visit.ts';

/** Tells main where in the content the visitor is, for the counts. It draws nothing. */
export function Whereabouts() {
  const { language } = useTools();
  const place = here(useVisit());
  useEffect(
    // The screen first: nobody waits for a count.
    () =>
      afterPaint(() => {
        const at = placeFor(place, language);
        if (at !== undefined) kiosk.invoke('visit:at', at).catch(() => undefined);
      }),
    [place, language],
  );
  return null;
}

/** Undefined where nothing is counted: a visitor who looks something up on the way has not left a flow. */
function placeFor(place: Place, language: Language): VisitPlace | undefined {
  if (place.kind === 'home') return { kind: 'home', language };
  if (place.kind === 'topic') return { kind: 'topic', language, topic: place.page.topic.id };
  if (place.kind !== 'flow') return undefined;
  const { page, answers } = place;
  return { kind: 'step', language, flow: page.flow.id, step: walk(page.flow, answers, page).at.id };
}
