import { Handshake } from 'lucide';
import { useState } from 'react';
import type { Partner } from '../../../core/contract/administration/organisations.ts';
import { PARTNER_ROUTES } from '../../../core/contract/administration/partner-routes.ts';
import { dayText } from '../../../core/domain/day-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { useActs } from '../api/use-acts.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered, Failed } from '../parts/answered.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import { PartnerCard } from './partner-card.tsx';
import styles from './partners.module.css';
import { RenewDialog } from './renew-dialog.tsx';

/** What asks for somebody comes first. */
const PARTS = ['stale', 'soon', 'none', 'good'] as const;

/** The partners of the library, and how the agreement with each stands: what is past its day, or nearly so, comes first. */
export function Partners() {
  const { say, language } = useAdministration();
  const answer = useAsked(PARTNER_ROUTES.list, {});
  const [renewing, setRenewing] = useState<Partner>();
  const close = () => setRenewing(undefined);
  const { said, fault, act } = useActs(answer.again, close);
  const renew = ({ id, name }: Partner, day: string) =>
    act(PARTNER_ROUTES.renew, { params: { id }, body: { review_by: day } }, () =>
      say('partners.renewed', { name, day: dayText(day, language) }),
    );
  return (
    <div className={parts.screen}>
      <div className={parts.head}>
        <div>
          <h1>{say('partners.title')}</h1>
          <p className={parts.lead}>{say('partners.lead')}</p>
        </div>
      </div>
      <p className={parts.said} role="status">
        {said}
      </p>
      {fault !== undefined && <Failed fault={fault} />}
      <Answered answer={answer}>
        {(partners) =>
          partners.length === 0 ? (
            <div className={parts.empty}>
              <Icon of={Handshake} />
              <h2>{say('partners.none')}</h2>
              <p className={parts.lead}>{say('partners.noneLead')}</p>
            </div>
          ) : (
            PARTS.map((part) => {
              const mine = partners.filter(({ agreement }) => agreement === part);
              return (
                mine.length > 0 && (
                  <section key={part} className={parts.part} aria-labelledby={`partners-${part}`}>
                    <h2 id={`partners-${part}`}>
                      {say(`partners.part.${part}`)} ({mine.length})
                    </h2>
                    <ul className={styles.partners}>
                      {mine.map((partner) => (
                        <PartnerCard key={partner.id} partner={partner} renew={() => setRenewing(partner)} />
                      ))}
                    </ul>
                  </section>
                )
              );
            })
          )
        }
      </Answered>
      {renewing !== undefined && (
        <RenewDialog partner={renewing} renew={(day) => void renew(renewing, day)} close={close} />
      )}
    </div>
  );
}
