import type { ReactNode } from 'react';
import { Frame } from './frame.tsx';
import styles from './notice.module.css';
import { PictureOf } from './picture.tsx';

type Props = {
  readonly picture: string;
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
};

/** A calm screen with one message and what to do next: empty, failed, outdated, gone. */
export function Notice({ picture, title, lead, children }: Props) {
  return (
    <Frame>
      <div className={styles.notice}>
        <PictureOf name={picture} size="large" />
        <h1>{title}</h1>
        <p>{lead}</p>
        {children !== undefined && <div className={styles.actions}>{children}</div>}
      </div>
    </Frame>
  );
}
