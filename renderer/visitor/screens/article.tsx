import type { ArticlePage } from '../../../core/contract/pages.ts';
import { amountSources } from '../../../core/domain/amount-sources.ts';
import type { Block, Run } from '../../../core/domain/article.ts';
import { anyStale } from '../../../core/domain/fill.ts';
import { filledArticle } from '../../../core/domain/filled-article.ts';
import { mediaAddress } from '../../../core/domain/media-address.ts';
import { articleTexts } from '../../../core/domain/page-texts.ts';
import { directionOf, pick } from '../../../core/domain/words.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Frame } from '../../ui/frame.tsx';
import halves from '../../ui/halves.module.css';
import { PictureOf } from '../../ui/picture.tsx';
import { Said } from '../../ui/said.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { ContactCard } from '../contact-card.tsx';
import { EntryCard } from '../entry-card.tsx';
import { Sources } from '../sources.tsx';
import { StaleNote } from '../stale-note.tsx';
import { TakeAlongButton } from '../take-along/take-along-button.tsx';
import { useTools } from '../use-visit.ts';
import styles from './article.module.css';
import { OutdatedScreen } from './outdated.tsx';

/** A page to read: the whole thing in one paragraph first, then the rest, then who can help. */
export function ArticleScreen({ page }: { readonly page: ArticlePage }) {
  const say = useWords();
  const { language } = useTools();
  const picked = pick(page.texts, language);
  if (page.outdated || picked === undefined) return <OutdatedScreen />;
  const { value: text, language: spoken } = picked;
  const whole = articleTexts(text, page.contacts, language);
  const { lead, blocks } = filledArticle(text, spoken, page);
  // The words of the screen around it, and contacts and pages that are there in the visitor's language, stay in that one (WCAG 3.1.2).
  const written = picked.fellBack ? { lang: spoken, dir: directionOf(spoken) } : {};
  return (
    <Frame tint={page.topic.tint}>
      <article className={styles.article}>
        <ScrollArea of="half" className={halves.upper} content={halves.stand}>
          <div className={styles.head}>
            <PictureOf name={page.article.picture} size="large" />
            <h1>
              <Said words={page.texts} language={language} text={({ title }) => title} />
            </h1>
          </div>
        </ScrollArea>
        <ScrollArea of="half" className={halves.lower}>
          <ScrollArea>
            <div className={styles.columns}>
              <div className={styles.text}>
                <div className={styles.written} {...written}>
                  {lead.length > 0 && (
                    <p className={styles.lead} data-item>
                      <Runs runs={lead} />
                    </p>
                  )}
                  {page.article.image !== undefined && (
                    <img src={mediaAddress(page.pack, page.article.image)} alt={text.alt ?? ''} />
                  )}
                </div>
                {anyStale(whole, page) && <StaleNote />}
                <div className={styles.written} {...written}>
                  {blocks.map((block, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text have no other name than their place
                    <BlockOf key={index} block={block} />
                  ))}
                </div>
              </div>
              <div className={styles.aside}>
                {page.contacts.length > 0 && (
                  <section>
                    <h2>{say('outcome.contacts')}</h2>
                    <ul>
                      {page.contacts.map((contact) => (
                        <li key={contact.id} data-item>
                          <ContactCard contact={contact} setting={page} />
                        </li>
                      ))}
                    </ul>
                  </section>
                )}
                {page.related.length > 0 && (
                  <section>
                    <h2>{say('outcome.related')}</h2>
                    <ul>
                      {page.related.map((entry) => (
                        <li key={`${entry.kind}-${entry.id}`} data-item>
                          <EntryCard entry={entry} />
                        </li>
                      ))}
                    </ul>
                  </section>
                )}
                <Sources sources={page.article.sources} amounts={amountSources(whole, page)} />
              </div>
            </div>
          </ScrollArea>
        </ScrollArea>
      </article>
      <div className={styles.actions}>
        <TakeAlongButton of={{ kind: 'article', article: page.article.id }} tint={page.topic.tint} />
      </div>
    </Frame>
  );
}

function BlockOf({ block }: { readonly block: Block }) {
  if (block.kind === 'list') {
    const items = block.items.map(({ runs }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list have no other name than their place
      <li key={index}>
        <Runs runs={runs} />
      </li>
    ));
    return block.ordered ? <ol data-item>{items}</ol> : <ul data-item>{items}</ul>;
  }
  const runs = <Runs runs={block.runs} />;
  return block.kind === 'heading' ? <h2>{runs}</h2> : <p data-item>{runs}</p>;
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map(({ text, strong }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text have no other name than their place
    strong === true ? <strong key={index}>{text}</strong> : text,
  );
}
