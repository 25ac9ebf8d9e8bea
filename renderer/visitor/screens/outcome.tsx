import { CircleCheck, LogOut, RotateCcw } from 'lucide';
import type { FlowPage } from '../../../core/contract/pages.ts';
import type { AmountSource } from '../../../core/domain/amount-sources.ts';
import type { Answers } from '../../../core/domain/condition.ts';
import type { Id } from '../../../core/domain/id.ts';
import { stepWords } from '../../../core/domain/outcome-words.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import halves from '../../ui/halves.module.css';
import { Icon } from '../../ui/icon.tsx';
import { Said, SaidLine } from '../../ui/said.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { ContactCard } from '../contact-card.tsx';
import { NearPlaces } from '../directory/near-places.tsx';
import { EntryCard } from '../entry-card.tsx';
import { Sources } from '../sources.tsx';
import { StaleNote } from '../stale-note.tsx';
import { TakeAlongButton } from '../take-along/take-along-button.tsx';
import { useTools } from '../use-visit.ts';
import styles from './outcome.module.css';

type Props = {
  readonly page: FlowPage;
  readonly id: Id;
  readonly answers: Answers;
  /** Where the amounts on it come from. */
  readonly amounts: readonly AmountSource[];
  readonly stale: boolean;
};

/** Where a flow ends: one sentence to repeat, what to do, what to bring, where to go, and when it was checked. */
export function OutcomeScreen({ page, id, answers, amounts, stale }: Props) {
  const say = useWords();
  const { language, move, stop } = useTools();
  const outcome = page.flow.outcomes[id];
  if (outcome === undefined) return null;
  const { steps, bring } = stepWords(page, outcome);
  const contacts = outcome.contacts.flatMap(
    (contact) => page.contacts.find((each) => each.id === contact) ?? [],
  );
  const related = page.related.filter((entry) =>
    (entry.kind === 'flow' ? outcome.flows : outcome.articles).includes(entry.id),
  );
  return (
    <Frame tint={page.topic.tint}>
      <div className={styles.outcome} data-verdict={outcome.verdict}>
        <ScrollArea of="half" className={halves.upper} content={styles.hero}>
          <h1>
            <Said words={page.texts} language={language} text={({ outcomes }) => outcomes[id]?.title} />
          </h1>
          <SaidLine words={page.texts} language={language} text={({ outcomes }) => outcomes[id]?.text} />
        </ScrollArea>
        <ScrollArea of="half" className={halves.lower} content={styles.lower}>
          <ScrollArea className={styles.scroll}>
            <div className={styles.parts}>
              {stale && <StaleNote />}
              <section className={styles.steps}>
                <h2>{say('outcome.steps')}</h2>
                <ol>
                  {steps.map((step, index) => (
                    <li key={outcome.steps[index]} data-item>
                      <span className={styles.number} aria-hidden="true">
                        {index + 1}
                      </span>
                      <div>
                        <h3>
                          <Said words={step} language={language} text={({ title }) => title} />
                        </h3>
                        <SaidLine words={step} language={language} text={({ text }) => text} />
                      </div>
                    </li>
                  ))}
                </ol>
              </section>
              {bring.length > 0 && (
                <section className={styles.bring} data-item>
                  <h2>{say('outcome.bring')}</h2>
                  <ul>
                    {bring.map((thing, index) => (
                      <li key={outcome.bring[index]}>
                        <Icon of={CircleCheck} />
                        <span>
                          <b>
                            <Said words={thing} language={language} text={({ label }) => label} />
                          </b>
                          <SaidLine as="small" words={thing} language={language} text={({ note }) => note} />
                        </span>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              {contacts.length > 0 && (
                <section className={styles.contacts}>
                  <h2>{say('outcome.contacts')}</h2>
                  <ul>
                    {contacts.map((contact) => (
                      <li key={contact.id} data-item>
                        <ContactCard contact={contact} setting={page} />
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              {outcome.places !== undefined && <NearPlaces category={outcome.places.category} />}
              {related.length > 0 && (
                <section className={styles.related}>
                  <h2>{say('outcome.related')}</h2>
                  <ul>
                    {related.map((entry) => (
                      <li key={`${entry.kind}-${entry.id}`} data-item>
                        <EntryCard entry={entry} />
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              <Sources sources={page.flow.sources} amounts={amounts} />
            </div>
          </ScrollArea>
          <div className={styles.actions}>
            <Button
              look="plain"
              icon={RotateCcw}
              label={say('outcome.again')}
              onPress={() => move({ kind: 'again' })}
            />
            <Button look="plain" icon={LogOut} mirrored label={say('outcome.done')} onPress={stop} />
            <TakeAlongButton of={{ kind: 'outcome', flow: page.flow.id, answers }} tint={page.topic.tint} />
          </div>
        </ScrollArea>
      </div>
    </Frame>
  );
}
