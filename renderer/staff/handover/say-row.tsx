import { useEffect, useState } from 'react';
import { type HandoverState, isOver } from '../../../core/domain/desk/handover.ts';
import type { HandoverSay } from '../../words/handover-words.ts';
import styles from './handover.module.css';

type Props = {
  readonly next: readonly HandoverState[];
  readonly tell: (to: HandoverState) => void;
  readonly say: HandoverSay;
};

/** What the desk can say of a handover now. What nothing can come after is pressed twice. */
export function SayRow({ next, tell, say }: Props) {
  /** What was pressed once. */
  const [sure, setSure] = useState<HandoverState>();
  const press = (to: HandoverState, presses: number) => {
    // A finger that slips twice in a moment is one press.
    if (isOver(to) && (sure !== to || presses > 1)) return setSure(to);
    setSure(undefined);
    tell(to);
  };
  // Whoever goes on to something else did not mean it; the keys leave by `onBlur`.
  useEffect(() => {
    if (sure === undefined) return;
    const elsewhere = ({ target }: Event) => {
      if (!(target instanceof Element && target.closest('[data-sure]'))) setSure(undefined);
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [sure]);
  return (
    <>
      {next.length > 0 && (
        <fieldset className={styles.row}>
          <legend>{say('does')}</legend>
          {next.map((to) => (
            <button
              key={to}
              type="button"
              className={styles.say}
              data-sure={sure === to || undefined}
              onClick={({ detail }) => press(to, detail)}
              onBlur={() => setSure(undefined)}
            >
              {say(`say.${to}`)}
            </button>
          ))}
        </fieldset>
      )}
      <div role="status" className={styles.final}>
        {/* Not on the button: a longer one would go away from under the finger. */}
        {sure !== undefined && next.includes(sure) && say('final', { what: say(`say.${sure}`) })}
      </div>
    </>
  );
}
