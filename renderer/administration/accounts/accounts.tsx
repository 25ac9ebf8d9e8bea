import { Plus } from 'lucide';
import { useState } from 'react';
import type { AccountList, InvitationLink } from '../../../core/contract/administration/account.ts';
import { ACCOUNT_ROUTES } from '../../../core/contract/administration/account-routes.ts';
import { useActs } from '../api/use-acts.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered, Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import { AccountCard } from './account-card.tsx';
import styles from './accounts.module.css';
import { AddAccount } from './add-account.tsx';
import { InvitationDialog } from './invitation-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';

type OneAccount = AccountList['accounts'][number];

/** What is being done over the page. */
type Doing =
  | { readonly kind: 'add' }
  | { readonly kind: 'invited'; readonly link: InvitationLink; readonly name: string }
  | { readonly kind: 'role' | 'invite' | 'end'; readonly of: OneAccount };

/** One that ended is not listed any more. */
const STATES = ['invited', 'active'] as const;

/** The accounts of the library: who may do what, and letting people in and out. */
export function Accounts() {
  const { say, account: own } = useAdministration();
  const answer = useAsked(ACCOUNT_ROUTES.list, {});
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const { said, fault, act } = useActs(answer.again, close);
  const invite = ({ id, name }: OneAccount) =>
    act(ACCOUNT_ROUTES.invite, { body: { account: id } }, (link) => {
      setDoing({ kind: 'invited', link, name });
      return '';
    });
  const end = ({ id, name }: OneAccount) =>
    act(ACCOUNT_ROUTES.end, { body: { account: id } }, () => say('accounts.ended', { name }));

  return (
    <div className={parts.screen}>
      <div className={parts.head}>
        <div>
          <h1>{say('accounts.title')}</h1>
          <p className={parts.lead}>{say('accounts.lead')}</p>
        </div>
        <Button look="strong" icon={Plus} onPress={() => setDoing({ kind: 'add' })}>
          {say('accounts.add')}
        </Button>
      </div>
      <p className={parts.said} role="status">
        {said}
      </p>
      {fault !== undefined && <Failed fault={fault} />}
      <Answered answer={answer}>
        {({ accounts }) =>
          STATES.map((state) => {
            const mine = accounts.filter((each) => each.state === state);
            return (
              mine.length > 0 && (
                <section key={state} className={parts.part} aria-labelledby={`accounts-${state}`}>
                  <h2 id={`accounts-${state}`}>
                    {say(`accounts.part.${state}`)} ({mine.length})
                  </h2>
                  <ul className={styles.accounts}>
                    {mine.map((each) => (
                      <AccountCard
                        key={each.id}
                        account={each}
                        isOwn={each.id === own.id}
                        ask={(kind) => setDoing({ kind, of: each })}
                      />
                    ))}
                  </ul>
                </section>
              )
            );
          })
        }
      </Answered>
      {doing?.kind === 'add' && (
        <AddAccount
          made={(link, name) => {
            setDoing({ kind: 'invited', link, name });
            void answer.again();
          }}
          close={close}
        />
      )}
      {doing?.kind === 'invited' && <InvitationDialog link={doing.link} name={doing.name} close={close} />}
      {doing?.kind === 'role' && (
        <RoleDialog
          account={doing.of}
          choose={(role) =>
            void act(ACCOUNT_ROUTES.changeRole, { body: { account: doing.of.id, role } }, () =>
              say('accounts.roleChanged', { name: doing.of.name, role: say(`accounts.role.${role}`) }),
            )
          }
          close={close}
        />
      )}
      {doing?.kind === 'invite' && (
        <Confirm
          title={say('accounts.askInvite.title')}
          text={say('accounts.askInvite.text', { name: doing.of.name })}
          yes={say('accounts.askInvite.yes')}
          act={() => void invite(doing.of)}
          close={close}
        />
      )}
      {doing?.kind === 'end' && (
        <Confirm
          title={say('accounts.askEnd.title')}
          text={say('accounts.askEnd.text', { name: doing.of.name })}
          yes={say('accounts.askEnd.yes')}
          act={() => void end(doing.of)}
          close={close}
        />
      )}
    </div>
  );
}
