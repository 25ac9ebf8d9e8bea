import { X } from 'lucide';
import { type KeyboardEvent, useRef } from 'react';
import type { DeskLog } from '../../../core/contract/desk/log.ts';
import type { QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import { pick } from '../../../core/domain/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { PictureOf } from '../../ui/picture.tsx';
import { endingText, organizationText, otherText, subjectText, TINTS, type Wording } from './names.ts';
import { letterKey, pressedKey } from './tile-keys.ts';
import styles from './tiles.module.css';

type Props = {
  readonly page: DeskLog;
  readonly last: QuestionFacts;
  readonly wording: Wording;
  readonly log: (facts: QuestionFacts) => void;
  readonly logWalk: (facts: QuestionFacts) => void;
  readonly forgetWalk: () => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
/** The key of what was just walked; the favourites have the keys from 1, and the rest those of the letters. */
const WALK_KEY = '0';

/** A double click, out of habit, is one question; a key and a touch count none or one. */
const isOnce = ({ detail }: { readonly detail: number }) => detail < 2;

/** One touch logs one of these. While one of them has the focus, the key that stands on another one logs that. */
export function Tiles({ page, last, wording, log, logWalk, forgetWalk }: Props) {
  const { lists, say, language } = wording;
  const tiles = useRef<HTMLDivElement>(null);
  const { walk } = page;
  const stay = { channel: last.channel, language: last.language, place: last.place };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const all = [...(tiles.current?.querySelectorAll<HTMLButtonElement>('[data-key]') ?? [])];
    const step = STEPS[event.key];
    if (step !== undefined) {
      const at = all.indexOf(document.activeElement as HTMLButtonElement);
      event.preventDefault();
      all[(at + step + all.length) % all.length]?.focus();
    } else all.find(({ dataset }) => dataset['key'] === pressedKey(event))?.click();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the buttons in it
    <div ref={tiles} className={styles.tiles} onKeyDown={press}>
      {walk && (
        <div className={styles.walk} data-tint={TINTS[walk.facts.category]}>
          <button
            type="button"
            data-first=""
            data-key={WALK_KEY}
            className={styles.walked}
            onClick={(event) =>
              isOnce(event) && logWalk({ ...walk.facts, channel: last.channel, place: last.place })
            }
          >
            <PictureOf name={pictureOf(walk.facts, wording)} size="small" />
            <span className={styles.words}>
              <small className={styles.why}>{say('log.walked')}</small>
              <b className={styles.label}>
                {pick(walk.titles, language)?.value ?? subjectText(walk.facts, wording)}
              </b>
              <span className={styles.note}>
                {subjectText(walk.facts, wording)} · {endingText(walk.facts, say)}
              </span>
            </span>
            <kbd className={styles.key}>{WALK_KEY}</kbd>
          </button>
          <button
            type="button"
            className={styles.away}
            aria-label={say('log.notWalked')}
            onClick={forgetWalk}
          >
            <Icon of={X} />
          </button>
        </div>
      )}
      <ul className={styles.grid} aria-label={say('log.favourites')}>
        {page.favourites.map((favourite, index) => {
          const facts = { ...favourite, ...stay };
          const organization = organizationText(facts, wording);
          return (
            <li
              key={`${facts.category} ${facts.subCategory} ${facts.organization}`}
              data-tint={TINTS[facts.category]}
              data-item
            >
              <button
                type="button"
                data-key={index + 1}
                {...(walk === null && index === 0 ? { 'data-first': '' } : {})}
                className={styles.tile}
                onClick={(event) => isOnce(event) && log(facts)}
              >
                <PictureOf name={pictureOf(facts, { lists })} size="small" />
                <span className={styles.words}>
                  <b className={styles.label}>{subjectText(facts, wording)}</b>
                  {organization !== undefined && <span className={styles.note}>{organization}</span>}
                  <span className={styles.note}>{endingText(facts, say)}</span>
                </span>
                <kbd className={styles.key}>{index + 1}</kbd>
              </button>
            </li>
          );
        })}
      </ul>
      {page.others.length > 0 && (
        <ul className={styles.others} aria-label={say('log.others')}>
          {page.others.map((other, index) => (
            <li key={other.subCategory} data-tint={TINTS[other.category]} data-item>
              <button
                type="button"
                data-key={letterKey(index) ?? ''}
                className={styles.other}
                onClick={(event) => isOnce(event) && log({ ...other, ...stay })}
              >
                <span className={styles.dot} aria-hidden="true" />
                {otherText(other, page.favourites, wording)}
                <span className={styles.key} aria-hidden="true">
                  {keyText(letterKey(index))}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A key as it stands on a keyboard: A, and Shift A. */
function keyText(key: string | undefined): string | undefined {
  return key?.replace(/^shift/, 'Shift').replace(/.$/, (letter) => letter.toUpperCase());
}

function pictureOf(
  { subCategory }: Pick<QuestionFacts, 'subCategory'>,
  { lists }: Pick<Wording, 'lists'>,
): string {
  return lists.subCategories.find(({ id }) => id === subCategory)?.picture ?? 'circle-question-mark';
}
