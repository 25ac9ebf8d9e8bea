import { Phone } from 'lucide';
import type { ServicePage } from '../../../core/contract/directory.ts';
import { phoneKind } from '../../../core/domain/directory/phones-to-call.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';
import styles from './phone-lines.module.css';
import { SpokenLines } from './spoken-lines.tsx';

/** Numbers to call, large enough to copy from a step away; with whom to ask for, what else the number is for, and in which languages. */
export function PhoneLines({ phones }: { readonly phones: ServicePage['phones'] }) {
  const say = useWords();
  const { language } = useTools();
  return phones.map(({ number, extension, type, description, languages }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: one number may stand there twice, for two departments
    <div key={index}>
      <p className={styles.phone}>
        <Icon of={Phone} />
        <bdi dir="ltr">{number}</bdi>
        {extension !== undefined && <span>{say('directory.extension', { extension })}</span>}
      </p>
      <KindOfLine type={type} />
      {description !== undefined && (
        <p>
          <Said words={description} language={language} text={(text) => text} />
        </p>
      )}
      <SpokenLines spoken={languages} />
    </div>
  ));
}

/** What a number is for when nobody can be talked to there. */
function KindOfLine({ type }: { readonly type: string | undefined }) {
  const say = useWords();
  const kind = phoneKind({ type });
  return kind === 'voice' ? null : <p>{say(`directory.phoneKind.${kind}`)}</p>;
}
