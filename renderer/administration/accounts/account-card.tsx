import { Ban, CircleUserRound, KeyRound, Mail, UserCog } from 'lucide';
import type { AccountList } from '../../../core/contract/administration/account.ts';
import { momentText } from '../../admin/times.ts';
import { Icon } from '../../ui/icon.tsx';
import { Button } from '../parts/button.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';

type Props = {
  readonly account: AccountList['accounts'][number];
  /** Nobody takes their own rights away: somebody who may give them back stays. */
  readonly isOwn: boolean;
  readonly ask: (what: 'role' | 'invite' | 'end') => void;
};

/** One account: what it may do, how it signs in, and what can be done with it. */
export function AccountCard({ account, isOwn, ask }: Props) {
  const { say, language } = useAdministration();
  const { id, name, role, state, by, lastSignIn } = account;
  return (
    <li
      className={`${parts.card} ${parts.somebody}`}
      id={`account-${id}`}
      data-account={id}
      data-state={state}
    >
      <span className={parts.picture} aria-hidden="true">
        <Icon of={CircleUserRound} />
      </span>
      <div className={parts.who}>
        <h3>{name}</h3>
        <p className={parts.row}>
          <span className={parts.badge}>{say(`accounts.role.${role}`)}</span>
          {isOwn && <span className={parts.note}>{say('accounts.own')}</span>}
        </p>
      </div>
      <div className={parts.note}>
        <p>
          {by.length === 0 ? say('accounts.noWay') : by.map((way) => say(`accounts.by.${way}`)).join(', ')}
        </p>
        <p>
          {lastSignIn === null
            ? say('accounts.neverIn')
            : say('accounts.lastIn', { when: momentText(lastSignIn, language) })}
        </p>
      </div>
      {!isOwn && (
        <div className={parts.row}>
          {state === 'active' && !by.includes('oidc') && (
            <Button icon={UserCog} label={say('accounts.changeRoleOf', { name })} onPress={() => ask('role')}>
              {say('accounts.changeRole')}
            </Button>
          )}
          {!by.includes('oidc') && (
            <Button
              icon={state === 'invited' ? Mail : KeyRound}
              label={say('accounts.inviteOf', { name })}
              onPress={() => ask('invite')}
            >
              {say('accounts.invite')}
            </Button>
          )}
          <Button look="quiet" icon={Ban} label={say('accounts.endOf', { name })} onPress={() => ask('end')}>
            {say('accounts.end')}
          </Button>
        </div>
      )}
    </li>
  );
}
