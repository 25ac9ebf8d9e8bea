import type { FlowPage } from '../../../core/contract/pages.ts';
import { type Answer, DONT_KNOW } from '../../../core/domain/condition.ts';
import type { Question } from '../../../core/domain/flow.ts';
import type { QuestionWords } from '../../../core/domain/flow-words.ts';
import type { Id } from '../../../core/domain/id.ts';
import { pick } from '../../../core/domain/words.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';
import { AnswerButton } from './answer-button.tsx';
import { AnswerList, type Choice } from './answer-list.tsx';
import { DateEntry } from './date-entry.tsx';
import { NumberEntry } from './number-entry.tsx';
import { PostcodeEntry } from './postcode-entry.tsx';
import { SeveralEntry } from './several-entry.tsx';

type Props = {
  readonly page: FlowPage;
  readonly id: Id;
  readonly question: Question;
  readonly answer: (answer: Answer) => void;
};

const EMPTY: QuestionWords = { ask: '', why: '' };

/** The way to answer this kind of question, with "I don't know" below it. */
export function AnswerEntry({ page, id, question, answer }: Props) {
  const say = useWords();
  const { language } = useTools();
  const text = (read: (words: QuestionWords) => string | undefined) => {
    const said = read(pick(page.texts, language)?.value.questions[id] ?? EMPTY);
    return said ? (
      <Said words={page.texts} language={language} text={({ questions }) => read(questions[id] ?? EMPTY)} />
    ) : undefined;
  };
  const choice = (answerId: string, picture: string, usual?: string): Choice => ({
    id: answerId,
    picture,
    label: text(({ answers }) => answers?.[answerId]?.label) ?? usual,
    note: text(({ answers }) => answers?.[answerId]?.note),
  });
  const dontKnow = (
    <AnswerButton
      picture="circle-question-mark"
      label={text(({ dont_know }) => dont_know?.label) ?? say('flow.dontKnow')}
      note={text(({ dont_know }) => dont_know?.note) ?? say('flow.dontKnowNote')}
      onPress={() => answer(DONT_KNOW)}
    />
  );
  switch (question.kind) {
    case 'choice':
      return (
        <AnswerList
          choices={Object.entries(question.answers).map(([each, { picture }]) => choice(each, picture))}
          choose={answer}
          last={dontKnow}
        />
      );
    case 'yes-no':
      return (
        <AnswerList
          choices={[choice('ja', 'check', say('flow.yes')), choice('nee', 'x', say('flow.no'))]}
          choose={answer}
          last={dontKnow}
        />
      );
    case 'several':
      return (
        <SeveralEntry
          choices={Object.entries(question.answers).map(([each, { picture }]) => choice(each, picture))}
          choose={answer}
          last={dontKnow}
        />
      );
    case 'number':
      return <NumberEntry between={question.between} unit={question.unit} choose={answer} last={dontKnow} />;
    case 'date':
      return <DateEntry question={question} today={page.today} choose={answer} last={dontKnow} />;
    case 'postcode':
      return <PostcodeEntry choose={answer} last={dontKnow} />;
  }
}
