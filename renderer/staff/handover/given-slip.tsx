import { Printer, Receipt } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import type { DeskHandover } from '../../../core/contract/desk/handover.ts';
import type { PaperAtHand } from '../../../core/contract/print.ts';
import type { Slip } from '../../../core/domain/slip.ts';
import type { Language } from '../../../core/domain/words.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { SlipView } from '../../visitor/take-along/slip-view.tsx';
import type { HandoverSay } from '../../words/handover-words.ts';
import styles from './handover.module.css';

type Props = { readonly given: DeskHandover; readonly say: HandoverSay; readonly language: Language };

/** The slip that was just given: its code, large enough to write down, and the printer. */
export function GivenSlip({ given: { id, code, partnerName }, say, language }: Props) {
  const [slip, setSlip] = useState<Slip | null>();
  const [papers, setPapers] = useState<readonly PaperAtHand[]>();
  const [said, setSaid] = useState<'printing' | 'printed' | 'notPrinted'>();
  const title = useRef<HTMLHeadingElement>(null);
  // It comes above a list that may be long: whoever stands below sees it, and whoever hears the screen hears it.
  useEffect(() => title.current?.focus(), []);
  useEffect(() => {
    kiosk.invoke('handover:slip', { id, language }).then(setSlip, () => setSlip(null));
    kiosk.invoke('print:printers', {}).then(setPapers, () => setPapers([]));
  }, [id, language]);
  const print = async (paper: PaperAtHand['paper']) => {
    setSaid('printing');
    const result = await kiosk
      .invoke('handover:print', { id, language, paper })
      .catch(() => 'failed' as const);
    setSaid(result === 'printed' ? 'printed' : 'notPrinted');
  };
  const ready = papers?.filter((paper) => paper.ready) ?? [];
  return (
    <section className={styles.given} data-item>
      <h2 ref={title} tabIndex={-1}>
        {say('given', { partner: partnerName })}
      </h2>
      <p className={styles.code}>
        <bdi dir="ltr">{code}</bdi>
      </p>
      <p role="status">{said === undefined ? '' : say(said)}</p>
      {papers !== undefined && ready.length === 0 && <p>{say('noPrinter')}</p>}
      <div className={styles.row}>
        {ready.map(({ paper }) => (
          <Button
            key={paper}
            look="strong"
            icon={paper === 'a4' ? Printer : Receipt}
            label={say(paper === 'a4' ? 'print' : 'printReceipt')}
            done={said === 'printing'}
            onPress={() => void print(paper)}
          />
        ))}
      </div>
      {slip && (
        <div className={styles.slip}>
          <SlipView slip={slip} />
        </div>
      )}
    </section>
  );
}
