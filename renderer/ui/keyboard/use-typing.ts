import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { insert, removeBefore, replaceBefore, type Typed } from './edit-text.ts';

/** The ways in which a keyboard on the screen changes a text. They stay the same from one key to the next. */
export type Typing = {
  /** The field that is typed in. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly type: (sign: string) => void;
  readonly remove: () => void;
  /** Puts another sign in the place of the one that was typed last. */
  readonly replace: (sign: string) => void;
  readonly clear: () => void;
};

/**
 * Joins a field and a keyboard. Keys type at the caret of the field, and the caret stays behind what was typed.
 * The field itself holds the selection: it does so without having the focus too.
 */
export function useTyping(change: (text: string) => void): Typing {
  const field = useRef<HTMLInputElement>(null);
  /** What was typed and is not drawn yet: two fingers can be faster than the page. */
  const pending = useRef<Typed>(undefined);
  const changed = useRef(change);

  useLayoutEffect(() => {
    changed.current = change;
    const input = field.current;
    if (pending.current === undefined || input === null) return;
    const { from, to } = pending.current;
    input.setSelectionRange(from, to);
    if (to === input.value.length) input.scrollLeft = input.scrollWidth;
    pending.current = undefined;
  });

  const edit = useCallback((how: (typed: Typed) => Typed) => {
    const input = field.current;
    if (input === null) return;
    const { value: text, selectionStart, selectionEnd } = input;
    const before = pending.current ?? {
      text,
      from: selectionStart ?? text.length,
      to: selectionEnd ?? text.length,
    };
    const after = how(before);
    if (after.text !== before.text) {
      pending.current = after;
      changed.current(after.text);
    }
    // Who types by touch sees the caret. Who goes from key to key without a finger stays there.
    if (!(document.activeElement instanceof HTMLButtonElement)) input.focus({ preventScroll: true });
  }, []);

  return useMemo(
    () => ({
      field,
      type: (sign) => edit((typed) => insert(typed, sign)),
      remove: () => edit(removeBefore),
      replace: (sign) => edit((typed) => replaceBefore(typed, sign)),
      clear: () => {
        edit(() => ({ text: '', from: 0, to: 0 }));
        // The button that clears goes with the text.
        field.current?.focus({ preventScroll: true });
      },
    }),
    [edit],
  );
}
