import { Check, Printer, X } from 'lucide';
import { useEffect, useState } from 'react';
import type { PrintResult, SlipOf } from '../../../core/contract/print.ts';
import type { Paper } from '../../../core/domain/paper.ts';
import type { Slip } from '../../../core/domain/slip.ts';
import { useWords } from '../../hooks/use-words.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PhoneCode } from './phone-code.tsx';
import styles from './print-sheet.module.css';

type Props = {
  readonly of: SlipOf;
  readonly slip: Slip;
  readonly paper: Paper;
  readonly close: () => void;
};

/** Printing, from the touch to the paper: that it is going on, that it is ready, or what is the matter and the code instead. */
export function PrintSheet({ of, slip, paper, close }: Props) {
  const say = useWords();
  const [result, setResult] = useState<PrintResult>();
  const { language } = slip;
  useEffect(() => {
    let gone = false;
    // In a moment: when the sheet is taken away at once, nothing has been printed.
    const timer = setTimeout(() => {
      kiosk.invoke('print:slip', { of, language, paper }).then(
        (found) => gone || setResult(found),
        () => gone || setResult('failed'),
      );
    });
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [of, language, paper]);

  const cancel = () => void kiosk.invoke('print:cancel', {}).catch(() => undefined); // A refusal is main's to log.
  if (result === undefined)
    return (
      <Sheet
        title={say('takeAlong.printing')}
        closeLabel={say('takeAlong.cancel')}
        close={() => {
          cancel();
          close();
        }}
        readAloud
      >
        <div className={styles.going} role="status">
          <span className={styles.printer}>
            <Icon of={Printer} />
          </span>
          <p>{say('takeAlong.printingLead')}</p>
        </div>
        <Button look="plain" icon={X} label={say('takeAlong.cancel')} onPress={cancel} />
      </Sheet>
    );
  if (result === 'printed')
    return (
      <Sheet title={say('takeAlong.printed')} closeLabel={say('takeAlong.close')} close={close} readAloud>
        <div className={styles.going} role="status">
          <span className={`${styles.printer} ${styles.ready}`}>
            <Icon of={Check} />
          </span>
          <p>{say('takeAlong.printedLead')}</p>
        </div>
        <Button look="strong" icon={Check} label={say('takeAlong.close')} onPress={close} />
      </Sheet>
    );
  return (
    <Sheet
      title={say(`takeAlong.results.${result}`)}
      closeLabel={say('takeAlong.close')}
      close={close}
      readAloud
      tall
    >
      <p className={styles.instead} role="status">
        {say(result === 'cancelled' ? 'takeAlong.insteadCancelled' : 'takeAlong.instead')}
      </p>
      <PhoneCode slip={slip} />
    </Sheet>
  );
}
