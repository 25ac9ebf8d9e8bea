import { OctagonX, TriangleAlert } from 'lucide';
import type { PreviewOpened } from '../../../core/contract/preview.ts';
import { Icon } from '../../ui/icon.tsx';
import { useAdminWords } from '../use-admin-words.ts';
import styles from './preview.module.css';

/** What the check found: by file, line and field, what is wrong and how to mend it. */
export function Findings({ opened }: { readonly opened: Extract<PreviewOpened, { kind: 'read' }> }) {
  const { say } = useAdminWords();
  const { errors, warnings, findings } = opened;
  const unseen = errors + warnings - findings.length;
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2>{say('preview.findings')}</h2>
        <p className={styles.counts}>
          {errors > 0 && (
            <span data-severity="error">
              <Icon of={OctagonX} />
              {say('preview.errors', { count: errors })}
            </span>
          )}
          {warnings > 0 && (
            <span data-severity="warning">
              <Icon of={TriangleAlert} />
              {say('preview.warnings', { count: warnings })}
            </span>
          )}
        </p>
      </div>
      <p className={styles.note}>{say('preview.findingsNote')}</p>
      <table className={`${styles.table} ${styles.findings}`}>
        <thead>
          <tr>
            <th scope="col">{say('preview.where')}</th>
            <th scope="col">{say('preview.what')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ severity, file, line, field, message }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same of the same place
            <tr key={index} data-severity={severity} data-item>
              <th scope="row">
                <span className={styles.severity}>
                  <Icon of={severity === 'error' ? OctagonX : TriangleAlert} />
                  {say(`preview.${severity}`)}
                </span>
                <bdi className={styles.place}>{file}</bdi>
                {line !== undefined && <span className={styles.note}>{say('preview.line', { line })}</span>}
                {field !== '' && <bdi className={`${styles.note} ${styles.place}`}>{field}</bdi>}
              </th>
              <td lang="en" dir="ltr">
                {message}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unseen > 0 && <p className={styles.note}>{say('preview.unseen', { count: unseen })}</p>}
    </section>
  );
}
