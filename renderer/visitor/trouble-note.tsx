import { Wrench } from 'lucide';
import { useState } from 'react';
import type { Trouble } from '../../core/contract/about.ts';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Sheet } from '../ui/sheet.tsx';
import styles from './trouble-note.module.css';

/** Tells staff that this kiosk needs attention, small enough not to worry a visitor; a touch says what and what to do. */
export function TroubleNote({ troubles }: { readonly troubles: readonly Trouble[] }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  if (troubles.length === 0) return null;
  return (
    <>
      <button type="button" className={styles.note} onClick={() => setOpen(true)}>
        <Icon of={Wrench} />
        {say('trouble.staff')}
      </button>
      {open && (
        <Sheet title={say('trouble.staff')} closeLabel={say('trouble.close')} close={() => setOpen(false)}>
          <ul className={styles.list}>
            {troubles.map((code) => (
              <li key={code}>
                {say(`trouble.codes.${code}`)} <code>{code}</code>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}
