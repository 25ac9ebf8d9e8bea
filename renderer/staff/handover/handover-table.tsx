import type { DeskHandover } from '../../../core/contract/desk/handover.ts';
import { dayText } from '../../../core/domain/day-text.ts';
import type { HandoverState } from '../../../core/domain/desk/handover.ts';
import type { Language } from '../../../core/domain/words.ts';
import type { HandoverSay } from '../../words/handover-words.ts';
import styles from './handover.module.css';
import { SayRow } from './say-row.tsx';

type Props = {
  readonly handovers: readonly DeskHandover[];
  readonly tell: (handover: DeskHandover, to: HandoverState) => void;
  readonly say: HandoverSay;
  readonly language: Language;
};

/** All handovers of this desk, how far each is, and what can be said of it now. */
export function HandoverTable({ handovers, tell, say, language }: Props) {
  return (
    <section className={styles.part}>
      <h2>{say('list')}</h2>
      {handovers.length === 0 && <p>{say('none')}</p>}
      {handovers.map((handover) => (
        <article key={handover.id} className={styles.handover} aria-label={handover.code} data-item>
          <h3>
            <bdi dir="ltr">{handover.code}</bdi> · {handover.partnerName}
          </h3>
          <dl>
            <dt>{say('how')}</dt>
            <dd data-state={handover.state}>{say(`states.${handover.state}`)}</dd>
            <dt>{say('givenOn')}</dt>
            <dd>{dayText(handover.givenOn, language)}</dd>
            <dt>{say('detailsColumn')}</dt>
            <dd>{say(`sealed.${handover.sealed}`)}</dd>
          </dl>
          {handover.told !== 'yes' && <p className={styles.soft}>{say(`told.${handover.told}`)}</p>}
          <SayRow next={handover.next} tell={(to) => tell(handover, to)} say={say} />
        </article>
      ))}
    </section>
  );
}
