import { Printer, Receipt } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import type { DeskHandover } from '../../../core/contract/desk/handover.ts';
import type { PaperAtHand } from '../../../core/contract/print.ts';
import type { Slip } from '../../../core/domain/slip.ts';
import type { Language } from '../../../core/domain/words.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { LanguageRow } from '../../ui/language-row.tsx';
import { SlipView } from '../../visitor/take-along/slip-view.tsx';
import type { HandoverSay } from '../../words/handover-words.ts';
import { SPOKEN } from '../../words/start-words.ts';
import styles from './handover.module.css';

type Props = {
  readonly given: DeskHandover;
  readonly say: HandoverSay;
  /** The language of the slip. */
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
};

/** The slip that was just given: its code, large enough to write down, and the printer. */
export function GivenSlip({ given: { id, code, partnerName }, say, language, chooseLanguage }: Props) {
  const [slip, setSlip] = useState<Slip | null>();
  const [papers, setPapers] = useState<readonly PaperAtHand[]>();
  const [said, setSaid] = useState<'printing' | 'printed' | 'notPrinted'>();
  const title = useRef<HTMLHeadingElement>(null);
  // It comes above a list that may be long: whoever stands below sees it, and whoever hears the screen hears it.
  useEffect(() => title.current?.focus(), []);
  useEffect(() => {
    let isShown = true;
    const show = (found: Slip | null) => isShown && setSlip(found);
    kiosk.invoke('handover:slip', { id, language }).then(show, () => show(null));
    return () => {
      isShown = false;
    };
  }, [id, language]);
  useEffect(() => {
    kiosk.invoke('print:printers', {}).then(setPapers, () => setPapers([]));
  }, []);
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
      <LanguageRow
        label={say('givenIn')}
        languages={SPOKEN}
        language={language}
        choose={chooseLanguage}
        className={styles.row}
        buttonClassName={styles.language}
      />
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
