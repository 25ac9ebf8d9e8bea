import { Fingerprint, KeyRound, LogOut, ShieldCheck, Trash2 } from 'lucide';
import { useState } from 'react';
import type { OwnAccount } from '../../../core/contract/administration/account.ts';
import { OWN_ACCOUNT_ROUTES } from '../../../core/contract/administration/account-routes.ts';
import { momentDay, momentText } from '../../admin/times.ts';
import { Icon } from '../../ui/icon.tsx';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { useAsked } from '../api/use-asked.ts';
import { RecoveryCodeList } from '../invitation/recovery-code-list.tsx';
import { Answered, Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Dialog } from '../parts/dialog.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import styles from './account.module.css';
import { askBrowserForPasskey } from './browser-passkeys.ts';
import { ChangePassword } from './change-password.tsx';
import { NamePasskey } from './name-passkey.tsx';
import { ProveDialog } from './prove-dialog.tsx';

type Passkey = OwnAccount['passkeys'][number];

/** What is being done over the page. `prove`: first who is here, then what was begun. */
type Doing =
  | { readonly kind: 'prove'; readonly next: () => Promise<void> }
  | { readonly kind: 'name' }
  | { readonly kind: 'remove'; readonly passkey: Passkey }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

/** The own account: its passkeys, its password and recovery codes, and where else it is signed in. */
export function OwnAccountScreen() {
  const { say, account } = useAdministration();
  const answer = useAsked(OWN_ACCOUNT_ROUTES.read, {});
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<AskFault>();
  const close = () => setDoing(undefined);

  /** Does something; when the server wants to know first who is here, that is asked, and then it is done. */
  const attempt = async (what: () => Promise<string>) => {
    close();
    setSaid('');
    setFault(undefined);
    try {
      setSaid(await what());
      await answer.again();
    } catch (error) {
      const why = error instanceof AskError ? error.fault : 'unavailable';
      if (why === 'prove-again') setDoing({ kind: 'prove', next: () => attempt(what) });
      else setFault(why);
    }
  };
  const addPasskey = (name: string) =>
    attempt(async () => {
      const asked = await ask(OWN_ACCOUNT_ROUTES.passkeyChallenge, { body: {} });
      const made = await askBrowserForPasskey(asked);
      if (made === undefined) return say('signIn.passkeyFailed');
      await ask(OWN_ACCOUNT_ROUTES.addPasskey, { body: { name, ...made } });
      return say('account.passkeyAdded', { name });
    });
  const newCodes = () =>
    attempt(async () => {
      const { recoveryCodes } = await ask(OWN_ACCOUNT_ROUTES.recoveryCodes, { body: {} });
      setDoing({ kind: 'codes', codes: recoveryCodes });
      return '';
    });
  const remove = ({ id, name }: Passkey) =>
    attempt(async () => {
      try {
        await ask(OWN_ACCOUNT_ROUTES.removePasskey, { body: { id } });
        return say('account.passkeyRemoved', { name });
      } catch (error) {
        if (error instanceof AskError && error.fault === 'not-allowed')
          return say('account.onlyWay', { name });
        throw error;
      }
    });
  const signOutElsewhere = () =>
    attempt(async () => {
      await ask(OWN_ACCOUNT_ROUTES.endOthers, { body: {} });
      return say('account.othersEnded');
    });

  return (
    <div className={parts.screen}>
      <div>
        <h1>{say('account.title')}</h1>
        <p className={parts.lead}>
          {account.name} · {say(`accounts.role.${account.role}`)}
        </p>
      </div>
      <p className={parts.said} role="status">
        {said}
      </p>
      {fault !== undefined && <Failed fault={fault} />}
      <Answered answer={answer}>
        {({ passkeys, password, organisation, recoveryCodesLeft, otherSessions }) => (
          <div className={styles.cards}>
            {!organisation && (
              <section className={`${parts.card} ${styles.card}`} aria-labelledby="account-passkeys">
                <h2 id="account-passkeys">
                  <Icon of={Fingerprint} />
                  {say('account.passkeys')}
                </h2>
                <p>{say(passkeys.length === 0 ? 'account.noPasskeys' : 'account.passkeysLead')}</p>
                <PasskeyList
                  passkeys={passkeys}
                  remove={(passkey) => setDoing({ kind: 'remove', passkey })}
                />
                <div className={parts.row}>
                  <Button look="strong" onPress={() => setDoing({ kind: 'name' })}>
                    {say('account.addPasskey')}
                  </Button>
                </div>
              </section>
            )}
            {password && <ChangePassword />}
            {password && (
              <section className={`${parts.card} ${styles.card}`} aria-labelledby="account-codes">
                <h2 id="account-codes">
                  <Icon of={ShieldCheck} />
                  {say('account.codes')}
                </h2>
                <p>{say('account.codesLeft', { count: recoveryCodesLeft })}</p>
                <div className={parts.row}>
                  <Button icon={KeyRound} onPress={() => void newCodes()}>
                    {say('account.newCodes')}
                  </Button>
                </div>
              </section>
            )}
            <section className={`${parts.card} ${styles.card}`} aria-labelledby="account-elsewhere">
              <h2 id="account-elsewhere">
                <Icon of={LogOut} />
                {say('account.elsewhere')}
              </h2>
              <p data-others={otherSessions}>
                {otherSessions === 0
                  ? say('account.noOthers')
                  : say('account.others', { count: otherSessions })}
              </p>
              {otherSessions > 0 && (
                <div className={parts.row}>
                  <Button onPress={() => void signOutElsewhere()}>{say('account.endOthers')}</Button>
                </div>
              )}
            </section>
          </div>
        )}
      </Answered>
      {doing?.kind === 'prove' && <ProveDialog proved={() => void doing.next()} close={close} />}
      {doing?.kind === 'name' && <NamePasskey add={(name) => void addPasskey(name)} close={close} />}
      {doing?.kind === 'remove' && (
        <Confirm
          title={say('account.askRemove.title', { name: doing.passkey.name })}
          text={say('account.askRemove.text')}
          yes={say('account.askRemove.yes')}
          act={() => void remove(doing.passkey)}
          close={close}
        />
      )}
      {doing?.kind === 'codes' && (
        <Dialog title={say('invitation.codesTitle')} close={close}>
          <p>{say('invitation.codesLead')}</p>
          <RecoveryCodeList codes={doing.codes} />
          <Button look="strong" onPress={close}>
            {say('invitation.saved')}
          </Button>
        </Dialog>
      )}
    </div>
  );
}

type ListProps = { readonly passkeys: readonly Passkey[]; readonly remove: (passkey: Passkey) => void };

function PasskeyList({ passkeys, remove }: ListProps) {
  const { say, language } = useAdministration();
  return (
    <ul className={styles.passkeys}>
      {passkeys.map((passkey) => (
        <li key={passkey.id} data-passkey={passkey.name}>
          <div>
            <strong>{passkey.name}</strong>
            <p className={parts.note}>
              {say('account.made', { day: momentDay(passkey.madeAt, language) })}
              {passkey.usedAt !== null &&
                ` · ${say('account.used', { when: momentText(passkey.usedAt, language) })}`}
            </p>
          </div>
          <Button
            look="quiet"
            icon={Trash2}
            label={say('account.removeOf', { name: passkey.name })}
            onPress={() => remove(passkey)}
          >
            {say('account.remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
