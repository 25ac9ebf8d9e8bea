import type { VersionName } from '../../../core/contract/administration/packs.ts';
import { PACK_ROUTES } from '../../../core/contract/administration/packs.ts';
import type { UseOnPage } from '../../../core/contract/administration/use.ts';
import { useAsked } from '../api/use-asked.ts';
import { PackMap } from '../packs/pack-map.tsx';
import parts from '../parts/parts.module.css';
import { Link } from '../place/link.tsx';
import { hrefOf } from '../place/place.ts';
import { useAdministration } from '../use-administration.ts';
import { useShownText } from './shown-text.ts';

type Props = {
  readonly report: UseOnPage;
  readonly name: VersionName | undefined;
  readonly pack: string;
  readonly flow: string;
};

/** The map of a flow, with at each question how many stopped there, and at each outcome how many came out there. */
export function UseMap({ report, name, pack, flow }: Props) {
  const { say } = useAdministration();
  const from = hrefOf(['use'], { month: report.month ?? undefined });
  if (name === undefined)
    return (
      <div className={parts.screen}>
        <h1>{say('use.title')}</h1>
        <p className={parts.lead}>{say('use.noMap')}</p>
        <p>
          <Link href={from}>{say('use.name')}</Link>
        </p>
      </div>
    );
  const use = report.flows.find((each) => each.pack === pack && each.flow === flow);
  return <NotedMap name={name} flow={flow} use={use} from={from} />;
}

type NotedProps = {
  readonly name: VersionName;
  readonly flow: string;
  readonly use: UseOnPage['flows'][number] | undefined;
  readonly from: string;
};

function NotedMap({ name, flow, use, from }: NotedProps) {
  const { say } = useAdministration();
  const shown = useShownText();
  const page = useAsked(PACK_ROUTES.flow, { params: { ...name, flow } }).value;
  const notes = new Map([
    ...(use?.left ?? []).map(
      ({ id, number }) => [id, say('use.noteLeft', { number: shown(number) })] as const,
    ),
    ...(use?.reached ?? []).map(
      ({ id, number }) => [id, say('use.noteReached', { number: shown(number) })] as const,
    ),
  ]);
  if (use !== undefined && page != null) {
    const { start } = page.flow;
    const began = say('use.noteStarted', { number: shown(use.started) });
    const stopped = notes.get(start);
    notes.set(start, stopped === undefined ? began : `${began} · ${stopped}`);
  }
  return <PackMap name={name} flow={flow} notes={notes} from={from} />;
}
