import type { Slip, SlipItem, SlipText } from '../../../core/domain/slip.ts';
import { directionOf } from '../../../core/domain/words.ts';
import styles from './slip-view.module.css';

type Props = { readonly slip: Slip; readonly large?: boolean };

/** A slip as it stands on paper. Its parts count for the "more" button around it. */
export function SlipView({ slip, large = false }: Props) {
  const tell = (said: SlipText | undefined) => said && <Told said={said} around={slip.language} />;
  return (
    <div
      className={`${styles.slip} ${large ? styles.large : ''}`}
      lang={slip.language}
      dir={directionOf(slip.language)}
    >
      <p className={styles.about}>{tell(slip.about)}</p>
      <h2 data-item>{tell(slip.title)}</h2>
      {slip.lead.text !== '' && <p className={styles.lead}>{tell(slip.lead)}</p>}
      {slip.notice && <p className={styles.notice}>{tell(slip.notice)}</p>}
      {slip.sections.map((section, index) => {
        const List = section.kind === 'steps' ? 'ol' : 'ul';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a slip have no other name than their place
          <section key={index} className={styles[section.kind]}>
            {section.heading && <h3>{tell(section.heading)}</h3>}
            <List>
              {section.items.map((item, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <li key={place} data-item>
                  <Item item={item} tell={tell} />
                </li>
              ))}
            </List>
          </section>
        );
      })}
      {slip.checked && (
        <p className={styles.foot} data-item>
          {tell(slip.checked)}
        </p>
      )}
      <p className={styles.foot}>{tell(slip.desk)}</p>
    </div>
  );
}

type Tell = (said: SlipText | undefined) => React.ReactNode;

function Item({ item, tell }: { readonly item: SlipItem; readonly tell: Tell }) {
  return (
    <>
      {item.title && <b>{tell(item.title)}</b>}
      {item.place && <span>{tell(item.place)}</span>}
      {item.text && <span>{tell(item.text)}</span>}
      {item.phone !== undefined && (
        <span className={styles.phone}>
          <bdi dir="ltr">{item.phone}</bdi> {tell(item.phoneNote)}
        </span>
      )}
      {item.note && <span>{tell(item.note)}</span>}
      {item.site !== undefined && (
        <span>
          <bdi dir="ltr">{item.site}</bdi>
        </span>
      )}
    </>
  );
}

function Told({ said, around }: { readonly said: SlipText; readonly around: string }) {
  return said.language === around ? (
    said.text
  ) : (
    <bdi lang={said.language} dir={directionOf(said.language)}>
      {said.text}
    </bdi>
  );
}
