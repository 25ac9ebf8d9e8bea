import { ArrowBigUp, Check, Delete, Globe, Space } from 'lucide';
import { type CSSProperties, memo, useRef, useState } from 'react';
import type { Language } from '../../../core/domain/words.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../icon.tsx';
import { EditKey, SignKey } from './key.tsx';
import styles from './keyboard.module.css';
import { capital, LAYOUTS, layoutFor, SIGNS } from './layouts.ts';
import { Strip } from './strip.tsx';
import type { Typing } from './use-typing.ts';

type Props = {
  /** The language of the visitor: its letters come first. */
  readonly language: Language;
  readonly typing: Typing;
  /** The visitor has typed enough for now. */
  readonly done: () => void;
};

/** What stands open above the keys: accents for a letter, typed already or not, or the keyboards to choose from. */
type Open =
  | { readonly kind: 'accent'; readonly sign: string; readonly typed: boolean; readonly focus: boolean }
  | { readonly kind: 'layout'; readonly focus: boolean };

/**
 * The keyboard that the app brings. It suggests nothing and remembers nothing: what was typed is in the field alone.
 * It takes no focus by touch, so the caret stays in the field; by keyboard and switch every key can be reached.
 */
export const Keyboard = memo(function Keyboard({ language, typing, done }: Props) {
  const say = useWords();
  const [layout, setLayout] = useState(() => layoutFor(language));
  const [page, setPage] = useState<'letters' | 'signs'>('letters');
  const [shifted, setShifted] = useState(false);
  const [accenting, setAccenting] = useState(false);
  const [open, setOpen] = useState<Open>();
  const opener = useRef<Element>(null);

  const rows = page === 'signs' ? SIGNS : layout.rows;
  const columns = Math.max(rows[0].length, rows[1].length, rows[2].length + (layout.cased ? 2 : 1));
  const cast = (sign: string) => (shifted ? capital(sign, layout) : sign);
  const accentsOf = (sign: string) => layout.accents[sign] ?? [];

  const show = (what: Open) => {
    opener.current = document.activeElement;
    setOpen(what);
  };
  const shut = () => {
    if (open?.focus && opener.current instanceof HTMLElement) opener.current.focus();
    setOpen(undefined);
  };
  const typed = () => {
    setShifted(false);
    setAccenting(false);
    setOpen(undefined);
  };
  const byKeyboard = () => document.activeElement?.closest(`.${styles.keyboard}`) !== null;

  const press = (sign: string) => {
    if (accenting && accentsOf(sign).length > 0)
      return show({ kind: 'accent', sign, typed: false, focus: byKeyboard() });
    typing.type(cast(sign));
    typed();
  };
  // The letter itself is typed at once: who only pressed slowly has what was wanted.
  const hold = (sign: string) => {
    typing.type(cast(sign));
    show({ kind: 'accent', sign, typed: true, focus: false });
  };
  const chooseAccent = (accent: string) => {
    if (open?.kind === 'accent' && open.typed) typing.replace(accent);
    else typing.type(accent);
    shut();
    typed();
  };

  return (
    <fieldset
      className={styles.keyboard}
      aria-label={say('keyboard.label', { name: layout.name })}
      data-not-read
      data-page={page}
      style={{ '--columns': columns } as CSSProperties}
    >
      {open?.kind === 'accent' && (
        <Strip
          kind="accent"
          label={say('keyboard.accentsOf', { letter: cast(open.sign) })}
          closeLabel={say('language.close')}
          choices={[...(open.typed ? [] : [open.sign]), ...accentsOf(open.sign)].map((sign) => ({
            text: cast(sign),
          }))}
          takesFocus={open.focus}
          choose={({ text }) => chooseAccent(text)}
          close={shut}
        />
      )}
      {open?.kind === 'layout' && (
        <Strip
          kind="layout"
          label={say('keyboard.layouts')}
          closeLabel={say('language.close')}
          choices={LAYOUTS.map((each) => ({
            text: each.name,
            language: each.language,
            chosen: each === layout,
          }))}
          takesFocus={open.focus}
          choose={({ language: chosen }) => {
            setLayout(layoutFor(chosen ?? language));
            setPage('letters');
            shut();
            typed();
          }}
          close={shut}
        />
      )}
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
        <div key={place} className={styles.row} lang={page === 'letters' ? layout.language : undefined}>
          {place === 2 && page === 'letters' && layout.cased && (
            <EditKey
              label={say('keyboard.shift')}
              icon={ArrowBigUp}
              pressed={shifted}
              press={() => setShifted(!shifted)}
            />
          )}
          {row.map((sign) => (
            <SignKey
              key={sign}
              sign={cast(sign)}
              marked={accenting && accentsOf(sign).length > 0}
              press={() => press(sign)}
              hold={accentsOf(sign).length > 0 ? () => hold(sign) : undefined}
            />
          ))}
          {place === 2 && (
            <EditKey label={say('keyboard.remove')} icon={Delete} repeats press={typing.remove} />
          )}
        </div>
      ))}
      <div className={styles.row}>
        <button
          type="button"
          className={`${styles.key} ${styles.word}`}
          onClick={() => {
            setPage(page === 'letters' ? 'signs' : 'letters');
            typed();
          }}
        >
          {say(page === 'letters' ? 'keyboard.signs' : 'keyboard.letters')}
        </button>
        <button
          type="button"
          className={`${styles.key} ${styles.edit}`}
          aria-label={say('keyboard.layouts')}
          aria-expanded={open?.kind === 'layout'}
          onClick={({ detail }) =>
            open?.kind === 'layout' ? shut() : show({ kind: 'layout', focus: detail === 0 })
          }
        >
          <Icon of={Globe} />
        </button>
        {page === 'letters' && (
          <button
            type="button"
            className={`${styles.key} ${styles.edit}`}
            aria-label={say('keyboard.accents')}
            aria-pressed={accenting}
            onClick={() => setAccenting(!accenting)}
          >
            <span aria-hidden="true">{Object.values(layout.accents)[0]?.[0]}</span>
          </button>
        )}
        <EditKey
          label={say('keyboard.space')}
          icon={Space}
          className={styles.space}
          press={() => {
            typing.type(' ');
            setOpen(undefined);
          }}
        />
        <button
          type="button"
          className={`${styles.key} ${styles.word} ${styles.done}`}
          aria-label={say('keyboard.done')}
          onClick={done}
        >
          <Icon of={Check} />
          {say('keyboard.doneShort')}
        </button>
      </div>
    </fieldset>
  );
});
