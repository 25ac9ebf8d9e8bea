import { X } from 'lucide';
import { type ReactNode, useId } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { usePressBeside } from '../../ui/press-beside.ts';
import { useModal } from '../../ui/use-modal.ts';
import { useWords } from '../use-words.ts';
import styles from './parts.module.css';

type Props = { readonly title: string; readonly close: () => void; readonly children: ReactNode };

/** One thing to do over the page. Escape and a press beside it close it; the focus goes back to where it was. */
export function Dialog({ title, close, children }: Props) {
  const { say } = useWords();
  const dialog = useModal(true, 'h2');
  const heading = useId();
  const beside = usePressBeside(close);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={heading} onClose={close} {...beside}>
      <div className={styles.dialogBody}>
        <div className={styles.dialogHead}>
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" className={styles.close} aria-label={say('close')} onClick={close}>
            <Icon of={X} />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
