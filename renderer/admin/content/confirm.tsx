import { Check } from 'lucide';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useAdmin } from '../use-admin.ts';
import styles from './content-section.module.css';

type Props = {
  readonly title: string;
  readonly text: string;
  readonly yes: () => void;
  readonly close: () => void;
};

/** Asks whether it is meant, and says what visitors will see. */
export function Confirm({ title, text, yes, close }: Props) {
  const { say } = useAdmin();
  return (
    <Sheet title={title} closeLabel={say('content.ask.no')} close={close}>
      <p className={styles.question} data-item>
        {text}
      </p>
      <div className={styles.answers} data-item>
        <Button label={say('content.ask.no')} onPress={close} />
        <Button
          look="strong"
          icon={Check}
          label={say('content.ask.yes')}
          onPress={() => {
            close();
            yes();
          }}
        />
      </div>
    </Sheet>
  );
}
