import { useEffect, useId, useRef, useState } from 'react';
import { MOST_NOTE } from '../../../core/domain/desk/note-guard.ts';
import { kiosk } from '../../kiosk.ts';
import { Keyboard } from '../../ui/keyboard/keyboard.tsx';
import { useTyping } from '../../ui/keyboard/use-typing.ts';
import { useStaff } from '../use-staff.ts';
import styles from './form.module.css';

type Props = { readonly note: string; readonly change: (note: string) => void };

/** A kiosk has no other keyboard than the one on its screen; the desk's own PC has a real one, and all of its screen for the form. */
const HAS_NO_KEYS = kiosk.about.profile === 'kiosk';

/** The free note of a question, where the library wants any. */
export function NoteField({ note, change }: Props) {
  const { say, language } = useStaff();
  const [isTyping, setIsTyping] = useState(false);
  const typing = useTyping(change);
  const field = useId();
  const all = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The field is the last of a long form: its keys would come up below what is in sight.
    if (isTyping) all.current?.scrollIntoView({ block: 'end' });
  }, [isTyping]);
  return (
    <div ref={all} className={styles.note} data-item>
      <label htmlFor={field}>
        <b>{say('form.note')}</b>
      </label>
      <input
        id={field}
        ref={typing.field}
        type="text"
        value={note}
        maxLength={MOST_NOTE}
        inputMode={HAS_NO_KEYS ? 'none' : 'text'}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-describedby={`${field}-help`}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        onPointerDown={() => setIsTyping(HAS_NO_KEYS)}
      />
      <small id={`${field}-help`}>{say('form.noteHelp')}</small>
      {isTyping && <Keyboard language={language} typing={typing} done={() => setIsTyping(false)} />}
    </div>
  );
}
