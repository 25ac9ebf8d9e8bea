import { Phone } from 'lucide';
import type { ContactOnPage } from '../../core/contract/pages.ts';
import { siteText } from '../../core/domain/day-text.ts';
import { type FillSetting, filledWords } from '../../core/domain/fill.ts';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import { PictureOf } from '../ui/picture.tsx';
import { Said, SaidLine } from '../ui/said.tsx';
import styles from './contact-card.module.css';
import { useTools } from './use-visit.ts';

type Props = { readonly contact: ContactOnPage; readonly setting: FillSetting };

/** Whom to call or visit: the name, what they do for you, the number large. One that is out of date gives no number. */
export function ContactCard({ contact: { contact, words: written, outdated }, setting }: Props) {
  const say = useWords();
  const { language } = useTools();
  const words = filledWords(written, setting);
  return (
    <div className={styles.card} data-here={contact.here}>
      <PictureOf name={contact.picture} />
      <div className={styles.words}>
        <h3>
          <Said words={words} language={language} text={({ name }) => name} />
        </h3>
        <SaidLine words={words} language={language} text={({ text }) => text} />
        {outdated ? (
          <p className={styles.hours}>{say('outdated.badge')}</p>
        ) : (
          <>
            {contact.phone !== undefined && (
              <p className={styles.phone}>
                <Icon of={Phone} />
                <bdi dir="ltr">{contact.phone}</bdi>
                {contact.free && <span className={styles.badge}>{say('outcome.free')}</span>}
              </p>
            )}
            <SaidLine
              className={styles.hours}
              words={words}
              language={language}
              text={({ hours }) => hours}
            />
            {contact.url !== undefined && (
              <p className={styles.site}>
                <bdi dir="ltr">{siteText(contact.url)}</bdi>
              </p>
            )}
          </>
        )}
      </div>
      {contact.here && <span className={styles.badge}>{say('outcome.here')}</span>}
    </div>
  );
}
