import { RotateCcw } from 'lucide';
import { type ReactNode, useMemo } from 'react';
import type { FlowPage } from '../../../core/contract/pages.ts';
import type { Answer } from '../../../core/domain/condition.ts';
import { type Ahead, questionsAhead } from '../../../core/domain/flow-edges.ts';
import type { Id } from '../../../core/domain/id.ts';
import { questionOf } from '../../../core/domain/walk.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import halves from '../../ui/halves.module.css';
import { PictureOf } from '../../ui/picture.tsx';
import { Said, SaidLine } from '../../ui/said.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { AnswerEntry } from '../questions/answer-entry.tsx';
import { StaleNote } from '../stale-note.tsx';
import { useTools } from '../use-visit.ts';
import styles from './question.module.css';

type Props = {
  readonly page: FlowPage;
  readonly id: Id;
  readonly number: number;
  /** An amount in it is too old to be shown. */
  readonly stale: boolean;
  /** The way to read why it is asked. */
  readonly why: ReactNode;
  readonly answer: (answer: Answer) => void;
};

/** One question: where you are, what we ask and why, and the answers, last: nearest to the hand. */
export function QuestionScreen({ page, id, number, stale, why, answer }: Props) {
  const say = useWords();
  const { language, move } = useTools();
  const ahead = useMemo(() => questionsAhead(page.flow), [page.flow]);
  const question = questionOf(page.flow, id);
  return (
    <Frame tint={page.topic.tint} layout="split">
      <ScrollArea of="half" className={halves.upper} content={styles.ask} at={id}>
        {/* Where the question leaves room, the picture of the flow stands: large, and only a repetition. */}
        <div className={styles.room}>
          <div className={styles.scene}>
            <PictureOf name={page.flow.picture} size="large" />
          </div>
        </div>
        <Progress number={number} ahead={between(ahead(id))} />
        <p className={styles.flow}>
          <Said words={page.texts} language={language} text={({ title }) => title} />
        </p>
        <h1>
          <Said words={page.texts} language={language} text={({ questions }) => questions[id]?.ask} />
        </h1>
        <SaidLine
          className={styles.explain}
          words={page.texts}
          language={language}
          text={({ questions }) => questions[id]?.explain}
        />
        {question.kind === 'several' && <p className={styles.explain}>{say('flow.severalHint')}</p>}
        {stale && <StaleNote />}
      </ScrollArea>
      <ScrollArea of="half" className={halves.lower} content={styles.answers} at={id}>
        <div className={styles.besides}>
          {why}
          {number > 1 && (
            <Button
              look="quiet"
              icon={RotateCcw}
              label={say('flow.again')}
              onPress={() => move({ kind: 'again' })}
            />
          )}
        </div>
        {/* What was typed for one question is not for the next one. */}
        <AnswerEntry key={id} page={page} id={id} question={question} answer={answer} />
      </ScrollArea>
    </Frame>
  );
}

/** How many questions probably still come: halfway between the shortest and the longest way on. */
function between({ fewest, most }: Ahead): number {
  return Math.round((fewest + most) / 2);
}

function Progress({ number, ahead: left }: { readonly number: number; readonly ahead: number }) {
  const say = useWords();
  const steps = Array.from({ length: number + left }, (_, index) =>
    index + 1 < number ? 'done' : index + 1 === number ? 'here' : 'ahead',
  );
  return (
    <div className={styles.progress}>
      <div className={styles.steps} aria-hidden="true">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps have no other name than their place
          <span key={index} className={styles[step]} />
        ))}
      </div>
      <p>
        {say('flow.progress', { number })}, {say('flow.ahead', { count: left })}
      </p>
    </div>
  );
}
