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
  const title = say(
    result === undefined
      ? 'takeAlong.printing'
      : result === 'printed'
        ? 'takeAlong.printed'
        : `takeAlong.results.${result}`,
  );
  const isGoing = result === undefined;
  const isPrinted = result === 'printed';
  const instead = result === 'cancelled' ? 'takeAlong.insteadCancelled' : 'takeAlong.instead';
  return (
    <Sheet
      title={title}
      closeLabel={say(isGoing ? 'takeAlong.cancel' : 'takeAlong.close')}
      close={() => {
        if (isGoing) cancel();
        close();
      }}
      readAloud
      tall={!isGoing && !isPrinted}
    >
      {/* One that stays, with what the heading says: that one has the focus already, and nobody would hear that it changed. */}
      <div role="status" className={isGoing || isPrinted ? styles.going : styles.instead}>
        <div className={styles.heard} data-not-read>
          {title}
        </div>
        {(isGoing || isPrinted) && (
          <span className={`${styles.printer} ${isPrinted ? styles.ready : ''}`}>
            <Icon of={isPrinted ? Check : Printer} />
          </span>
        )}
        <p>{say(isGoing ? 'takeAlong.printingLead' : isPrinted ? 'takeAlong.printedLead' : instead)}</p>
      </div>
      {isGoing ? (
        <Button look="plain" icon={X} label={say('takeAlong.cancel')} onPress={cancel} />
      ) : isPrinted ? (
        <Button look="strong" icon={Check} label={say('takeAlong.close')} onPress={close} />
      ) : (
        <PhoneCode slip={slip} />
      )}
    </Sheet>
  );
}
