import type { ReactNode } from 'react';
import type { AdminDoor } from '../../../core/contract/admin.ts';
import { PictureOf } from '../../ui/picture.tsx';
import { useAdmin } from '../use-admin.ts';
import { Back } from './back.tsx';
import styles from './pin-door.module.css';

/** Why no PIN is taken now. */
export type ShutDoor = Exclude<AdminDoor, { kind: 'open' }>;

/** Says why no PIN is taken now, and what to do. `back`: to what stands before it. */
export function Shut({ door, back }: { readonly door: ShutDoor; readonly back: (() => void) | undefined }) {
  const { say } = useAdmin();
  switch (door.kind) {
    case 'locked':
      return (
        <Message picture="clock" back={back} title={say('door.lockedTitle')}>
          <p role="timer">{say('door.locked', { count: Math.ceil(door.secondsLeft / 60) })}</p>
          <p>{say('door.lockedNote')}</p>
        </Message>
      );
    case 'no-pin':
      return (
        <Message picture="key" back={back} title={say('door.noPinTitle')}>
          <p>{say('door.noPin')}</p>
        </Message>
      );
    case 'no-store':
      return (
        <Message picture="wrench" back={back} title={say('door.noStoreTitle')}>
          <p>{say('door.noStore')}</p>
        </Message>
      );
  }
}

function Message({
  picture,
  title,
  back,
  children,
}: {
  readonly picture: string;
  readonly title: string;
  readonly back: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.message}>
      <PictureOf name={picture} size="large" />
      <h1>{title}</h1>
      {children}
      <Back to={back} />
    </div>
  );
}
