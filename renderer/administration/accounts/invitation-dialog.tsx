import { Copy } from 'lucide';
import { useState } from 'react';
import type { InvitationLink } from '../../../core/contract/administration/account.ts';
import { momentText } from '../../admin/times.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import styles from './accounts.module.css';

type Props = {
  readonly link: InvitationLink;
  readonly name: string;
  readonly close: () => void;
};

/** The link of an invitation, which is shown this once. */
export function InvitationDialog({ link: { link, expiresAt }, name, close }: Props) {
  const { say, language } = useAdministration();
  const [copied, setCopied] = useState(false);
  return (
    <Dialog title={say('accounts.link.title', { name })} close={close}>
      <p>{say('accounts.link.lead')}</p>
      <p className={styles.link} data-link>
        {link}
      </p>
      <p className={parts.note}>{say('accounts.link.until', { when: momentText(expiresAt, language) })}</p>
      <div className={parts.row}>
        <Button
          look="strong"
          icon={Copy}
          onPress={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
        >
          {say('accounts.link.copy')}
        </Button>
        <Button onPress={close}>{say('accounts.link.done')}</Button>
        <span role="status">{copied && say('accounts.link.copied')}</span>
      </div>
    </Dialog>
  );
}
