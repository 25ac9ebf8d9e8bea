import { ChevronRight, Package, RefreshCw, Usb } from 'lucide';
import { useCallback, useEffect, useState } from 'react';
import type { PackFolder } from '../../../core/contract/preview.ts';
import { kiosk } from '../../kiosk.ts';
import { Icon } from '../../ui/icon.tsx';
import { TypedField } from '../typed-field.tsx';
import { useAdmin } from '../use-admin.ts';
import styles from './preview.module.css';

/** Chooses the folder of a pack: from those that are found, or by its path. A window of the system would be a way out. */
export function ChooseFolder({ open }: { readonly open: (folder: string) => void }) {
  const { say } = useAdmin();
  const [found, setFound] = useState<readonly PackFolder[]>();
  const [path, setPath] = useState('');
  const [typingShown, setTypingShown] = useState(false);

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
      <section className={styles.part}>
        <h2 id="preview-path">{say('preview.path')}</h2>
        <TypedField
          labelledBy="preview-path"
          hint={say('preview.pathHint')}
          value={path}
          change={setPath}
          enter={openTyped}
          isTyping={typingShown}
          type={setTypingShown}
        >
          <button
            type="button"
            className={`${styles.button} ${styles.strong}`}
            disabled={path.trim() === ''}
            onClick={openTyped}
          >
            {say('preview.open')}
          </button>
        </TypedField>
      </section>
    </>
  );
}
