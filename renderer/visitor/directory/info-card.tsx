import type { ReactNode } from 'react';
import { PictureOf } from '../../ui/picture.tsx';
import styles from './info-card.module.css';

type Props = { readonly picture: string; readonly title: string; readonly children: ReactNode };

/** One thing to know of a service: a pictogram, a heading, and what there is to know. */
export function InfoCard({ picture, title, children }: Props) {
  return (
    <section className={styles.card} data-item>
      <PictureOf name={picture} size="small" />
      <div className={styles.words}>
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  );
}
