import { Check, X } from 'lucide';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './share-answers.module.css';

type Props = { readonly choose: (share: boolean) => void; readonly close: () => void };

/** May the desk see what was answered? Both answers look alike, and closing asks nobody. */
export function ShareAnswers({ choose, close }: Props) {
  const say = useWords();
  return (
    <Sheet title={say('help.share.title')} closeLabel={say('help.share.close')} close={close} readAloud>
      <div className={styles.choice}>
        <p data-item>{say('help.share.lead')}</p>
        <p data-item>{say('help.share.free')}</p>
        <Button icon={Check} label={say('help.share.yes')} onPress={() => choose(true)} />
        <Button icon={X} label={say('help.share.no')} onPress={() => choose(false)} />
      </div>
    </Sheet>
  );
}
