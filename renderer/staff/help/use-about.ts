import { useEffect, useState } from 'react';
import type { FlowPage } from '../../../core/contract/pages.ts';
import { type Answer, DONT_KNOW } from '../../../core/domain/condition.ts';
import type { HelpAbout } from '../../../core/domain/desk/help-request.ts';
import { type Language, pick } from '../../../core/domain/words.ts';
import { kiosk } from '../../kiosk.ts';
import type { HelpSay } from '../../words/help-words.ts';

/** What a request is about, in words of this desk's own content. `at`: undefined when that is not there. */
export type AboutWords = {
  readonly topic: string | undefined;
  readonly at: string | undefined;
  readonly answers: readonly { readonly ask: string; readonly answer: string }[];
};

/** Looks up what a request is about; undefined until that is done. A kiosk sends names of pages, and no text. */
export function useAbout(about: HelpAbout, language: Language, say: HelpSay): AboutWords | undefined {
  const [words, setWords] = useState<AboutWords>();
  const wanted = JSON.stringify(about);
  useEffect(() => {
    let isHere = true;
    const nothing: AboutWords = { topic: undefined, at: undefined, answers: [] };
    lookUp(JSON.parse(wanted) as HelpAbout, language, say)
      .catch(() => nothing)
      .then((found) => isHere && setWords(found));
    return () => {
      isHere = false;
    };
  }, [wanted, language, say]);
  return words;
}

async function lookUp(about: HelpAbout, language: Language, say: HelpSay): Promise<AboutWords> {
  if (about.kind === 'nothing') return { topic: undefined, at: undefined, answers: [] };
  if (about.kind === 'topic') {
    const page = await kiosk.invoke('content:topic', { topic: about.topic });
    return { topic: page ? pick(page.words, language)?.value.name : undefined, at: undefined, answers: [] };
  }
  if (about.kind === 'article') {
    const page = await kiosk.invoke('content:article', { article: about.article });
    const at = page ? pick(page.texts, language)?.value.title : undefined;
    return { topic: page ? pick(page.words, language)?.value.name : undefined, at, answers: [] };
  }
  const page = await kiosk.invoke('content:flow', { flow: about.flow });
  if (page === null) return { topic: undefined, at: undefined, answers: [] };
  const texts = pick(page.texts, language)?.value;
  const step = own(texts?.questions, about.step)?.ask ?? own(texts?.outcomes, about.step)?.title;
  return {
    topic: pick(page.words, language)?.value.name,
    at: [texts?.title, step].filter(Boolean).join(': '),
    answers: Object.entries(about.answers ?? {}).flatMap(([id, answer]) => {
      const ask = own(texts?.questions, id)?.ask;
      return ask === undefined ? [] : [{ ask, answer: answerText(page, id, answer, language, say) }];
    }),
  };
}

function answerText(
  page: FlowPage,
  question: string,
  answer: Answer,
  language: Language,
  say: HelpSay,
): string {
  const words = own(pick(page.texts, language)?.value.questions, question);
  if (answer === DONT_KNOW) return words?.dont_know?.label ?? say('dontKnow');
  if (Array.isArray(answer)) return answer.map((each) => own(words?.answers, each)?.label ?? each).join(', ');
  return typeof answer === 'number' ? String(answer) : (own(words?.answers, answer)?.label ?? answer);
}

/** What came over a network names a property only when it is one of the object itself. */
function own<T>(of: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return of !== undefined && Object.hasOwn(of, name) ? of[name] : undefined;
}
