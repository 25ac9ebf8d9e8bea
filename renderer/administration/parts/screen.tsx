import type { ReactNode } from 'react';
import type { AskFault } from '../api/ask.ts';
import { Failed } from './answered.tsx';
import styles from './parts.module.css';

type Props = {
  readonly title: string;
  readonly lead: ReactNode;
  /** What can be done that is about no single one of the list. */
  readonly actions?: ReactNode;
  /** What came of what was done last. */
  readonly said: string;
  readonly fault: AskFault | undefined;
  readonly children: ReactNode;
};

/** A screen on which things are done: what it is about, what can be begun, how the last act went, and then what there is. */
export function Screen({ title, lead, actions, said, fault, children }: Props) {
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <div>
          <h1>{title}</h1>
          {typeof lead === 'string' ? <p className={styles.lead}>{lead}</p> : lead}
        </div>
        {actions}
      </div>
      <Said text={said} />
      {fault !== undefined && <Failed fault={fault} />}
      {children}
    </div>
  );
}

/** It is there before it says anything: a screen reader tells what changes in a place that it knew. */
export function Said({ text }: { readonly text: string }) {
  return (
    <p className={styles.said} role="status">
      {text}
    </p>
  );
}
