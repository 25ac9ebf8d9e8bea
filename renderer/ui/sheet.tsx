import { X } from 'lucide';
import { type ReactNode, useId } from 'react';
import { SpeechNote } from '../speech/speech-note.tsx';
import { ReadSheet, SHEET } from '../visitor/read-sheet.tsx';
import { Icon } from './icon.tsx';
import { usePressBeside } from './press-beside.ts';
import { ScrollArea } from './scroll-area.tsx';
import styles from './sheet.module.css';
import { useWayOut } from './sheet-way.ts';
import { useModal } from './use-modal.ts';

type Props = {
  readonly title: string;
  readonly closeLabel: string;
  readonly close: () => void;
  /** `beside` leaves the screen in sight: at its side on a wide one, below on a tall one. */
  readonly place?: 'over' | 'beside';
  /** It can be read aloud. Only in a visit: the language is that of the visitor. */
  readonly readAloud?: boolean;
  /** It leads nowhere but back: who types in it is not staff, or types what is nobody else's. */
  readonly closed?: boolean;
  /**
   * With enlarged text and with controls low it is as high as it may be from the start, so that what is in it can be measured by the
   * room there is (100cqb).
   */
  readonly tall?: boolean;
  /** What stands below all that scrolls, always in sight: the way on. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

/** A sheet that comes up from below, over the screen: for one thing, and gone with one touch. */
export function Sheet({
  title,
  closeLabel,
  close,
  place = 'over',
  readAloud = false,
  closed = false,
  tall = false,
  foot,
  children,
}: Props) {
  // The heading: whoever hears the screen hears what came up, and nothing looks chosen to whoever sees it.
  const dialog = useModal(true, 'h2');
  const heading = useId();
  const beside = usePressBeside(close);
  const way = useWayOut();
  return (
    // The dialog closes itself on Escape.
    <dialog
      ref={dialog}
      className={`${styles.sheet} ${styles[place]} ${tall ? styles.tall : ''}`}
      aria-labelledby={heading}
      onClose={close}
      {...beside}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          {readAloud && <ReadSheet sheet={dialog} />}
          {!closed && way && (
            <button
              type="button"
              data-not-read
              className={styles.way}
              lang={way.language}
              onClick={() => {
                close();
                way.go();
              }}
            >
              <Icon of={way.icon} />
              {way.label}
            </button>
          )}
          <button
            type="button"
            data-not-read
            className={styles.close}
            aria-label={closeLabel}
            onClick={close}
          >
            <Icon of={X} />
          </button>
        </div>
        {readAloud && <SpeechNote of={SHEET} />}
        <ScrollArea of="sheet" className={styles.room} content={styles.content}>
          {children}
        </ScrollArea>
        {foot !== undefined && <div className={styles.foot}>{foot}</div>}
      </div>
    </dialog>
  );
}
