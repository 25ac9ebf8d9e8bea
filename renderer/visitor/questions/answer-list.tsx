import type { ReactNode } from 'react';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { AnswerButton } from './answer-button.tsx';
import styles from './answer-list.module.css';

/** An answer as a screen shows it. */
export type Choice = {
  readonly id: string;
  readonly picture: string;
  readonly label: ReactNode;
  readonly note: ReactNode;
};

type Props = {
  readonly choices: readonly Choice[];
  readonly choose: (id: string) => void;
  readonly last: ReactNode;
};

/** The answers of a question below each other; a touch on one goes on. */
export function AnswerList({ choices, choose, last }: Props) {
  return (
    <ScrollArea className={styles.area}>
      <ul className={styles.list}>
        {choices.map(({ id, picture, label, note }) => (
          <li key={id} data-item>
            <AnswerButton picture={picture} label={label} note={note} onPress={() => choose(id)} />
          </li>
        ))}
        <li data-item>{last}</li>
      </ul>
    </ScrollArea>
  );
}
