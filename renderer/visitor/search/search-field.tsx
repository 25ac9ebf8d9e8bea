import { Keyboard as KeyboardIcon, Search, X } from 'lucide';
import type { ReactNode } from 'react';
import { MOST_TYPED } from '../../../core/domain/most-typed.ts';
import { directionOf, type Language } from '../../../core/domain/words.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Typing } from '../../ui/keyboard/use-typing.ts';
import styles from './search-field.module.css';

type Props = {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly typing: Typing;
  readonly language: Language;
  /** Is the keyboard on the screen? Otherwise the field brings it back. */
  readonly keyboardShown: boolean;
  readonly showKeyboard: () => void;
  /** More buttons for what was typed: reading it out. */
  readonly children?: ReactNode;
};

/**
 * The field to search with: the text with its caret, and a button that erases it. A keyboard of the machine types in
 * it too. The browser keeps nothing of it: no earlier words, no corrections, no keyboard of its own.
 */
export function SearchField({
  text,
  change,
  typing,
  language,
  keyboardShown,
  showKeyboard,
  children,
}: Props) {
  const say = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: the Chromium of the kiosk may be older than the element
    <div className={styles.field} role="search">
      <Icon of={Search} className={styles.mark} />
      <input
        ref={typing.field}
        className={styles.input}
        type="text"
        value={text}
        maxLength={MOST_TYPED}
        // What is typed decides: a Dutch word stands from left to right for those who read Arabic too.
        dir={text === '' ? directionOf(language) : 'auto'}
        aria-label={say('search.field')}
        placeholder={say('search.field')}
        inputMode="none"
        enterKeyHint="search"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => change(event.currentTarget.value)}
        onPointerDown={showKeyboard}
      />
      {text !== '' && (
        <button
          type="button"
          className={styles.button}
          aria-label={say('search.clear')}
          onClick={typing.clear}
        >
          <Icon of={X} />
        </button>
      )}
      {children}
      {!keyboardShown && (
        <button
          type="button"
          className={styles.button}
          aria-label={say('keyboard.show')}
          onClick={showKeyboard}
        >
          <Icon of={KeyboardIcon} />
        </button>
      )}
    </div>
  );
}
