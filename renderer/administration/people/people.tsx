import { IdCard, UserRoundPlus } from 'lucide';
import { useState } from 'react';
import { PEOPLE_ROUTES } from '../../../core/contract/administration/people.ts';
import type { Person } from '../../../core/domain/person.ts';
import { useActs } from '../api/use-acts.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Empty } from '../parts/listed.tsx';
import parts from '../parts/parts.module.css';
import { Screen } from '../parts/screen.tsx';
import { useAdministration } from '../use-administration.ts';
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
    <Screen
      title={say('people.title')}
      lead={say('people.lead')}
      actions={
        <Button look="strong" icon={UserRoundPlus} onPress={() => setDoing({ kind: 'add' })}>
          {say('people.add')}
        </Button>
      }
      said={said}
      fault={fault}
    >
      <Answered answer={answer}>
        {({ people }) =>
          people.length === 0 ? (
            <Empty icon={IdCard} title={say('people.none')} lead={say('people.noneLead')} />
          ) : (
            <ul className={parts.list} aria-label={say('people.title')}>
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
    </Screen>
  );
}
