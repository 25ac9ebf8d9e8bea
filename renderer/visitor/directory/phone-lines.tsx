import { Phone } from 'lucide';
import type { ServicePage } from '../../../core/contract/directory.ts';
import { phoneText } from '../../../core/domain/directory/phone-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';
import styles from './phone-lines.module.css';

/** Numbers to call, large enough to copy from a step away. */
export function PhoneLines({ phones }: { readonly phones: ServicePage['phones'] }) {
  const { language } = useTools();
  return phones.map(({ number, extension, description }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: one number may stand there twice, for two departments
    <div key={index}>
      <p className={styles.phone}>
        <Icon of={Phone} />
        <bdi dir="ltr">{phoneText({ number, extension })}</bdi>
      </p>
      {description !== undefined && (
        <p>
          <Said words={description} language={language} text={(text) => text} />
        </p>
      )}
    </div>
  ));
}
