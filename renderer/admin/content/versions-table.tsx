import type { PackStatus, VersionStatus } from '../../../core/contract/admin.ts';
import { momentDay } from '../times.ts';
import { useAdmin } from '../use-admin.ts';
import styles from './content-section.module.css';

/** The versions of a pack at this kiosk: now, before, and what lies ready. */
export function VersionsTable({ pack }: { readonly pack: PackStatus }) {
  const { say, language } = useAdmin();
  const rows = (['shown', 'before', 'ready'] as const).flatMap((which) => {
    const version = pack[which];
    return version === null ? [] : [{ which, version }];
  });
  const published = ({ origin, publishedAt }: VersionStatus) => {
    if (origin === 'folder') return say('content.versions.own');
    return publishedAt === null ? say('content.versions.unknown') : momentDay(publishedAt, language);
  };
  const since = (which: string, { shownSince }: VersionStatus) => {
    if (which === 'ready') return say('content.versions.not');
    return shownSince === null ? say('content.versions.unknown') : momentDay(shownSince, language);
  };
  return (
    <table className={styles.table} aria-label={say('content.versions.caption', { pack: pack.title })}>
      <thead>
        <tr>
          <th scope="col">{say('content.versions.which')}</th>
          <th scope="col">{say('content.versions.version')}</th>
          <th scope="col">{say('content.versions.published')}</th>
          <th scope="col">{say('content.versions.since')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ which, version }) => (
          <tr key={which} data-version={which}>
            <th scope="row">{say(`content.versions.${which}`)}</th>
            <td>{version.version}</td>
            <td>{published(version)}</td>
            <td>{since(which, version)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
