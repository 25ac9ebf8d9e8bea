import { ChevronRight, ScrollText } from 'lucide';
import { AUDIT_ROUTES } from '../../../core/contract/administration/audit-routes.ts';
import { momentText } from '../../admin/times.ts';
import { Icon } from '../../ui/icon.tsx';
import { ADMINISTRATION_WORDS, type AdministrationWordKey } from '../../words/administration-words.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import parts from '../parts/parts.module.css';
import { Link } from '../place/link.tsx';
import { hrefOf } from '../place/place.ts';
import type { ScreenProps } from '../shell/screen-props.ts';
import { useAdministration } from '../use-administration.ts';

/** What was done at the library, newest first, a page at a time. */
export function Audit({ query }: ScreenProps) {
  const { say } = useAdministration();
  return (
    <div className={parts.screen}>
      <div className={parts.head}>
        <div>
          <h1>{say('audit.title')}</h1>
          <p className={parts.lead}>{say('audit.lead')}</p>
        </div>
      </div>
      <AuditPages at={['audit']} query={query} />
    </div>
  );
}

type PagesProps = Pick<ScreenProps, 'query'> & {
  /** The screen that they stand on. */
  readonly at: readonly string[];
};

/** The lines of the trail that questions are about now: of a library, or with none chosen of what is about none. */
export function AuditPages({ at, query }: PagesProps) {
  const { say, language } = useAdministration();
  const before = query.get('before') ?? undefined;
  const answer = useAsked(AUDIT_ROUTES.page, { query: before === undefined ? {} : { before } });
  const acts: Readonly<Record<string, string>> = ADMINISTRATION_WORDS['nl']?.audit.acts ?? {};
  const actText = (what: string) =>
    Object.hasOwn(acts, what) ? say(`audit.acts.${what}` as AdministrationWordKey) : what;
  return (
    <Answered answer={answer}>
      {({ entries, more }) =>
        entries.length === 0 ? (
          <div className={parts.empty}>
            <Icon of={ScrollText} />
            <h2>{say('audit.none')}</h2>
          </div>
        ) : (
          <>
            <section
              className={`${parts.card} ${parts.across}`}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move what is wider than the window
              tabIndex={0}
              aria-label={say('audit.title')}
            >
              <table className={parts.table}>
                <thead>
                  <tr>
                    <th scope="col">{say('audit.when')}</th>
                    <th scope="col">{say('audit.what')}</th>
                    <th scope="col">{say('audit.on')}</th>
                    <th scope="col">{say('audit.who')}</th>
                  </tr>
                </thead>
                <tbody>
                  {entries.map(({ id, at, by, what, onWhat }) => (
                    <tr key={id} data-act={what}>
                      <td>{momentText(at, language)}</td>
                      <th scope="row">{actText(what)}</th>
                      <td>{onWhat}</td>
                      <td>{by ?? say('audit.command')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
            <div className={parts.row}>
              {before !== undefined && (
                <Link className={parts.button} href={hrefOf(at)}>
                  {say('audit.newest')}
                </Link>
              )}
              {more && (
                <Link className={parts.button} href={hrefOf(at, { before: entries.at(-1)?.id })}>
                  {say('audit.older')}
                  <Icon of={ChevronRight} className="mirrored" />
                </Link>
              )}
            </div>
          </>
        )
      }
    </Answered>
  );
}
