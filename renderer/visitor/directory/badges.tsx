import { Accessibility, Euro, TriangleAlert } from 'lucide';
import type { Opening } from '../../../core/contract/directory.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './badges.module.css';
import { OpeningBadge } from './opening-badge.tsx';

type Props = {
  readonly opening: Opening | null;
  readonly free: boolean;
  readonly wheelchair: boolean;
  /** There is something to know before going there, which its page says. */
  readonly alert: boolean;
  readonly temporarilyClosed: boolean;
  readonly outdated: boolean;
  readonly fictional: boolean;
};

/** What somebody who chooses wants to know of a service at once, the most important first. */
export function Badges({ opening, free, wheelchair, alert, temporarilyClosed, outdated, fictional }: Props) {
  const say = useWords();
  return (
    <span className={styles.badges}>
      {temporarilyClosed && <span className={styles.mark}>{say('directory.temporarilyClosed')}</span>}
      {alert && !temporarilyClosed && (
        <span className={styles.mark}>
          <Icon of={TriangleAlert} />
          {say('directory.alert')}
        </span>
      )}
      {outdated && <span className={styles.mark}>{say('outdated.badge')}</span>}
      {opening !== null && !outdated && <OpeningBadge opening={opening} />}
      {free && (
        <span className={styles.fact}>
          <Icon of={Euro} />
          {say('directory.free')}
        </span>
      )}
      {wheelchair && (
        <span className={styles.fact}>
          <Icon of={Accessibility} />
          {say('directory.wheelchair')}
        </span>
      )}
      {fictional && <span className={styles.mark}>{say('directory.fictional')}</span>}
    </span>
  );
}
