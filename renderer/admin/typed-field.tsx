import type { ReactNode } from 'react';
import { MOST_TYPED } from '../../core/domain/most-typed.ts';
import { Keyboard } from '../ui/keyboard/keyboard.tsx';
import { useTyping } from '../ui/keyboard/use-typing.ts';
import styles from './typed-field.module.css';
import { useAdmin } from './use-admin.ts';

type Props = {
  /** The id of what names it. */
  readonly labelledBy: string;
  readonly hint: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** What Enter does, on a real keyboard and on a scanner that types. */
  readonly enter: () => void;
  /** Is the keyboard on the screen shown for it? */
  readonly isTyping: boolean;
  readonly type: (isTyping: boolean) => void;
  /** What stands beside it. */
  readonly children?: ReactNode;
};

/** A line of text that an admin types, with a real keyboard or with the one on the screen: an address, a path, a code. */
export function TypedField({ labelledBy, hint, value, change, enter, isTyping, type, children }: Props) {
  const { language } = useAdmin();
  const typing = useTyping(change);
  // No form: a page that may not send any hears nothing of one either.
  return (
    <>
      <div className={styles.typed}>
        <input
          ref={typing.field}
          className={styles.field}
          type="text"
          dir="ltr"
          value={value}
          maxLength={MOST_TYPED}
          aria-labelledby={labelledBy}
          placeholder={hint}
          inputMode="none"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => change(event.currentTarget.value)}
          onPointerDown={() => type(true)}
          onKeyDown={({ key }) => key === 'Enter' && enter()}
        />
        {children}
      </div>
      {isTyping && <Keyboard language={language} typing={typing} done={() => type(false)} />}
    </>
  );
}
