import { FileText, Globe } from 'lucide';
import { useState } from 'react';
import { siteText } from '../../../core/domain/day-text.ts';
import type { Slip } from '../../../core/domain/slip.ts';
import { slipText } from '../../../core/domain/slip-text.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from './code.tsx';
import { fitsInCode, MOST_CODE_BYTES } from './code-path.ts';
import styles from './phone-code.module.css';

/** A large code that holds the text of the slip itself, so that it needs no internet; or the address, when there is one. */
export function PhoneCode({ slip }: { readonly slip: Slip }) {
  const say = useWords();
  const [website, setWebsite] = useState(false);
  // An address that no telephone could read is not offered: the text is there.
  const address = slip.address !== undefined && fitsInCode(slip.address) ? slip.address : undefined;
  const site = address === undefined ? '' : siteText(address);
  if (website && address !== undefined)
    return (
      <div className={styles.phone}>
        <div className={styles.words}>
          <h3>{say('takeAlong.websiteTitle', { site })}</h3>
          <p>{say('takeAlong.websiteLead')}</p>
        </div>
        <Code text={address} label={say('takeAlong.websiteCode', { site })} />
        <Button
          look="quiet"
          icon={FileText}
          label={say('takeAlong.text')}
          onPress={() => setWebsite(false)}
        />
      </div>
    );
  const text = slipText(slip, MOST_CODE_BYTES);
  return (
    <div className={styles.phone}>
      <div className={styles.words}>
        <h3>{say('takeAlong.phoneTitle')}</h3>
        <p>
          {say('takeAlong.phoneLead')}
          {text !== slipText(slip, Number.POSITIVE_INFINITY) && ` ${say('takeAlong.phoneShort')}`}
        </p>
      </div>
      <Code text={text} label={say('takeAlong.code')} />
      {address !== undefined && (
        <Button
          look="quiet"
          icon={Globe}
          label={say('takeAlong.website', { site })}
          onPress={() => setWebsite(true)}
        />
      )}
    </div>
  );
}
