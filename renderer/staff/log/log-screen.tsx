import { FilePenLine, Grid3x3 } from 'lucide';
import type { DeskLog, LoggedRow } from '../../../core/contract/desk/log.ts';
import type { QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import { Icon } from '../../ui/icon.tsx';
import { useStaff } from '../use-staff.ts';
import { Choices } from './choices.tsx';
import styles from './log.module.css';
import { Notes } from './notes.tsx';
import { channelOptions } from './options.ts';
import { Recent } from './recent.tsx';
import type { Refused } from './refused.ts';
import { SavedCard } from './saved-card.tsx';
import { type Stay, Staying } from './staying.tsx';
import { Tiles } from './tiles.tsx';

type Props = {
  readonly page: DeskLog;
  /** The values that stay from one question to the next. */
  readonly last: QuestionFacts;
  readonly saved: LoggedRow | undefined;
  readonly undone: boolean;
  readonly canUndo: boolean;
  readonly refused: Refused | undefined;
  readonly sameVisitor: boolean;
  readonly setStay: (other: Partial<Stay>) => void;
  readonly log: (facts: QuestionFacts) => void;
  readonly logWalk: (facts: QuestionFacts) => void;
  readonly forgetWalk: () => void;
  readonly correct: (row: LoggedRow, other: Partial<QuestionFacts>) => void;
  readonly undo: () => void;
  readonly flipSameVisitor: () => void;
  readonly fillIn: () => void;
  readonly edit: (row: LoggedRow) => void;
  readonly tally: () => void;
};

/** What can be logged with one touch, and beside it what was logged just now. */
export function LogScreen(props: Props) {
  const { say, language } = useStaff();
  const { page, last, saved } = props;
  const wording = { lists: page.lists, say, language };
  return (
    <div className={styles.log}>
      <div className={styles.ask}>
        <div>
          <h1>{say('log.title')}</h1>
          <p className={styles.lead}>{say('log.lead')}</p>
        </div>
        <Notes page={page} refused={props.refused} />
        <Staying {...{ last, wording }} change={props.setStay} />
        <Tiles
          {...{ page, last, wording }}
          log={props.log}
          logWalk={props.logWalk}
          forgetWalk={props.forgetWalk}
        />
        <div className={styles.below}>
          <Choices
            label={say('log.channel')}
            options={channelOptions(say)}
            value={last.channel}
            choose={(channel) => props.setStay({ channel })}
          />
          <div className={styles.ways}>
            <button type="button" className={styles.way} onClick={props.fillIn}>
              <Icon of={FilePenLine} />
              {say('log.more')}
            </button>
            <button type="button" className={styles.way} onClick={props.tally}>
              <Icon of={Grid3x3} />
              {say('log.tally')}
            </button>
          </div>
        </div>
      </div>
      <div className={styles.beside}>
        <SavedCard
          {...{
            saved,
            undone: props.undone,
            canUndo: props.canUndo,
            wording,
            sameVisitor: props.sameVisitor,
          }}
          correct={props.correct}
          undo={props.undo}
          flipSameVisitor={props.flipSameVisitor}
        />
        <Recent page={page} wording={wording} edit={props.edit} isBeside={saved !== undefined} />
      </div>
    </div>
  );
}
