import { ArrowLeft, ChevronLeft, ChevronRight, Eye } from 'lucide';
import { useEffect, useMemo, useState } from 'react';
import type { FlowPage, HomePage } from '../../../core/contract/pages.ts';
import type { PackInPreview } from '../../../core/contract/preview.ts';
import { answersTo } from '../../../core/domain/answers-to.ts';
import { directionOf, type Language, pick } from '../../../core/domain/words.ts';
import { walkingOrder } from '../../../maps/walking-order.ts';
import { WordsContext } from '../../hooks/use-words.ts';
import { kiosk } from '../../kiosk.ts';
import { Icon } from '../../ui/icon.tsx';
import { LanguageRow } from '../../ui/language-row.tsx';
import { VisitScreens } from '../../visitor/visitor.tsx';
import { SCREEN_WORDS } from '../../words/screen-words.ts';
import { nameOf, startWords } from '../../words/start-words.ts';
import { useAdminWords } from '../use-admin-words.ts';
import styles from './preview-visit.module.css';

type Props = {
  readonly pack: PackInPreview;
  /** All screens of this flow, one by one; without one, the visit begins at home. */
  readonly flow?: string;
  readonly openDisplay: () => void;
  readonly back: () => void;
};

/** What there is to show: the home screen, and the flow when one was asked for. */
type Loaded = { readonly home: HomePage; readonly page: FlowPage | undefined };

const wordsIn = startWords();

/**
 * The screens of visitors with the previewed pack in them, in any language, under a band that says so. With a flow, every screen of
 * it in turn; whatever is pressed on one leads on as it does for visitors.
 */
export function PreviewVisit({ pack, flow, openDisplay, back }: Props) {
  const { say, language: own } = useAdminWords();
  const [language, setLanguage] = useState<Language>(pack.about.languages.includes(own) ? own : 'nl');
  const [loaded, setLoaded] = useState<Loaded | 'failed'>();
  const [index, setIndex] = useState(0);

  useEffect(() => {
    const page = flow === undefined ? undefined : kiosk.invoke('content:flow', { flow });
    Promise.all([kiosk.invoke('content:home', {}), page]).then(
      ([home, found]) => setLoaded(found === null ? 'failed' : { home, page: found }),
      () => setLoaded('failed'), // A refusal is main's to log.
    );
  }, [flow]);

  const screens = useMemo(() => {
    if (typeof loaded !== 'object' || loaded.page === undefined) return [];
    const { page } = loaded;
    const ways = answersTo(page.flow, page);
    return walkingOrder(page.flow).flatMap((id) => {
      const answers = ways.get(id);
      return answers === undefined ? [] : [{ id, place: { kind: 'flow', page, answers } as const }];
    });
  }, [loaded]);
  const shown = screens[index];
  const languages = [...new Set([...pack.about.languages, ...Object.keys(SCREEN_WORDS)])];
  const title =
    typeof loaded === 'object' && loaded.page !== undefined
      ? pick(loaded.page.texts, own)?.value.title
      : pack.about.title;

  return (
    <div className={styles.whole}>
      <section className={styles.band} data-band aria-label={say('preview.band')}>
        <button type="button" className={styles.button} onClick={back}>
          <Icon of={ArrowLeft} className="mirrored" />
          {say('preview.back')}
        </button>
        <p className={styles.said}>
          <Icon of={Eye} />
          <strong>{say('preview.band')}</strong> {title} ·{' '}
          {say('preview.version', { version: pack.about.version })}
        </p>
        {shown !== undefined && (
          <div className={styles.steps}>
            <button
              type="button"
              className={styles.round}
              aria-label={say('preview.before')}
              aria-disabled={index === 0 || undefined}
              onClick={() => setIndex(Math.max(0, index - 1))}
            >
              <Icon of={ChevronLeft} className="mirrored" />
            </button>
            <p aria-live="polite">{say('preview.screenOf', { number: index + 1, count: screens.length })}</p>
            <button
              type="button"
              className={styles.round}
              aria-label={say('preview.next')}
              aria-disabled={index === screens.length - 1 || undefined}
              onClick={() => setIndex(Math.min(screens.length - 1, index + 1))}
            >
              <Icon of={ChevronRight} className="mirrored" />
            </button>
          </div>
        )}
        <LanguageRow
          label={say('preview.language')}
          languages={languages}
          language={language}
          choose={setLanguage}
          missingIn={(code) =>
            pack.about.languages.includes(code)
              ? undefined
              : say('preview.missing', { language: nameOf(code) })
          }
          className={styles.languages}
          buttonClassName={styles.language}
        />
      </section>
      <div
        className={styles.screen}
        lang={language}
        dir={directionOf(language)}
        data-screen={shown?.id ?? 'home'}
      >
        {loaded === 'failed' ? (
          <h1 className={styles.failed}>{say('preview.failed')}</h1>
        ) : (
          loaded !== undefined && (
            <WordsContext value={wordsIn(language)}>
              <VisitScreens
                key={index}
                home={loaded.home}
                at={shown?.place}
                language={language}
                chooseLanguage={setLanguage}
                openDisplay={openDisplay}
                stop={back}
              />
            </WordsContext>
          )
        )}
      </div>
    </div>
  );
}
