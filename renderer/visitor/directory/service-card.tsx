import { ChevronRight } from 'lucide';
import type { ServiceEntry } from '../../../core/contract/directory.ts';
import { Icon } from '../../ui/icon.tsx';
import { PictureOf } from '../../ui/picture.tsx';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';
import { Badges } from './badges.tsx';
import styles from './service-card.module.css';

type Props = { readonly service: ServiceEntry; readonly openIt: () => void };

/** A service in the list: its picture, its name, who gives it, and what matters when choosing. */
export function ServiceCard({ service, openIt }: Props) {
  const { language } = useTools();
  return (
    <button type="button" className={styles.card} data-service={service.id} onClick={openIt}>
      <PictureOf name={service.picture} />
      <span className={styles.words}>
        <span className={styles.name}>
          <Said words={service.name} language={language} text={(name) => name} />
        </span>
        {service.organization !== undefined && (
          <span className={styles.organization}>
            <Said words={service.organization} language={language} text={(name) => name} />
          </span>
        )}
        <Badges {...service} />
      </span>
      <Icon of={ChevronRight} className={`mirrored ${styles.arrow}`} />
    </button>
  );
}
