import { TriangleAlert } from 'lucide';
import type { DeskPartner } from '../../../core/contract/desk/handover.ts';
import { dayText } from '../../../core/domain/day-text.ts';
import type { Language } from '../../../core/domain/words.ts';
import { Icon } from '../../ui/icon.tsx';
import type { HandoverSay } from '../../words/handover-words.ts';
import styles from './handover.module.css';

type Props = {
  readonly partners: readonly DeskPartner[];
  readonly choose: (partner: DeskPartner) => void;
  readonly say: HandoverSay;
  readonly language: Language;
};

/** The partners, each with what it asks and how the agreement stands; an old one warns. */
export function PartnerList({ partners, choose, say, language }: Props) {
  if (partners.length === 0) return <p>{say('noPartners')}</p>;
  return (
    <section className={styles.part}>
      <h2>{say('partners')}</h2>
      <ul className={styles.partners}>
        {partners.map((partner) => {
          const { id, name, contact, phone, asks = [], review_by, agreement } = partner;
          const what = asks.map((detail) => say(`details.${detail}`)).join(', ');
          return (
            <li key={id} data-item>
              <button
                type="button"
                className={styles.partner}
                // A double click, out of habit, is one handover.
                onClick={({ detail }) => detail < 2 && choose(partner)}
              >
                <b>{name}</b>
                {contact !== undefined && <span>{contact}</span>}
                {phone !== undefined && <bdi dir="ltr">{phone}</bdi>}
                <span>{what === '' ? say('nothing') : say('asks', { what })}</span>
                <span className={agreement === 'good' ? styles.soft : styles.warning}>
                  {agreement !== 'good' && <Icon of={TriangleAlert} />}
                  {say(`agreement.${agreement}`, {
                    day: review_by === undefined ? '' : dayText(review_by, language),
                  })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
