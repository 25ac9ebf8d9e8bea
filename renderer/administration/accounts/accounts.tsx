import { Plus } from 'lucide';
import { useState } from 'react';
import type { AccountList, InvitationLink } from '../../../core/contract/administration/account.ts';
import { ACCOUNT_ROUTES } from '../../../core/contract/administration/account-routes.ts';
import { useProof } from '../account/use-proof.tsx';
import { useActs } from '../api/use-acts.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Grouped } from '../parts/listed.tsx';
import { Screen } from '../parts/screen.tsx';
import { useAdministration } from '../use-administration.ts';
import { AccountCard } from './account-card.tsx';
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
  const { prove, asking } = useProof();
  const { said, fault, act } = useActs(answer.again, close, prove);
  const invite = ({ id, name }: OneAccount) =>
    act(ACCOUNT_ROUTES.invite, { body: { account: id } }, (link) => {
      setDoing({ kind: 'invited', link, name });
      return '';
    });
  const end = ({ id, name }: OneAccount) =>
    act(ACCOUNT_ROUTES.end, { body: { account: id } }, () => say('accounts.ended', { name }));

  return (
    <Screen
      title={say('accounts.title')}
      lead={say('accounts.lead')}
      actions={
        <Button look="strong" icon={Plus} onPress={() => setDoing({ kind: 'add' })}>
          {say('accounts.add')}
        </Button>
      }
      said={said}
      fault={fault}
    >
      <Answered answer={answer}>
        {({ accounts }) => (
          <Grouped
            id="accounts"
            groups={STATES}
            all={accounts}
            isIn={(each, state) => each.state === state}
            title={(state, count) => `${say(`accounts.part.${state}`)} (${count})`}
          >
            {(each) => (
              <AccountCard
                key={each.id}
                account={each}
                isOwn={each.id === own.id}
                ask={(kind) => setDoing({ kind, of: each })}
              />
            )}
          </Grouped>
        )}
      </Answered>
      {doing?.kind === 'add' && (
        <AddAccount
          made={(link, name) => {
            setDoing({ kind: 'invited', link, name });
            void answer.again();
          }}
          prove={prove}
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
      {asking}
    </Screen>
  );
}
