import { KeyRound } from 'lucide';
import { useCallback, useEffect, useState } from 'react';
import type { PersonHere } from '../../../core/contract/staff.ts';
import { kiosk } from '../../kiosk.ts';
import styles from '../content/content-section.module.css';
import { Press } from '../content/facts.tsx';
import { useAdmin } from '../use-admin.ts';
import { ChoosePin } from './choose-pin.tsx';

/** Who works at this device, and a PIN for each. Who is on the list, its server says, or the command line. */
export function PeopleSection() {
  const { say } = useAdmin();
  const [people, setPeople] = useState<readonly PersonHere[] | 'loading' | 'failed'>('loading');
  const [asked, setAsked] = useState<PersonHere>();
  const [said, setSaid] = useState<string>();
  const refresh = useCallback(() => {
    kiosk.invoke('staff:list', {}).then(setPeople, () => setPeople('failed')); // A refusal is main's to log.
  }, []);
  useEffect(refresh, [refresh]);
  return (
    <>
      <h1>{say('people.title')}</h1>
      <div className={styles.said} role="status">
        {said !== undefined && <p>{said}</p>}
      </div>
      <p>{say('people.lead')}</p>
      {typeof people === 'string' ? (
        <p>{say(`content.${people}`)}</p>
      ) : people.length === 0 ? (
        <p>{say('people.none')}</p>
      ) : (
        people.map((person) => (
          <section key={person.id} className={styles.card} data-person={person.id} data-item>
            <h2>
              <bdi>{person.name}</bdi>
            </h2>
            <p>
              {say(`people.roles.${person.role}`)} {say(`people.sources.${person.source}`)}{' '}
              {say(person.hasPin ? 'people.hasPin' : 'people.noPin')}
            </p>
            <div className={styles.presses}>
              <Press
                icon={KeyRound}
                label={say(person.hasPin ? 'people.anew' : 'people.choose', { name: person.name })}
                busy={false}
                press={() => setAsked(person)}
              />
            </div>
          </section>
        ))
      )}
      {asked !== undefined && (
        <ChoosePin
          person={asked}
          close={() => setAsked(undefined)}
          done={(kind) => {
            setAsked(undefined);
            setSaid(say(`people.results.${kind}`, { name: asked.name }));
            refresh();
          }}
        />
      )}
    </>
  );
}
