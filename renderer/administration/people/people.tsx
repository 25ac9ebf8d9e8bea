import { IdCard, UserRoundPlus } from 'lucide';
import { useState } from 'react';
import { PEOPLE_ROUTES } from '../../../core/contract/administration/people.ts';
import type { Person } from '../../../core/domain/person.ts';
import { Icon } from '../../ui/icon.tsx';
import { useActs } from '../api/use-acts.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered, Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import styles from './people.module.css';
import { PersonCard } from './person-card.tsx';
import { PersonDialog } from './person-dialog.tsx';

/** What is being done over the page. */
type Doing = { readonly kind: 'add' } | { readonly kind: 'change' | 'remove'; readonly of: Person };

/** Who works at the devices of the library. Their PINs are at the devices; this is only who may have one, and for what. */
export function People() {
  const { say } = useAdministration();
  const answer = useAsked(PEOPLE_ROUTES.list, {});
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const { said, fault, act, tell } = useActs(answer.again, close);
  const remove = ({ id, name }: Person) =>
    act(PEOPLE_ROUTES.remove, { params: { person: id } }, () => say('people.removed', { name }));
  return (
    <div className={parts.screen}>
      <div className={parts.head}>
        <div>
          <h1>{say('people.title')}</h1>
          <p className={parts.lead}>{say('people.lead')}</p>
        </div>
        <Button look="strong" icon={UserRoundPlus} onPress={() => setDoing({ kind: 'add' })}>
          {say('people.add')}
        </Button>
      </div>
      <p className={parts.said} role="status">
        {said}
      </p>
      {fault !== undefined && <Failed fault={fault} />}
      <Answered answer={answer}>
        {({ people }) =>
          people.length === 0 ? (
            <div className={parts.empty}>
              <Icon of={IdCard} />
              <h2>{say('people.none')}</h2>
              <p className={parts.lead}>{say('people.noneLead')}</p>
            </div>
          ) : (
            <ul className={styles.people} aria-label={say('people.title')}>
              {people.map((person) => (
                <PersonCard key={person.id} person={person} ask={(kind) => setDoing({ kind, of: person })} />
              ))}
            </ul>
          )
        }
      </Answered>
      {(doing?.kind === 'add' || doing?.kind === 'change') && (
        <PersonDialog
          person={doing.kind === 'change' ? doing.of : undefined}
          done={({ name }) => tell(say(doing.kind === 'add' ? 'people.added' : 'people.changed', { name }))}
          close={close}
        />
      )}
      {doing?.kind === 'remove' && (
        <Confirm
          title={say('people.askRemove.title', { name: doing.of.name })}
          text={say('people.askRemove.text')}
          yes={say('people.askRemove.yes')}
          act={() => void remove(doing.of)}
          close={close}
        />
      )}
    </div>
  );
}
