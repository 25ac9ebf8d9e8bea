import { useWords } from '../use-words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './parts.module.css';

type Props = {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly act: () => void;
  readonly close: () => void;
};

/** Asks whether it is meant, and says what comes of it. */
export function Confirm({ title, text, yes, act, close }: Props) {
  const { say } = useWords();
  return (
    <Dialog title={title} close={close}>
      <p>{text}</p>
      <div className={styles.row}>
        <Button look="strong" onPress={act}>
          {yes}
        </Button>
        <Button onPress={close}>{say('cancel')}</Button>
      </div>
    </Dialog>
  );
}
