import type { ReactNode } from 'react';
import { Frame } from './frame.tsx';
import halves from './halves.module.css';
import styles from './notice.module.css';
import { PictureOf } from './picture.tsx';
import { ScrollArea } from './scroll-area.tsx';

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
        <ScrollArea of="half" className={halves.upper} content={`${styles.message} ${halves.stand}`}>
          <PictureOf name={picture} size="large" />
          <h1>{title}</h1>
          <p>{lead}</p>
        </ScrollArea>
        {children !== undefined && (
          <ScrollArea of="half" className={halves.lower} content={styles.actions}>
            {children}
          </ScrollArea>
        )}
      </div>
    </Frame>
  );
}
