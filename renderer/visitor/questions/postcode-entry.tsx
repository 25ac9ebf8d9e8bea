import { type ReactNode, useCallback, useState } from 'react';
import { isPostcode } from '../../../core/domain/postcode.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Entry } from './entry.tsx';

type Props = { readonly choose: (postcode: string) => void; readonly last: ReactNode };

/** Typing a Dutch postcode: four digits, then two letters; the keys change by themselves. */
export function PostcodeEntry({ choose, last }: Props) {
  const say = useWords();
  const [signs, setSigns] = useState('');
  const press = useCallback(
    (key: string) => setSigns((before) => (before.length < 6 ? `${before}${key}` : before)),
    [],
  );
  const remove = useCallback(() => setSigns((before) => before.slice(0, -1)), []);
  const full = signs.length === 6;
  return (
    <Entry
      boxes={[
        { value: signs.slice(0, 4), length: 4, label: say('flow.digits') },
        { value: signs.slice(4), length: 2, label: say('flow.letters') },
      ]}
      current={full ? -1 : signs.length < 4 ? 0 : 1}
      keys={signs.length < 4 ? 'digits' : 'letters'}
      press={press}
      remove={remove}
      complaint={full && !isPostcode(signs) ? say('flow.postcodeWrong') : undefined}
      ready={full && isPostcode(signs)}
      confirm={() => choose(signs)}
      last={last}
    />
  );
}
