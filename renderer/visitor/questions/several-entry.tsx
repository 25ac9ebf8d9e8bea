import { ArrowRight } from 'lucide';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { AnswerButton } from './answer-button.tsx';
import styles from './answer-list.module.css';
import type { Choice } from './answer-list.tsx';

type Props = {
  readonly choices: readonly Choice[];
  readonly choose: (ids: string[]) => void;
  readonly last: ReactNode;
};

/** Answers that can be switched on and off; one button goes on with those that are on, or with none. */
export function SeveralEntry({ choices, choose, last }: Props) {
  const say = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const flip = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]));
  return (
    <>
      <ScrollArea className={styles.area}>
        <ul className={`${styles.list} ${styles.several}`}>
          {choices.map(({ id, picture, label, note }) => (
            <li key={id} data-item>
              <AnswerButton
                picture={picture}
                label={label}
                note={note}
                chosen={chosen.includes(id)}
                onPress={() => flip(id)}
              />
            </li>
          ))}
          <li data-item>{last}</li>
        </ul>
      </ScrollArea>
      <div className={styles.actions}>
        <Button
          look="strong"
          icon={ArrowRight}
          mirrored
          label={say(chosen.length > 0 ? 'flow.next' : 'flow.none')}
          onPress={() => choose(choices.map(({ id }) => id).filter((id) => chosen.includes(id)))}
        />
      </div>
    </>
  );
}
