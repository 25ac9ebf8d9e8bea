import { memo } from 'react';
import { Logo } from '../ui/logo.tsx';
import styles from './header.module.css';
import { LanguageButton } from './language-button.tsx';
import { SearchButton } from './search/search-button.tsx';

/** What stands above every screen of a visit: the name of the product and the language. */
export const Header = memo(function Header() {
  return (
    <header className={styles.header}>
      <Logo />
      <div className={styles.tools}>
        <SearchButton />
        <LanguageButton />
      </div>
    </header>
  );
});
