import { ArrowRight, X } from 'lucide';
import { type RefObject, useMemo } from 'react';
import type { FlowPage } from '../../../../core/contract/pages.ts';
import type { Id } from '../../../../core/domain/id.ts';
import { directionOf, type Language } from '../../../../core/domain/words.ts';
import type { FactLine } from '../../../../maps/fact-line.ts';
import { type FactScreen, factSheet } from '../../../../maps/fact-sheet.ts';
import { Icon } from '../../../ui/icon.tsx';
import { ScrollArea } from '../../../ui/scroll-area.tsx';
import type { AdminSay } from '../../../words/admin-words.ts';
import { nameOf } from '../../../words/start-words.ts';
import { useAdminWords } from '../../use-admin-words.ts';
import styles from './node-panel.module.css';

type Props = {
  readonly page: FlowPage;
  readonly id: Id;
  readonly languages: readonly Language[];
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly go: (id: Id) => void;
  readonly close: () => void;
};

/** All that one question or outcome says, in every language of the pack beside one another, and where it leads. */
export function NodePanel({ page, id, languages, heading, go, close }: Props) {
  const { say, language } = useAdminWords();
  const sheets = useMemo(() => languages.flatMap((code) => factSheet(page, code) ?? []), [page, languages]);
  const screens = sheets.flatMap((sheet) => {
    const screen = sheet.screens.find((each) => each.id === id);
    return screen === undefined ? [] : [{ sheet, screen }];
  });
  const main = screens.find(({ sheet }) => sheet.language === language) ?? screens[0];
  if (main === undefined) return null;
  const onward = new Map(
    main.screen.ways.flatMap(({ to }) => (to === undefined ? [] : [[to.number, to.title]])),
  );
  const idOf = (number: number) => main.sheet.screens.find((each) => each.number === number)?.id;
  return (
    <aside className={styles.panel} aria-labelledby="node-title" data-panel={id}>
      <header className={styles.head}>
        <div>
          <p className={styles.note}>
            {main.screen.number} · <bdi>{id}</bdi>
          </p>
          <h2 ref={heading} id="node-title" tabIndex={-1} lang={main.sheet.language}>
            {main.screen.title}
          </h2>
        </div>
        <button type="button" className={styles.close} aria-label={say('preview.close')} onClick={close}>
          <Icon of={X} />
        </button>
      </header>
      <ScrollArea of="sheet" at={id} content={styles.content}>
        <div className={styles.columns}>
          {screens.map(({ sheet, screen }) => (
            <section
              key={sheet.language}
              lang={sheet.language}
              dir={directionOf(sheet.language)}
              data-language={sheet.language}
            >
              <h3>{nameOf(sheet.language)}</h3>
              <Words screen={screen} say={say} own={language} />
            </section>
          ))}
        </div>
        {main.screen.values.length > 0 && (
          <section className={styles.values}>
            <h3>{say('preview.values')}</h3>
            <ul>
              {main.screen.values.map((name) => (
                <li key={name}>
                  <strong>
                    {main.sheet.values.find((value) => value.id === name)?.today ?? say('preview.noValue')}
                  </strong>{' '}
                  <bdi className={styles.note}>{name}</bdi>
                </li>
              ))}
            </ul>
          </section>
        )}
        {onward.size > 0 && (
          <section className={styles.onward}>
            <h3>{say('preview.goTo')}</h3>
            <ul>
              {[...onward].map(([number, title]) => (
                <li key={number}>
                  <button
                    type="button"
                    onClick={() => {
                      const target = idOf(number);
                      if (target !== undefined) go(target);
                    }}
                  >
                    <span className={styles.number}>{number}</span>
                    <span lang={main.sheet.language}>{title}</span>
                    <Icon of={ArrowRight} className="mirrored" />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </ScrollArea>
    </aside>
  );
}

/** The words of one screen in one language; the headings between them are those of the admin. */
function Words({
  screen,
  say,
  own,
}: {
  readonly screen: FactScreen;
  readonly say: AdminSay;
  readonly own: Language;
}) {
  const heading = (text: string) => (
    <h4 lang={own} dir={directionOf(own)}>
      {text}
    </h4>
  );
  const list = (name: string, lines: readonly FactLine[]) =>
    lines.length > 0 && (
      <>
        {heading(name)}
        <ul>
          {lines.map(({ title, text, hidden }) => (
            <li key={`${title} ${text}`}>
              <strong>{title}</strong> {text}
              {hidden !== undefined && <p className={styles.note}>{hidden}</p>}
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      <p className={styles.title}>{screen.title}</p>
      {screen.text !== undefined && <p>{screen.text}</p>}
      {screen.why !== undefined && (
        <>
          {heading(say('preview.why'))}
          <p>{screen.why}</p>
        </>
      )}
      {list(say('preview.answers'), screen.answers)}
      {screen.ways.length > 0 && (
        <>
          {heading(say('preview.ways'))}
          <ul>
            {screen.ways.map(({ text, indent, to }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two ways may say the same
              <li key={index} data-indent={indent ? '' : undefined}>
                {text}
                {to !== undefined && <span className={styles.number}>{to.number}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {list(say('preview.steps'), screen.steps)}
      {list(say('preview.bring'), screen.bring)}
      {list(say('preview.contacts'), screen.contacts)}
      {screen.places !== undefined && (
        <>
          {heading(say('preview.places'))}
          <p>
            <bdi className={styles.note}>{screen.places}</bdi>
          </p>
        </>
      )}
      {list(say('preview.related'), screen.related)}
    </>
  );
}
