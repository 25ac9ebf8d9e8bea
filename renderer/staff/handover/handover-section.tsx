import { useMemo, useRef, useState } from 'react';
import type { DeskHandover, DeskPartner } from '../../../core/contract/desk/handover.ts';
import type { Sealed } from '../../../core/domain/desk/sealed.ts';
import type { Language } from '../../../core/domain/words.ts';
import { momentText } from '../../admin/times.ts';
import { handoverLanguage, handoverSayings } from '../../words/handover-words.ts';
import { wordsLanguage } from '../../words/start-words.ts';
import { GivenSlip } from './given-slip.tsx';
import styles from './handover.module.css';
import { HandoverTable } from './handover-table.tsx';
import { InLanguage } from './in-language.tsx';
import { PartnerList } from './partner-list.tsx';
import { useHandovers } from './use-handovers.ts';
import { VisitorSheet } from './visitor-sheet.tsx';

/**
 * Handing over to a partner: choose one, let the visitor type what that partner asks, give the slip; and how far all handovers are.
 * `language`: of whoever is at the screen. What the visitor reads begins in that of the last visit, and the visitor can choose another.
 */
export function HandoverSection({ language: wanted }: { readonly language: Language }) {
  const language = handoverLanguage(wanted);
  const say = useMemo(() => handoverSayings(language), [language]);
  const { seen, fault, give, tell } = useHandovers();
  /** The partner for whom the visitor is typing, and the slip that was given last. */
  const [asking, setAsking] = useState<DeskPartner>();
  const [given, setGiven] = useState<DeskHandover>();
  /** The language in which the visitor reads. */
  const [spoken, setSpoken] = useState<Language>(wanted);

  const isGiving = useRef(false);
  const handOver = async (partner: DeskPartner, sealed: Sealed | null) => {
    setAsking(undefined);
    // Pressed again before the disk has it: it is one handover all the same.
    if (isGiving.current) return;
    isGiving.current = true;
    setGiven(await give(partner, sealed));
    isGiving.current = false;
  };
  const choose = (partner: DeskPartner) => {
    setGiven(undefined);
    setSpoken(wordsLanguage((typeof seen === 'string' ? null : seen.spoken) ?? wanted));
    const asks = (partner.asks ?? []).length > 0 && partner.recipient !== undefined;
    if (asks) setAsking(partner);
    else void handOver(partner, null);
  };

  return (
    <>
      <h1>{say('title')}</h1>
      <p>{say('lead')}</p>
      <div role="status" className={styles.said}>
        {fault !== undefined && <p>{say(fault)}</p>}
      </div>
      {typeof seen === 'string' ? (
        <p>{say(seen)}</p>
      ) : (
        <>
          {given !== undefined && (
            <GivenSlip given={given} say={say} language={spoken} chooseLanguage={setSpoken} />
          )}
          {seen.restoredFrom !== null && (
            <p className={styles.alone}>
              {say('restored', { when: momentText(seen.restoredFrom, language) })}
            </p>
          )}
          {!seen.isJoined && <p className={styles.alone}>{say('notJoined')}</p>}
          {seen.isJoined && (
            <PartnerList partners={seen.partners} choose={choose} say={say} language={language} />
          )}
          <HandoverTable
            handovers={seen.handovers}
            tell={(handover, to) => void tell(handover, to)}
            say={say}
            language={language}
          />
          {asking !== undefined && (
            <InLanguage language={spoken}>
              <VisitorSheet
                partner={asking}
                today={seen.today}
                language={spoken}
                chooseLanguage={setSpoken}
                give={(sealed) => void handOver(asking, sealed)}
                stop={() => setAsking(undefined)}
              />
            </InLanguage>
          )}
        </>
      )}
    </>
  );
}
