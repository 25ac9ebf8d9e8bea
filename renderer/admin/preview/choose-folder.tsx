import { ChevronRight, Package, RefreshCw, Usb } from 'lucide';
import { useCallback, useEffect, useState } from 'react';
import type { PackFolder } from '../../../core/contract/preview.ts';
import { kiosk } from '../../kiosk.ts';
import { Icon } from '../../ui/icon.tsx';
import { MOST_TYPED } from '../../ui/keyboard/edit-text.ts';
import { Keyboard } from '../../ui/keyboard/keyboard.tsx';
import { useTyping } from '../../ui/keyboard/use-typing.ts';
import { useAdmin } from '../use-admin.ts';
import styles from './preview.module.css';

/** Chooses the folder of a pack: from those that are found, or by its path. A window of the system would be a way out. */
export function ChooseFolder({ open }: { readonly open: (folder: string) => void }) {
  const { say, language } = useAdmin();
  const [found, setFound] = useState<readonly PackFolder[]>();
  const [path, setPath] = useState('');
  const [typingShown, setTypingShown] = useState(false);
  const typing = useTyping(setPath);

  const look = useCallback(() => {
    setFound(undefined);
    kiosk.invoke('preview:folders', {}).then(setFound, () => setFound([])); // A refusal is main's to log.
  }, []);
  useEffect(look, [look]);

  const openTyped = () => {
    if (path.trim() !== '') open(path.trim());
  };

  return (
    <>
      <section className={styles.part}>
        <div className={styles.partHead}>
          <h2>{say('preview.found')}</h2>
          <button type="button" className={styles.button} disabled={found === undefined} onClick={look}>
            <Icon of={RefreshCw} />
            {say('preview.again')}
          </button>
        </div>
        {found === undefined ? (
          <p className={styles.waiting} role="status">
            {say('preview.looking')}
          </p>
        ) : found.length === 0 ? (
          <p className={styles.waiting}>{say('preview.none')}</p>
        ) : (
          <ul className={styles.folders}>
            {found.map((folder) => (
              <li key={folder.path} data-item>
                <button type="button" className={styles.folder} onClick={() => open(folder.path)}>
                  <Icon of={folder.place === 'stick' ? Usb : Package} />
                  <span className={styles.words}>
                    <span className={styles.name}>{folder.title ?? say('preview.untitled')}</span>
                    <span className={styles.note}>
                      {[
                        ...(folder.version === null
                          ? []
                          : [say('preview.version', { version: folder.version })]),
                        say(`preview.${folder.place}`),
                      ].join(' · ')}
                    </span>
                    <bdi className={styles.note}>{folder.path}</bdi>
                  </span>
                  <Icon of={ChevronRight} className="mirrored" />
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      {/* No form: a page that may not send any hears nothing of one either. */}
      <section className={styles.part}>
        <h2 id="preview-path">{say('preview.path')}</h2>
        <div className={styles.typed}>
          <input
            ref={typing.field}
            className={styles.field}
            type="text"
            dir="ltr"
            value={path}
            maxLength={MOST_TYPED}
            aria-labelledby="preview-path"
            placeholder={say('preview.pathHint')}
            inputMode="none"
            autoComplete="off"
            autoCorrect="off"
            autoCapitalize="off"
            spellCheck={false}
            onChange={(event) => setPath(event.currentTarget.value)}
            onPointerDown={() => setTypingShown(true)}
            onKeyDown={({ key }) => key === 'Enter' && openTyped()}
          />
          <button
            type="button"
            className={`${styles.button} ${styles.strong}`}
            disabled={path.trim() === ''}
            onClick={openTyped}
          >
            {say('preview.open')}
          </button>
        </div>
        {typingShown && <Keyboard language={language} typing={typing} done={() => setTypingShown(false)} />}
      </section>
    </>
  );
}
