import { KeyRound } from 'lucide';
import { useId, useState } from 'react';
import { readEnrolmentLink } from '../../../core/contract/sync/enrolment-link.ts';
import styles from '../content/content-section.module.css';
import { Press } from '../content/facts.tsx';
import { TypedField } from '../typed-field.tsx';
import { useAdmin } from '../use-admin.ts';
import own from './enrol.module.css';

type Props = {
  /** The address that it is about to belong to, as far as it is known. */
  readonly known: string;
  /** Does it belong to a library now? */
  readonly again: boolean;
  readonly busy: boolean;
  readonly enrol: (wanted: { server: string; code: string }) => void;
};

/** Lets this kiosk belong to a library, with the code that its server made: typed, or scanned with both in one. */
export function Enrol({ known, again, busy, enrol }: Props) {
  const { say } = useAdmin();
  const [server, setServer] = useState(known);
  const [code, setCode] = useState('');
  const [typing, setTyping] = useState<'server' | 'code'>();
  const [heading, serverLabel, codeLabel] = [useId(), useId(), useId()];
  // Whoever scans looks at the paper, not at which of the two fields is open.
  const wanted = readEnrolmentLink(server) ?? { server: server.trim(), code: code.trim() };
  const isFilled = wanted.server !== '' && wanted.code !== '';

  const typeCode = (text: string) => {
    const scanned = readEnrolmentLink(text);
    // What is given last counts: not the code that was scanned into the other field before.
    const address = scanned?.server ?? readEnrolmentLink(server)?.server;
    if (address !== undefined) setServer(address);
    setCode(scanned?.code ?? text);
  };
  const ask = () => {
    if (!isFilled || busy) return;
    setTyping(undefined);
    enrol(wanted);
  };
  const field = (which: 'server' | 'code') => ({
    enter: ask,
    isTyping: typing === which,
    type: (is: boolean) => setTyping(is ? which : undefined),
  });

  return (
    <section className={styles.card} aria-labelledby={heading} data-item>
      <h2 id={heading}>{say(again ? 'server.enrol.again' : 'server.enrol.title')}</h2>
      <p>{say('server.enrol.lead')}</p>
      <div className={own.field}>
        <h3 id={codeLabel}>{say('server.enrol.code')}</h3>
        <TypedField
          {...field('code')}
          labelledBy={codeLabel}
          hint={say('server.enrol.codeHint')}
          value={code}
          change={typeCode}
        />
      </div>
      <div className={own.field}>
        <h3 id={serverLabel}>{say('server.enrol.address')}</h3>
        <TypedField
          {...field('server')}
          labelledBy={serverLabel}
          hint={say('server.enrol.addressHint')}
          value={server}
          change={setServer}
        />
      </div>
      <div className={styles.presses}>
        <Press strong icon={KeyRound} label={say('server.enrol.now')} busy={busy || !isFilled} press={ask} />
      </div>
    </section>
  );
}
