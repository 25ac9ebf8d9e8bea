import {
  type ComponentProps,
  type ComponentType,
  type ReactElement,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { Role } from '../../core/domain/role.ts';
import { directionOf, type Language } from '../../core/domain/words.ts';
import { kiosk } from '../kiosk.ts';
import { LockScreen } from '../staff/lock/lock-screen.tsx';
import type { Staff } from '../staff/staff.tsx';
import { useLogKey } from '../staff/use-log-key.ts';
import { useWayToLog } from '../staff/use-way-to-log.ts';
import { IdleWarning } from '../visitor/idle-warning.tsx';
import { adminLanguage, adminSayings } from '../words/admin-words.ts';
import styles from './admin.module.css';
import { AdminHome } from './admin-home.tsx';
import { AdminContext } from './use-admin.ts';
import { AdminWordsContext } from './use-admin-words.ts';

type Props = {
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  readonly openDisplay: () => void;
  /** On the desk's own PC: its screens come first, and the way to those of visitors. */
  readonly desk?:
    | {
        readonly openVisitor: () => void;
        readonly role: Role;
        readonly enter: (role: Role) => void;
        readonly cameBack: boolean;
        /** Somebody wants to see who asks for help, until it is shown. */
        readonly helpWanted: boolean;
        readonly helpShown: () => void;
      }
    | undefined;
};

/** The desk's screens: many who look after a kiosk never open them. */
const loadStaff = () => import('../staff/staff.tsx').then((module) => module.Staff);

/** The screens of whoever looks after this kiosk: the door, and what is behind it. Loaded when somebody asks for them. */
export function Admin({ language: wanted, chooseLanguage, openDisplay, desk }: Props) {
  const [role, setRole] = useState<Role>(desk?.role ?? 'visitor');
  const [room, setRoom] = useState<'admin' | 'desk'>(desk === undefined ? 'admin' : 'desk');
  /** The desk was opened with a key: the keys go on at the log. */
  const [byKey, setByKey] = useState(false);
  const [staff, setStaff] = useState<{ Screens: ComponentType<ComponentProps<typeof Staff>> }>();
  const [whole, fill] = useState<ReactElement>();
  const [kept] = useState(() => new Map<string, unknown>());
  const language = adminLanguage(wanted);
  const signOut = useCallback(() => {
    void kiosk.invoke('session:end', {}).catch(() => undefined); // A refusal is main's to log; then idling ends it.
  }, []);
  const openDesk = useCallback(() => {
    setByKey(false);
    setRoom('desk');
  }, []);
  const openAdmin = useCallback(() => setRoom('admin'), []);
  const isInside = role === 'admin' && room === 'admin';
  const toLog = useCallback(() => {
    if (!isInside) return;
    setByKey(true);
    setRoom('desk');
  }, [isInside]);
  useLogKey(toLog);
  useWayToLog(adminSayings(language)('desk'), language, isInside ? toLog : undefined);
  useEffect(() => {
    if (room === 'desk') void loadStaff().then((Screens) => setStaff({ Screens }));
  }, [room]);
  const helpWanted = desk?.helpWanted ?? false;
  useEffect(() => {
    if (helpWanted) setRoom('desk');
  }, [helpWanted]);
  const tools = useMemo(
    () => ({
      ...{
        say: adminSayings(language),
        language,
        chooseLanguage,
        openDisplay,
        openDesk,
        signOut,
        fill,
        kept,
      },
    }),
    [language, chooseLanguage, openDisplay, openDesk, signOut, kept],
  );
  const enter = (now: Role) => {
    setRole(now);
    // Who works at the desk and does not look after the screen has the desk alone.
    if (now === 'staff') setRoom('desk');
    desk?.enter(now);
  };
  if (role !== 'visitor' && room === 'desk')
    return (
      <>
        {staff && (
          <staff.Screens
            {...{ language: wanted, openDisplay, helpWanted }}
            helpShown={desk?.helpShown}
            openAdmin={role === 'admin' ? openAdmin : undefined}
            lock={signOut}
            openVisitor={desk?.openVisitor}
            cameBack={byKey || (desk?.cameBack ?? false)}
          />
        )}
        <IdleWarning language={wanted} stop={signOut} helped={false} />
      </>
    );
  return (
    <AdminContext value={tools}>
      <AdminWordsContext value={tools}>
        <div className={styles.admin} lang={language} dir={directionOf(language)}>
          {role === 'admin' ? (whole ?? <AdminHome />) : <LockScreen signedIn={enter} />}
        </div>
        <IdleWarning language={wanted} stop={signOut} helped={false} />
      </AdminWordsContext>
    </AdminContext>
  );
}
