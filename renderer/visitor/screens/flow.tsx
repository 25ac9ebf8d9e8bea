import { useMemo } from 'react';
import type { FlowPage } from '../../../core/contract/pages.ts';
import type { Answers } from '../../../core/domain/condition.ts';
import { filledWords } from '../../../core/domain/fill.ts';
import { isStale } from '../../../core/domain/outcome-words.ts';
import { walk } from '../../../core/domain/walk.ts';
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
  return at.kind === 'question' ? (
    <QuestionScreen
      page={filledPage}
      id={at.id}
      number={trail.length + 1}
      answer={(answer) => move({ kind: 'answer', question: at.id, answer })}
    />
  ) : (
    <OutcomeScreen
      page={filledPage}
      id={at.id}
      answers={answers}
      stale={stale || isStale(page, at.id, language)}
    />
  );
}
