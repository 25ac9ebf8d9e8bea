import { useMemo } from 'react';
import type { FlowPage } from '../../../core/contract/pages.ts';
import { amountSources } from '../../../core/domain/amount-sources.ts';
import type { Answers } from '../../../core/domain/condition.ts';
import { anyStale, filledWords } from '../../../core/domain/fill.ts';
import { outcomeTexts, questionTexts } from '../../../core/domain/page-texts.ts';
import { walk } from '../../../core/domain/walk.ts';
import { Why } from '../questions/why.tsx';
import { useTools } from '../use-visit.ts';
import { OutcomeScreen } from './outcome.tsx';
import { OutdatedScreen } from './outdated.tsx';
import { QuestionScreen } from './question.tsx';

/** A guided flow: the answers say which question comes now, or which outcome it is. */
export function FlowScreen({ page, answers }: { readonly page: FlowPage; readonly answers: Answers }) {
  const { language, move } = useTools();
  const filledPage = useMemo(
    () => ({ ...page, texts: filledWords(page.texts, page), shared: filledWords(page.shared, page) }),
    [page],
  );
  if (page.outdated) return <OutdatedScreen />;
  const { at, trail, stale } = walk(page.flow, answers, page);
  if (at.kind === 'outcome') {
    const texts = outcomeTexts(page, at.id, language);
    return (
      <OutcomeScreen
        page={filledPage}
        id={at.id}
        answers={answers}
        amounts={amountSources(texts, page)}
        stale={stale || anyStale(texts, page)}
      />
    );
  }
  const { shown, why } = questionTexts(page, at.id, language);
  return (
    <QuestionScreen
      page={filledPage}
      id={at.id}
      number={trail.length + 1}
      stale={anyStale(shown, page)}
      why={
        <Why
          page={filledPage}
          id={at.id}
          stale={anyStale(why, page)}
          amounts={amountSources([...shown, ...why], page)}
        />
      }
      answer={(answer) => move({ kind: 'answer', question: at.id, answer })}
    />
  );
}
