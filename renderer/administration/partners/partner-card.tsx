import { CalendarSync, Globe, Handshake, LockKeyhole, Mail, Phone, Trash2, TriangleAlert } from 'lucide';
import type { Partner } from '../../../core/contract/administration/organisations.ts';
import { dayText, siteText } from '../../../core/domain/day-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { actingFor } from '../api/ask.ts';
import { Button } from '../parts/button.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import styles from './partners.module.css';

type Props = { readonly partner: Partner; readonly ask: (what: 'renew' | 'remove') => void };

const TONES = { good: undefined, soon: 'wait', stale: 'warn', none: 'gone' } as const;

/** One partner: who it is, how to reach it, and until when the agreement holds; with a reminder when that is soon, or was. */
export function PartnerCard({ partner, ask }: Props) {
  const { say, language } = useAdministration();
  const { id, name, kind, contact, email, phone, website, recipient, agreement, review_by } = partner;
  const day = review_by === undefined ? '' : dayText(review_by, language);
  const isDue = agreement === 'stale' || agreement === 'soon';
  return (
    <li className={`${parts.card} ${styles.partner}`} data-partner={id} data-agreement={agreement}>
      <div className={parts.cardHead}>
        <div>
          <h3>{name}</h3>
          <p className={parts.note}>
            {say(`partners.kind.${kind}`)}
            {contact !== undefined && ` · ${contact}`}
          </p>
        </div>
        <span className={parts.badge} data-tone={TONES[agreement]}>
          <Icon of={isDue ? TriangleAlert : Handshake} />
          {say(`partners.agreement.${agreement}`, { day })}
        </span>
      </div>
      {isDue && <p className={styles.due}>{say(`partners.due.${agreement}`)}</p>}
      <ul className={parts.facts}>
        {phone !== undefined && (
          <li>
            <Icon of={Phone} />
            {phone}
          </li>
        )}
        {email !== undefined && (
          <li>
            <Icon of={Mail} />
            {email}
          </li>
        )}
        {website !== undefined && (
          <li>
            <Icon of={Globe} />
            {siteText(website)}
          </li>
        )}
        <li>
          <Icon of={LockKeyhole} />
          {say(recipient === undefined ? 'partners.noKey' : 'partners.hasKey')}
        </li>
      </ul>
      <div className={parts.row}>
        <Button
          look={isDue ? 'strong' : 'plain'}
          icon={CalendarSync}
          label={say('partners.renewOf', { name })}
          onPress={() => ask('renew')}
        >
          {say('partners.renew')}
        </Button>
        {isDue && email !== undefined && <Reminder name={name} email={email} day={day} />}
        <Button
          look="quiet"
          icon={Trash2}
          label={say('partners.removeOf', { name })}
          onPress={() => ask('remove')}
        >
          {say('partners.remove')}
        </Button>
      </div>
    </li>
  );
}

/** A mail to the partner that only has to be sent, by the own program of whoever is here. */
function Reminder({
  name,
  email,
  day,
}: {
  readonly name: string;
  readonly email: string;
  readonly day: string;
}) {
  const { say, account } = useAdministration();
  const library = account.library ?? actingFor() ?? '';
  const subject = encodeURIComponent(say('partners.mail.subject', { library }));
  const body = encodeURIComponent(say('partners.mail.body', { library, day, account: account.name }));
  return (
    <a
      className={parts.button}
      href={`mailto:${encodeURIComponent(email)}?subject=${subject}&body=${body}`}
      aria-label={say('partners.remindOf', { name })}
    >
      <Icon of={Mail} />
      {say('partners.remind')}
    </a>
  );
}
