import { ChartNoAxesColumn, Map as MapIcon } from 'lucide';
import { PACK_ROUTES, type PackList, type VersionName } from '../../../core/contract/administration/packs.ts';
import { USE_ROUTES, type UseOnPage } from '../../../core/contract/administration/use.ts';
import { HomePage } from '../../../core/contract/pages.ts';
import { packForVisitors } from '../../../core/domain/followed-first.ts';
import { pick } from '../../../core/domain/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { nameOf } from '../../words/start-words.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import { Empty } from '../parts/listed.tsx';
import parts from '../parts/parts.module.css';
import { Link } from '../place/link.tsx';
import { goTo, hrefOf } from '../place/place.ts';
import type { ScreenProps } from '../shell/screen-props.ts';
import { useAdministration } from '../use-administration.ts';
import { Numbers } from './numbers.tsx';
import { useShownText } from './shown-text.ts';
import styles from './use.module.css';
import { UseMap } from './use-map.tsx';

/** What visitors did in a month: flow by flow, and what was searched in vain. With a pack and a flow, its map with numbers. */
export function Use({ path, query }: ScreenProps) {
  const { say, language } = useAdministration();
  const month = query.get('month') ?? undefined;
  const answer = useAsked(USE_ROUTES.report, { query: month === undefined ? {} : { month } });
  const packs = useAsked(PACK_ROUTES.list, {});
  const [pack, flow] = path;
  if (pack !== undefined && flow !== undefined)
    return (
      <Answered answer={answer}>
        {(report) => (
          <Answered answer={packs}>
            {(list) => <UseMap report={report} name={newestOf(list, pack)} pack={pack} flow={flow} />}
          </Answered>
        )}
      </Answered>
    );
  const inMonth = (of: string) =>
    new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${of}-15T00:00:00Z`),
    );
  return (
    <div className={parts.screen}>
      <div className={parts.head}>
        <div>
          <h1>{say('use.title')}</h1>
          <p className={parts.lead}>{say('use.lead')}</p>
        </div>
        {answer.value && answer.value.months.length > 0 && (
          <div className={parts.field}>
            <label htmlFor="use-month">{say('use.month')}</label>
            <select
              id="use-month"
              value={answer.value.month ?? ''}
              onChange={({ target }) => goTo(hrefOf(['use'], { month: target.value }), { instead: true })}
            >
              {answer.value.months.map((each) => (
                <option key={each} value={each}>
                  {inMonth(each)}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      <Answered answer={answer}>
        {(report) =>
          report.month === null ? (
            <Empty icon={ChartNoAxesColumn} title={say('use.none')} lead={say('use.noneLead')} />
          ) : (
            <Report report={report} packs={packs.value} />
          )
        }
      </Answered>
    </div>
  );
}

/** The newest version of a pack that visitors of the library see: counts do not say whose pack it was. */
function newestOf(list: PackList | undefined, pack: string): VersionName | undefined {
  const found = packForVisitors(list?.packs ?? [], pack);
  const version = found?.versions[0]?.version;
  return found === undefined || version === undefined
    ? undefined
    : { library: found.library, pack, channel: 'stable', version };
}

function Report({ report, packs }: { readonly report: UseOnPage; readonly packs: PackList | undefined }) {
  const { say } = useAdministration();
  const inLanguages = (numbers: UseOnPage['searches']) =>
    numbers.map(({ id, number }) => ({ id, name: nameOf(id), number }));
  return (
    <>
      <p className={styles.why}>{say('use.why')}</p>
      {report.flows.length > 0 && (
        <section className={parts.part} aria-labelledby="use-flows">
          <h2 id="use-flows">{say('use.flows')}</h2>
          <ul className={styles.flows}>
            {report.flows.map((use) => (
              <FlowCard
                key={`${use.pack} ${use.flow}`}
                use={use}
                month={report.month ?? ''}
                name={newestOf(packs, use.pack)}
              />
            ))}
          </ul>
        </section>
      )}
      <div className={`${parts.card} ${styles.others}`}>
        <Numbers title={say('use.searches')} numbers={inLanguages(report.searches)} />
        <Topics topics={report.topics} packs={packs} />
        <Numbers title={say('use.languages')} numbers={inLanguages(report.languages)} />
        <Numbers title={say('use.readAloud')} numbers={inLanguages(report.readAloud)} />
        <Numbers
          title={say('use.printed')}
          numbers={report.printed.map(({ id, number }) => ({
            id,
            name: say(id === 'receipt' ? 'use.paper.receipt' : 'use.paper.a4'),
            number,
          }))}
        />
      </div>
    </>
  );
}

/** The topics that were opened, in the words of the pack that most of them are of. */
function Topics({
  topics,
  packs,
}: {
  readonly topics: UseOnPage['topics'];
  readonly packs: PackList | undefined;
}) {
  const { say } = useAdministration();
  const name = newestOf(packs, topics[0]?.pack ?? '');
  const title = say('use.topics');
  return name === undefined ? (
    <Numbers title={title} numbers={topics.map(({ id, number }) => ({ id, name: id, number }))} />
  ) : (
    <NamedTopics title={title} topics={topics} name={name} />
  );
}

function NamedTopics({
  title,
  topics,
  name,
}: {
  readonly title: string;
  readonly topics: UseOnPage['topics'];
  readonly name: VersionName;
}) {
  const { language } = useAdministration();
  const home = useAsked(PACK_ROUTES.ask, { params: name, body: { channel: 'content:home', input: {} } });
  const known = HomePage.safeParse(home.value).data?.topics ?? [];
  const nameOfTopic = (id: string) => {
    const words = known.find(({ topic }) => topic.id === id)?.words;
    return (words && pick(words, language)?.value.name) ?? id;
  };
  return (
    <Numbers
      title={title}
      numbers={topics.map(({ id, number }) => ({ id, name: nameOfTopic(id), number }))}
    />
  );
}

type FlowProps = {
  readonly use: UseOnPage['flows'][number];
  readonly month: string;
  readonly name: VersionName | undefined;
};

/** A flow, with its own words where the server still has them. */
function FlowCard({ use, month, name }: FlowProps) {
  return name === undefined ? (
    <FlowNumbers use={use} title={use.flow} nameOfStep={(id) => id} />
  ) : (
    <KnownFlow use={use} month={month} name={name} />
  );
}

function KnownFlow({ use, month, name }: FlowProps & { readonly name: VersionName }) {
  const { say, language } = useAdministration();
  const page = useAsked(PACK_ROUTES.flow, { params: { ...name, flow: use.flow } }).value;
  const words = page == null ? undefined : pick(page.texts, language)?.value;
  const title = words?.title ?? use.flow;
  return (
    <FlowNumbers
      use={use}
      title={title}
      nameOfStep={(id) => words?.questions[id]?.ask ?? words?.outcomes[id]?.title ?? id}
    >
      {page != null && (
        <Link
          className={parts.button}
          href={hrefOf(['use', use.pack, use.flow], { month })}
          label={say('use.mapOf', { title })}
        >
          <Icon of={MapIcon} />
          {say('use.map')}
        </Link>
      )}
    </FlowNumbers>
  );
}

type NumbersProps = {
  readonly use: FlowProps['use'];
  readonly title: string;
  readonly nameOfStep: (id: string) => string;
  readonly children?: React.ReactNode;
};

function FlowNumbers({ use, title, nameOfStep, children }: NumbersProps) {
  const { say } = useAdministration();
  const shown = useShownText();
  const named = (numbers: typeof use.left) =>
    numbers.map(({ id, number }) => ({ id, name: nameOfStep(id), number }));
  return (
    <li className={`${parts.card} ${styles.flow}`} data-flow={`${use.pack}/${use.flow}`}>
      <div className={styles.head}>
        <h3>{title}</h3>
        <p>
          <span className={parts.note}>{say('use.started')}</span> <strong>{shown(use.started)}</strong>
        </p>
        {children}
      </div>
      <div className={styles.columns}>
        <Numbers title={say('use.left')} numbers={named(use.left)} level="h4" />
        <Numbers title={say('use.reached')} numbers={named(use.reached)} level="h4" />
      </div>
    </li>
  );
}
