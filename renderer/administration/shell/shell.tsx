import { Building2 } from 'lucide';
import { type ReactNode, useRef } from 'react';
import { includesRole } from '../../../core/contract/administration/role.ts';
import { Icon } from '../../ui/icon.tsx';
import { Link } from '../place/link.tsx';
import { hrefOf, readPlace, useAddress } from '../place/place.ts';
import { useHeading } from '../place/use-heading.ts';
import { useKeptFocus } from '../place/use-kept-focus.ts';
import { useAdministration } from '../use-administration.ts';
import { Brand } from './brand.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { NotThere } from './not-there.tsx';
import { SCREENS } from './screens.ts';
import styles from './shell.module.css';
import { SignOut } from './sign-out.tsx';

type Props = {
  /** The library that an operator chose, and the way to another one. */
  readonly library?: { readonly id: string; readonly name: string };
  readonly otherLibrary?: () => void;
  /** What stands there before one was chosen. */
  readonly children?: ReactNode;
};

/** What stands around every screen: where one can go, who is signed in, and the way out. */
export function Shell({ library, otherLibrary, children }: Props) {
  const { say, account } = useAdministration();
  const address = useAddress();
  const place = readPlace(new URL(address, location.origin));
  const mine = children === undefined ? SCREENS.filter(({ role }) => includesRole(account.role, role)) : [];
  const [first = '', ...path] = place?.path ?? [];
  const screen = first === '' ? mine[0] : mine.find(({ id }) => id === first);
  const at = library?.name ?? account.library;
  const main = useRef<HTMLElement>(null);
  useHeading(main, `${address} ${say('languageName')}`, say('product'));
  useKeptFocus(main);
  if (screen?.isWhole?.(path) && place !== undefined)
    return <screen.Screen key={address} path={path} query={place.query} />;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {say('skip')}
      </a>
      <header className={styles.side}>
        <Brand />
        {mine.length > 0 && (
          <nav aria-label={say('menu')}>
            <ul className={styles.screens}>
              {mine.map(({ id, name, icon }) => (
                <li key={id}>
                  <Link href={hrefOf([id])} className={styles.screen} current={id === screen?.id}>
                    <Icon of={icon} />
                    {say(name)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className={styles.who}>
          <p>
            <strong>{account.name}</strong>
            {at !== null && <span>{say('at', { library: at })}</span>}
          </p>
          {otherLibrary && (
            <button type="button" className={styles.out} onClick={otherLibrary}>
              <Icon of={Building2} />
              {say('libraries.other')}
            </button>
          )}
          <LanguageChoice />
          <SignOut />
        </div>
      </header>
      <main id="main" ref={main} className={styles.main} tabIndex={-1}>
        {children !== undefined ? (
          children
        ) : screen === undefined || place === undefined ? (
          <NotThere />
        ) : (
          <screen.Screen key={address} path={path} query={place.query} />
        )}
      </main>
    </div>
  );
}
