import { BellRing, Check, Footprints, Undo2, Unplug } from 'lucide';
import type { HelpAtDesk } from '../../../core/contract/desk/help.ts';
import type { DeskWord } from '../../../core/domain/desk/help-asking.ts';
import type { Language } from '../../../core/domain/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { HelpSay } from '../../words/help-words.ts';
import styles from './help.module.css';
import { useAbout } from './use-about.ts';

type Props = {
  readonly request: HelpAtDesk;
  readonly language: Language;
  readonly say: HelpSay;
  readonly press: (word: DeskWord) => void;
};

/** A visitor at a screen who asks for help: where, what about, and who goes. */
export function HelpCard({
  request: { number, request, state, other, agoMs, isCut },
  language,
  say,
  press,
}: Props) {
  const about = useAbout(request.about, language, say);
  const minutes = Math.floor(agoMs / 60_000);
  const spoken =
    new Intl.DisplayNames([language], { type: 'language' }).of(request.language) ?? request.language;
  const status = isCut
    ? say('states.cut')
    : state === 'other' && other !== null
      ? say('states.otherAt', { number: other })
      : say(`states.${state}`);
  return (
    <li className={styles.card} data-state={isCut ? 'cut' : state}>
      <h2>{number === null ? say('screen') : say('screenAt', { number })}</h2>
      <p className={styles.status}>
        <Icon of={isCut ? Unplug : state === 'waiting' ? BellRing : Footprints} />
        {status}
      </p>
      <p className={styles.facts}>
        {request.ticket !== null && <strong>{say('ticket', { ticket: request.ticket })}</strong>}
        <span>{minutes === 0 ? say('justNow') : say('ago', { count: minutes })}</span>
        <span>{say('language', { language: spoken })}</span>
      </p>
      {about !== undefined && request.about.kind === 'nothing' && <p>{say('nothing')}</p>}
      {about !== undefined && request.about.kind !== 'nothing' && (
        <dl className={styles.about}>
          <dt>{say('topic')}</dt>
          <dd>{about.topic ?? say('unknown')}</dd>
          {request.about.kind !== 'topic' && (
            <>
              <dt>{say('at')}</dt>
              <dd>{about.at ?? say('unknown')}</dd>
            </>
          )}
        </dl>
      )}
      {about !== undefined && about.answers.length > 0 && (
        <section className={styles.answers} aria-label={say('answers')}>
          <h3>{say('answers')}</h3>
          <p>{say('answersNote')}</p>
          <dl className={styles.about}>
            {about.answers.map(({ ask, answer }) => (
              <div key={ask}>
                <dt>{ask}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {!isCut && (
        <div className={styles.actions}>
          {state === 'waiting' && (
            <Button look="strong" icon={Footprints} label={say('take')} onPress={() => press('take')} />
          )}
          {state === 'mine' && (
            <>
              <Button look="strong" icon={Check} label={say('done')} onPress={() => press('done')} />
              <Button icon={Undo2} mirrored label={say('release')} onPress={() => press('release')} />
            </>
          )}
        </div>
      )}
    </li>
  );
}
