import type { HelpAbout } from '../../../core/domain/desk/help-request.ts';
import { BrokenFlowError, type Walk, walk } from '../../../core/domain/walk.ts';
import type { Place, Visit } from '../visit.ts';

/**
 * What a visitor was looking at before the desk's screen, without the answers: the flow, article or topic that was open last. Home forgets.
 * Of a flow that is broken only the topic: whoever stands before one needs the desk most.
 */
export function aboutOf(visit: Visit): HelpAbout {
  for (const place of [...visit.places].reverse()) {
    if (place.kind === 'flow') {
      const { page } = place;
      const step = walked(place)?.at.id;
      if (step === undefined) return { kind: 'topic', topic: page.topic.id };
      return { kind: 'flow', topic: page.topic.id, flow: page.flow.id, step, answers: null };
    }
    if (place.kind === 'article')
      return { kind: 'article', topic: place.page.topic.id, article: place.page.article.id };
    if (place.kind === 'topic') return { kind: 'topic', topic: place.page.topic.id };
  }
  return { kind: 'nothing' };
}

/** The same, with what was answered on the way there. For somebody who said yes to that. */
export function withAnswers(visit: Visit): HelpAbout {
  const about = aboutOf(visit);
  const place = [...visit.places].reverse().find(({ kind }) => kind === 'flow');
  if (about.kind !== 'flow' || place?.kind !== 'flow') return about;
  // Only those on the way: what was answered elsewhere and taken back is nobody's business.
  const answers = Object.fromEntries(
    (walked(place)?.trail ?? []).flatMap((id) => entryOf(place.answers, id)),
  );
  return { ...about, answers };
}

function walked({ page, answers }: Extract<Place, { kind: 'flow' }>): Walk | undefined {
  try {
    return walk(page.flow, answers, page);
  } catch (error) {
    if (error instanceof BrokenFlowError) return undefined;
    throw error;
  }
}

function entryOf<T>(answers: Readonly<Record<string, T>>, id: string): [string, T][] {
  const answer = answers[id];
  return answer === undefined ? [] : [[id, answer]];
}

/** Is there an answer that the desk could be shown? */
export function hasAnswers(visit: Visit): boolean {
  const about = withAnswers(visit);
  return about.kind === 'flow' && Object.keys(about.answers ?? {}).length > 0;
}
