import { useId } from 'react';
import type { NamedPage, ReadyVersion } from '../../../core/contract/admin.ts';
import { pick } from '../../../core/domain/words.ts';
import { bytesText, momentDay } from '../times.ts';
import { useAdmin } from '../use-admin.ts';
import styles from './content-section.module.css';

/** So many pages are named, and the others counted. */
const MOST_NAMED = 8;

/** What a version that lies ready will change: the pages by name, what pages share, then the files and bytes. */
export function ReadyPart({ ready, held }: { readonly ready: ReadyVersion; readonly held: boolean }) {
  const { say, language } = useAdmin();
  const heading = useId();
  const { version, files, bytes, latest } = ready;
  const size = bytesText(bytes, language);
  const kinds = (['added', 'changed', 'removed'] as const).filter((kind) => ready[kind].length > 0);
  return (
    <section className={styles.ready} aria-labelledby={heading} data-ready={version}>
      <h3 id={heading}>{say('content.ready.title', { version })}</h3>
      <p>
        {say(`content.ready.${leadOf(ready, held)}`, {
          day: latest === null ? '' : momentDay(latest, language),
        })}
      </p>
      {kinds.length === 0 && ready.shared.length === 0 && <p>{say('content.ready.same')}</p>}
      <div className={styles.changes}>
        {kinds.map((kind) => (
          <Pages key={kind} kind={kind} pages={ready[kind]} />
        ))}
        {ready.shared.length > 0 && (
          <div data-change="shared">
            <h4>{say('content.ready.sharedTitle')}</h4>
            <ul>
              {ready.shared.map((part) => (
                <li key={part}>{say(`content.ready.shared.${part}`)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <p>
        {files === null
          ? say('content.ready.size', { size })
          : say('content.ready.files', { ...files, size })}
      </p>
    </section>
  );
}

/** Whether and when it comes by itself. What the library holds does not come, also when it is let go here. */
export function leadOf({ turn, latest }: Pick<ReadyVersion, 'turn' | 'latest'>, held: boolean) {
  if (turn === 'never') return 'leadStopped';
  if (held) return 'leadHeld';
  if (turn === 'idle') return 'lead';
  return latest === null ? 'leadClosed' : 'leadLatest';
}

function Pages({
  kind,
  pages,
}: {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly pages: readonly NamedPage[];
}) {
  const { say, language } = useAdmin();
  const rest = pages.length - MOST_NAMED;
  return (
    <div data-change={kind}>
      <h4>{say(`content.ready.${kind}`, { count: pages.length })}</h4>
      <ul>
        {pages.slice(0, MOST_NAMED).map((page) => (
          <li key={`${page.kind} ${page.id}`}>{pick(page.titles, language)?.value.title ?? page.id}</li>
        ))}
        {rest > 0 && <li>{say('content.ready.more', { count: rest })}</li>}
      </ul>
    </div>
  );
}
