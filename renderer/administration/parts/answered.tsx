import { LogIn, RefreshCw, TriangleAlert } from 'lucide';
import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../../ui/icon.tsx';
import type { AdministrationWordKey } from '../../words/administration-words.ts';
import type { AskFault } from '../api/ask.ts';
import type { Answer } from '../api/use-asked.ts';
import { hrefOf } from '../place/place.ts';
import { useWords } from '../use-words.ts';
import { Button } from './button.tsx';
import { faultWords } from './fault-words.ts';
import styles from './parts.module.css';

/** What the server answered; until then that it is asked, and why there is none, with the way to ask again. */
export function Answered<T>({
  answer,
  children,
}: {
  readonly answer: Answer<T>;
  readonly children: (value: T) => ReactNode;
}) {
  const { say } = useWords();
  const { value, fault, again } = answer;
  return (
    <>
      {fault !== undefined && <Failed fault={fault} again={() => void again()} />}
      {value !== undefined
        ? children(value)
        : fault === undefined && (
            <p className={styles.waiting} role="status" data-waiting>
              {say('loading')}
            </p>
          )}
    </>
  );
}

/**
 * Something did not work: what, and what to do. Who is not signed in any more does that in a tab of its own: what was typed here
 * waits, and the session that begins there is that of this page too. `words`: where the usual ones do not say it.
 */
export function Failed({
  fault,
  words = faultWords(fault),
  again,
}: {
  readonly fault: AskFault;
  readonly words?: AdministrationWordKey | undefined;
  readonly again?: () => void;
}) {
  const { say } = useWords();
  const told = useRef<HTMLDivElement>(null);
  // A form is sent by Enter from any of its fields: what became of it may stand far below.
  // Newer browsers give a promise back, which React would take for what ends the effect.
  useEffect(() => {
    told.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={told} className={styles.failed} role="alert">
      <Icon of={TriangleAlert} />
      <div>
        <h2>{say('failed.title')}</h2>
        <p>{say(words)}</p>
      </div>
      {fault === 'not-signed-in' && (
        <a className={`${styles.button} ${styles.strong}`} href={hrefOf([])} target="_blank" rel="noopener">
          <Icon of={LogIn} className="mirrored" />
          {say('failed.signInThere')}
        </a>
      )}
      {again && (
        <Button icon={RefreshCw} onPress={again}>
          {say('failed.again')}
        </Button>
      )}
    </div>
  );
}
