import { useId } from 'react';
import { LONGEST_DETAIL } from '../../../core/domain/desk/visitor-details.ts';
import type { Language } from '../../../core/domain/words.ts';
import { Keyboard } from '../../ui/keyboard/keyboard.tsx';
import { useTyping } from '../../ui/keyboard/use-typing.ts';
import styles from './handover.module.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly language: Language;
  /** Is the keyboard on the screen shown for it? */
  readonly isTyping: boolean;
  readonly type: (isTyping: boolean) => void;
};

/** A line that a visitor types, with a real keyboard or the one on the screen. The browser keeps nothing of it. */
export function VisitorField({ label, value, change, language, isTyping, type }: Props) {
  const typing = useTyping(change);
  const id = useId();
  return (
    <div className={styles.field} data-item>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={typing.field}
        type="text"
        dir="auto"
        value={value}
        maxLength={LONGEST_DETAIL}
        inputMode="none"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => change(event.currentTarget.value)}
        onPointerDown={() => type(true)}
      />
      {isTyping && <Keyboard language={language} typing={typing} done={() => type(false)} />}
    </div>
  );
}
