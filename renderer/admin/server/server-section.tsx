import { Send } from 'lucide';
import { useState } from 'react';
import { Confirm } from '../content/confirm.tsx';
import styles from '../content/content-section.module.css';
import { Press } from '../content/facts.tsx';
import { useAdmin } from '../use-admin.ts';
import { Enrol } from './enrol.tsx';
import { ServerFacts } from './server-facts.tsx';
import { serverFaultWords } from './server-words.ts';
import { type ServerSaid, useServer } from './use-server.ts';

/** The server of this kiosk's library: whether it is heard there, what it does not know yet, and how to belong to it. */
export function ServerSection() {
  const { say } = useAdmin();
  const { status, busy, said, tell, enrol } = useServer();
  const [asked, setAsked] = useState<{ server: string; code: string }>();
  const isBusy = busy !== undefined;
  return (
    <>
      <h1>{say('server.title')}</h1>
      <div className={styles.said} role="status" data-said={busy ?? said?.result.kind ?? ''}>
        {isBusy && <p>{say(`server.busy.${busy}`)}</p>}
        {said !== undefined && <Said said={said} />}
      </div>
      {typeof status === 'string' ? (
        <p>{say(`content.${status}`)}</p>
      ) : (
        <>
          {status.kind === 'none' ? (
            <p>{say('server.none')}</p>
          ) : (
            <>
              <ServerFacts status={status} />
              {status.state !== 'revoked' && (
                <div className={styles.presses}>
                  <Press icon={Send} label={say('server.tell')} busy={isBusy} press={tell} />
                </div>
              )}
            </>
          )}
          <Enrol
            key={status.kind === 'none' ? '' : status.address}
            known={status.kind === 'none' ? '' : status.address}
            again={status.kind !== 'none'}
            busy={isBusy}
            enrol={(wanted) => (status.kind === 'none' ? void enrol(wanted) : setAsked(wanted))}
          />
          {asked !== undefined && status.kind !== 'none' && (
            <Confirm
              title={say('server.enrol.again')}
              text={say('server.enrol.ask', { library: status.library })}
              yes={() => void enrol(asked)}
              close={() => setAsked(undefined)}
            />
          )}
        </>
      )}
    </>
  );
}

function Said({ said: { work, result } }: { readonly said: ServerSaid }) {
  const { say } = useAdmin();
  if (result.kind === 'done') return <p>{say(`server.done.${work}`)}</p>;
  return (
    <>
      <p>{serverFaultWords(result.fault, say)}</p>
      {result.message !== '' && <small lang="en">{result.message}</small>}
    </>
  );
}
