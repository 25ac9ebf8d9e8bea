import { BadgeCheck, Inbox, Satellite, Server } from 'lucide';
import type { ServerStatus } from '../../../core/contract/admin.ts';
import styles from '../content/content-section.module.css';
import { Fact } from '../content/facts.tsx';
import { momentText } from '../times.ts';
import { useAdmin } from '../use-admin.ts';
import { serverFaultWords } from './server-words.ts';

type Enrolled = Extract<ServerStatus, { kind: 'enrolled' }>;

/** To whom this kiosk belongs, whether it may, when they last spoke, and what waits. */
export function ServerFacts({ status }: { readonly status: Enrolled }) {
  const { say, language } = useAdmin();
  const { address, library, branch, state, contactedAt, failure, waiting, dropped, quarantined } = status;
  return (
    <dl className={styles.facts}>
      <Fact icon={Server} name={say('server.belongs')}>
        <span>{say('server.place', { library, branch })}</span>
        <bdi>{address}</bdi>
      </Fact>
      <Fact icon={BadgeCheck} name={say('server.allowed')} warns={state === 'revoked'}>
        <span data-state={state}>{say(`server.states.${state}`)}</span>
      </Fact>
      <Fact icon={Satellite} name={say('content.contact')} warns={failure !== null}>
        <span>{contactedAt === null ? say('content.never') : momentText(contactedAt, language)}</span>
        {failure !== null && (
          <>
            <b>{say('server.failed')}</b>
            <span>{serverFaultWords(failure.fault, say)}</span>
            <small lang="en">{failure.message}</small>
          </>
        )}
        {failure === null && contactedAt !== null && <span>{say('content.fine')}</span>}
      </Fact>
      <Fact icon={Inbox} name={say('server.backlog')}>
        <span data-waiting={waiting}>
          {waiting === 0 ? say('server.nothingWaits') : say('server.waiting', { count: waiting })}
        </span>
        {dropped > 0 && <span>{say('server.dropped', { count: dropped })}</span>}
        {quarantined > 0 && <span>{say('server.quarantined', { count: quarantined })}</span>}
      </Fact>
    </dl>
  );
}
