import { ArrowRight, Check, Pencil } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import type { DeskPartner } from '../../../core/contract/desk/handover.ts';
import type { CalendarDate } from '../../../core/domain/calendar-date.ts';
import { dayText } from '../../../core/domain/day-text.ts';
import { sealedUntil } from '../../../core/domain/desk/handover.ts';
import type { Sealed } from '../../../core/domain/desk/sealed.ts';
import { detailsText, type VisitorDetails } from '../../../core/domain/desk/visitor-details.ts';
import type { Language } from '../../../core/domain/words.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { LanguageRow } from '../../ui/language-row.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SPOKEN } from '../../words/start-words.ts';
import styles from './handover.module.css';
import { VisitorField } from './visitor-field.tsx';

type Props = {
  readonly partner: DeskPartner;
  readonly today: CalendarDate;
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  /** The visitor goes with the slip: with what was locked, or with nothing. */
  readonly give: (sealed: Sealed | null) => void;
  readonly stop: () => void;
};

/**
 * The visitor's own screen: type what the partner asks, see exactly what goes, agree. It is locked here, on this page, and what was typed
 * goes with this component; main gets nothing that can be read.
 */
export function VisitorSheet({ partner, today, language, chooseLanguage, give, stop }: Props) {
  const say = useWords();
  const { name, asks = [], recipient } = partner;
  const [details, setDetails] = useState<VisitorDetails>({});
  const [step, setStep] = useState<'type' | 'check' | 'sealing' | 'failed'>('type');
  const [typing, setTyping] = useState<string>();
  const text = detailsText(asks, details);
  const day = dayText(sealedUntil(today), language);

  /** The agreement that is being carried out. Whoever does something else meanwhile, or closes the sheet, takes it back. */
  const agreed = useRef<object>(undefined);
  const takeBack = () => {
    agreed.current = undefined;
  };
  useEffect(
    () => () => {
      agreed.current = undefined;
    },
    [],
  );
  const agree = async () => {
    if (recipient === undefined) return;
    setStep('sealing');
    const mine = {};
    agreed.current = mine;
    try {
      const { seal } = await import('./seal.ts');
      const sealed = await seal(text, recipient);
      if (agreed.current === mine) give(sealed);
    } catch {
      if (agreed.current === mine) setStep('failed');
    }
  };
  const goWithout = () => {
    takeBack();
    give(null);
  };
  const change = () => {
    takeBack();
    setStep('type');
  };
  // What was agreed to was agreed to in the words of one language.
  const chooseAnother = (code: Language) => {
    takeBack();
    if (step === 'sealing') setStep('check');
    chooseLanguage(code);
  };
  const languages = (
    <LanguageRow
      label={say('attract.language')}
      languages={SPOKEN}
      language={language}
      choose={chooseAnother}
      className={styles.row}
      buttonClassName={styles.language}
    />
  );
  const without = <Button label={say('handover.without')} onPress={goWithout} />;

  if (step === 'type')
    return (
      <Sheet
        closed
        title={say('handover.title', { partner: name })}
        closeLabel={say('handover.back')}
        close={stop}
      >
        <div className={styles.visitor}>
          {languages}
          <p>{say('handover.lead', { partner: name })}</p>
          {asks.map((detail) => (
            <VisitorField
              key={detail}
              label={say(`handover.${detail}`)}
              value={details[detail] ?? ''}
              change={(value) => setDetails((before) => ({ ...before, [detail]: value }))}
              language={language}
              isTyping={typing === detail}
              type={(isTyping) => setTyping(isTyping ? detail : undefined)}
            />
          ))}
          <p>{say('handover.optional')}</p>
          <p>{say('handover.free')}</p>
          <div className={styles.row} data-item>
            {without}
            <Button
              look="strong"
              icon={ArrowRight}
              mirrored
              label={say('handover.check')}
              disabled={text === ''}
              onPress={() => setStep('check')}
            />
          </div>
        </div>
      </Sheet>
    );
  return (
    <Sheet
      key="check"
      closed
      title={say('handover.checkTitle', { partner: name })}
      closeLabel={say('handover.back')}
      close={stop}
    >
      <div className={styles.visitor}>
        {languages}
        <p>{say('handover.checkLead')}</p>
        <section aria-label={say('handover.text')} data-item>
          <pre className={styles.text} lang="nl" dir="ltr">
            {text}
          </pre>
        </section>
        <h3>{say('handover.whatTitle')}</h3>
        <ul className={styles.facts} data-item>
          <li>{say('handover.locked', { partner: name })}</li>
          <li>{say('handover.deleted', { partner: name, day })}</li>
          <li>{say('handover.free')}</li>
        </ul>
        <p role="status" className={styles.said}>
          {step === 'sealing' ? say('handover.sealing') : step === 'failed' ? say('handover.failed') : ''}
        </p>
        <div className={styles.row} data-item>
          {without}
          <Button icon={Pencil} label={say('handover.change')} onPress={change} />
          <Button
            look="strong"
            icon={Check}
            label={say('handover.agree')}
            done={step === 'sealing'}
            onPress={() => void agree()}
          />
        </div>
      </div>
    </Sheet>
  );
}
