import { IdCard, UserRoundMinus, UserRoundPen } from 'lucide';
import type { Person } from '../../../core/domain/person.ts';
import { Icon } from '../../ui/icon.tsx';
import { Button } from '../parts/button.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';

type Props = { readonly person: Person; readonly ask: (what: 'change' | 'remove') => void };

/** Somebody who works at the devices: what they show, what the logs of the devices say, and what they may do. */
export function PersonCard({ person: { id, name, role }, ask }: Props) {
  const { say } = useAdministration();
  return (
    <li className={`${parts.card} ${parts.somebody}`} data-person={id} data-role={role}>
      <span className={parts.picture} aria-hidden="true">
        <Icon of={IdCard} />
      </span>
      <div className={parts.who}>
        <h2>{name}</h2>
        <p className={parts.row}>
          <span className={parts.badge}>{say(`people.role.${role}`)}</span>
          <span className={parts.note}>{say('people.inLog', { id })}</span>
        </p>
      </div>
      <div className={parts.row}>
        <Button icon={UserRoundPen} label={say('people.changeOf', { name })} onPress={() => ask('change')}>
          {say('people.change')}
        </Button>
        <Button
          look="quiet"
          icon={UserRoundMinus}
          label={say('people.removeOf', { name })}
          onPress={() => ask('remove')}
        >
          {say('people.remove')}
        </Button>
      </div>
    </li>
  );
}
