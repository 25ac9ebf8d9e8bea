import type { Language } from '../../../core/domain/words.ts';
import { helpSayings } from '../../words/help-words.ts';
import styles from './help.module.css';
import { HelpCard } from './help-card.tsx';
import { useHelp } from './use-help.ts';

/** Visitors at screens who ask for help, the oldest first. */
export function HelpList({ language }: { readonly language: Language }) {
  const say = helpSayings(language);
  const { requests, say: tell } = useHelp();
  return (
    <>
      {/* While it is there, what rings lies at the bottom and not over it (help.module.css). */}
      <h1 data-help-list>{say('title')}</h1>
      {requests.length === 0 ? (
        <>
          <p>{say('none')}</p>
          <p>{say('noneNote')}</p>
        </>
      ) : (
        <ul className={styles.list}>
          {requests.map((each) => (
            <HelpCard
              key={each.request.id}
              request={each}
              language={language}
              say={say}
              press={(word) => tell(each.request.id, word)}
            />
          ))}
        </ul>
      )}
    </>
  );
}
