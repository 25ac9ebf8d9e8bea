import { CircleCheck, Undo2 } from 'lucide';
import type { LoggedRow } from '../../../core/contract/desk/log.ts';
import type { QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import { Icon } from '../../ui/icon.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { Choices } from './choices.tsx';
import { subjectText, type Wording } from './names.ts';
import { durationOptions, outcomeOptions } from './options.ts';
import styles from './saved-card.module.css';

type Props = {
  readonly saved: LoggedRow | undefined;
  readonly undone: boolean;
  /** For a minute after it was saved. */
  readonly canUndo: boolean;
  readonly wording: Wording;
  readonly sameVisitor: boolean;
  readonly correct: (row: LoggedRow, other: Partial<QuestionFacts>) => void;
  readonly undo: () => void;
  readonly flipSameVisitor: () => void;
};

/** Says that a question is saved, and takes what was otherwise than usual. For a minute it can be undone. */
export function SavedCard({
  saved,
  undone,
  canUndo,
  wording,
  sameVisitor,
  correct,
  undo,
  flipSameVisitor,
}: Props) {
  const { say } = wording;
  const isUndone = saved !== undefined && undone;
  const what = saved && subjectText(saved.question, wording);
  return (
    <section
      className={saved ? styles.card : undone ? styles.gone : styles.empty}
      data-saved={saved?.number}
      aria-label={say('log.saved')}
    >
      {isUndone && <p role="status">{say('log.undone')}</p>}
      <div className={styles.head}>
        {saved && <Icon key={saved.number} of={CircleCheck} className={styles.check} />}
        <p role="status" className={styles.what}>
          {saved && <small>{say(isUndone ? 'log.savedBefore' : 'log.saved')}</small>}
          {saved ? <b>{what}</b> : undone && say('log.undone')}
        </p>
        {canUndo && (
          <button type="button" className={styles.undo} aria-keyshortcuts="Control+Z" onClick={undo}>
            <Icon of={Undo2} className="mirrored" />
            {say('log.undo')}
          </button>
        )}
      </div>
      {saved && (
        <>
          <Choices
            shape="columns"
            label={say('log.outcome')}
            options={outcomeOptions(say)}
            value={saved.question.outcome}
            choose={(outcome) => correct(saved, { outcome })}
          />
          <Choices
            shape="columns"
            label={say('log.duration')}
            options={durationOptions(say)}
            value={saved.question.duration}
            choose={(duration) => correct(saved, { duration })}
          />
          <div className={styles.same}>
            <Toggle label={say('log.sameVisitor')} on={sameVisitor} flip={flipSameVisitor} />
          </div>
        </>
      )}
    </section>
  );
}
