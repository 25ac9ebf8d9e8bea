import { X } from 'lucide';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon.tsx';
import styles from './sheet.module.css';

type Props = {
  readonly title: string;
  readonly closeLabel: string;
  readonly close: () => void;
  readonly children: ReactNode;
};

/** A sheet that comes up from below, over the screen: for one thing, and gone with one touch. */
export function Sheet({ title, closeLabel, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    // The dialog closes itself on Escape; a touch beside the sheet lands on the dialog itself.
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={heading}
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && close()}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <button type="button" className={styles.close} aria-label={closeLabel} onClick={close}>
            <Icon of={X} />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
