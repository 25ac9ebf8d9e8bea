import type { IconNode } from 'lucide';
import { HardDrive, RefreshCw, Rss, Satellite, Usb } from 'lucide';
import type { ReactNode } from 'react';
import type { AdminStatus } from '../../../core/contract/admin.ts';
import { Icon } from '../../ui/icon.tsx';
import { bytesText, momentText } from '../times.ts';
import { useAdmin } from '../use-admin.ts';
import styles from './content-section.module.css';
import { failureWords } from './result-words.ts';
import type { Look } from './use-content.ts';

type Props = {
  readonly status: AdminStatus;
  readonly busy: boolean;
  readonly look: (wanted: Look) => void;
};

/** Where content comes from, whether that works, how much room there is; and the ways to look now. */
export function Facts({ status, busy, look }: Props) {
  const { say, language } = useAdmin();
  const {
    follows,
    address,
    settingsFault,
    contactedAt,
    failedAt,
    failure,
    freeBytes,
    looking,
    sticks,
    packs,
  } = status;
  const failed = failure !== null && failedAt !== null;
  return (
    <>
      <dl className={styles.facts}>
        <Fact icon={Rss} name={say('content.source')} warns={settingsFault !== null}>
          <span>
            {follows === 'address'
              ? address
              : say(`content.follows.${follows}`, { packs: settingsFault?.twice.join(', ') ?? '' })}
          </span>
          {settingsFault !== null && <small lang="en">{settingsFault.message}</small>}
        </Fact>
        <Fact icon={Satellite} name={say('content.contact')} warns={failed}>
          <span>{contactedAt === null ? say('content.never') : momentText(contactedAt, language)}</span>
          {failed && (
            <>
              <b>{say('content.failedAt', { when: momentText(failedAt, language) })}</b>
              <span>{failureWords(failure, say, packs)}</span>
              <small lang="en">{failure.message}</small>
            </>
          )}
          {!failed && contactedAt !== null && <span>{say('content.fine')}</span>}
          {/* By itself: at the address, or at a stick that was just plugged in. What was pressed is told above. */}
          {looking && !busy && <span>{say('content.busy.look')}</span>}
        </Fact>
        <Fact icon={HardDrive} name={say('content.free')}>
          <span>{bytesText(freeBytes, language)}</span>
        </Fact>
      </dl>
      <div className={styles.presses}>
        {follows === 'address' && (
          <Press
            icon={RefreshCw}
            label={say('content.look')}
            busy={busy}
            press={() => look({ acceptExpired: false })}
          />
        )}
        {follows !== 'none' &&
          sticks.map((stick) => (
            <Press
              key={stick}
              icon={Usb}
              label={say('content.fromStick', { stick: stick.split('/').at(-1) ?? stick })}
              busy={busy}
              press={() => look({ stick, acceptExpired: false })}
            />
          ))}
      </div>
    </>
  );
}

/** Something that is so: what it is called, a picture, and how it stands. */
export function Fact({
  icon,
  name,
  warns = false,
  children,
}: {
  readonly icon: IconNode;
  readonly name: string;
  readonly warns?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.fact} data-warns={warns}>
      <Icon of={icon} />
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A control of the admin's: a word, a picture, and not while something is going on. It keeps the focus meanwhile. */
export function Press({
  icon,
  label,
  busy,
  strong = false,
  press,
}: {
  readonly icon: IconNode;
  readonly label: string;
  readonly busy: boolean;
  readonly strong?: boolean;
  readonly press: () => void;
}) {
  return (
    <button
      type="button"
      className={strong ? `${styles.press} ${styles.strong}` : styles.press}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : press}
    >
      <Icon of={icon} />
      {label}
    </button>
  );
}
