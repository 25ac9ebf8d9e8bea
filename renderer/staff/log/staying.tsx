import { X } from 'lucide';
import type { QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import { usualPlace } from '../../../core/domain/desk/listed-facts.ts';
import { HOME_LANGUAGE } from '../../../core/domain/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { nameIn, type Wording } from './names.ts';
import { languageOptions } from './options.ts';
import styles from './staying.module.css';

/** The values that stay from one question to the next. */
export type Stay = Pick<QuestionFacts, 'channel' | 'language' | 'place'>;

type Props = {
  readonly last: Stay;
  readonly wording: Wording;
  readonly change: (other: Partial<Stay>) => void;
};

/**
 * The language and the place that the next question gets too, where they are not the usual ones, each with the way to the usual: what stays
 * unseen is logged wrong for the rest of the day.
 */
export function Staying({ last, wording: { lists, say, language }, change }: Props) {
  const place = usualPlace(lists);
  const spoken = languageOptions(language).find(({ value }) => value === last.language)?.label;
  const all = [
    ...(last.language === HOME_LANGUAGE
      ? []
      : [{ what: spoken ?? last.language, usual: { language: HOME_LANGUAGE } }]),
    ...(last.place === null || last.place === place
      ? []
      : [{ what: nameIn(lists.places, last.place, language), usual: { place } }]),
  ];
  if (all.length === 0) return null;
  return (
    <div className={styles.staying}>
      <p>{say('log.staying')}</p>
      {all.map(({ what, usual }) => (
        <button
          key={what}
          type="button"
          className={styles.value}
          aria-label={say('log.notStaying', { what })}
          onClick={() => change(usual)}
        >
          {what}
          <Icon of={X} />
        </button>
      ))}
    </div>
  );
}
