import { useEffect, useState } from 'react';
import type { Slip } from '../../../core/domain/slip.ts';
import { slipText } from '../../../core/domain/slip-text.ts';
import { useWords } from '../../hooks/use-words.ts';
import { kiosk } from '../../kiosk.ts';
import { Code } from '../take-along/code.tsx';
import { MOST_CODE_BYTES } from '../take-along/code-path.ts';
import { useTools } from '../use-visit.ts';
import styles from './code-card.module.css';
import { InfoCard } from './info-card.tsx';

/**
 * A service as a code for the telephone: the one of its slip. It is asked for when the page stands there and there is
 * nothing else to do, so that the page does not wait for it; its place is kept.
 */
export function CodeCard({ service }: { readonly service: string }) {
  const say = useWords();
  const { language } = useTools();
  const [slip, setSlip] = useState<Slip | null>();
  useEffect(() => {
    let gone = false;
    const waiting = requestIdleCallback(() => {
      kiosk.invoke('print:preview', { of: { kind: 'service', service }, language }).then(
        (found) => gone || setSlip(found),
        () => gone || setSlip(null),
      );
    });
    return () => {
      gone = true;
      cancelIdleCallback(waiting);
    };
  }, [service, language]);
  // Taking it along is still there, and says what is the matter.
  if (slip === null) return null;
  const text = slip && slipText(slip, MOST_CODE_BYTES);
  return (
    <div className={styles.card}>
      <InfoCard picture="smartphone" title={say('takeAlong.phone')}>
        <p>
          {say('takeAlong.phoneLead')}
          {slip && text !== slipText(slip, Number.POSITIVE_INFINITY) && ` ${say('takeAlong.phoneShort')}`}
        </p>
        <div className={styles.place}>
          {text !== undefined && <Code text={text} label={say('takeAlong.code')} />}
        </div>
      </InfoCard>
    </div>
  );
}
