import { ReportForm } from '../../../core/contract/administration/reports.ts';
import { actingFor } from '../api/ask.ts';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import styles from './worth.module.css';

/** The report of what is looked at: a page for paper, and files. Of a branch there is none: it is in that of its municipality. */
export function ReportLinks({ month, whose }: { readonly month: string; readonly whose: string }) {
  const { say, language } = useAdministration();
  const [kind = 'library', ...of] = whose.split(':');
  if (kind === 'branch') return null;
  const library = actingFor();
  const query = new URLSearchParams({
    ...{ kind, of: of.join(':'), language },
    // An operator belongs to no library, and chose one.
    ...(library === undefined ? {} : { library }),
  });
  return (
    <p className={styles.links}>
      {ReportForm.options.map((form) => (
        <a
          key={form}
          className={parts.button}
          href={`/api/v1/reports/${month}/report.${form}?${query}`}
          {...(form === 'html' ? { target: '_blank', rel: 'noopener' } : { download: '' })}
        >
          {say(`worth.${form}`)}
        </a>
      ))}
    </p>
  );
}
