import type { DeskWorth, FlowWorth, Period } from '../../core/contract/desk/worth.ts';
import type { Handlers } from '../../core/contract/ipc.ts';
import type { DeskLists } from '../../core/domain/desk/desk-lists.ts';
import { localHourOf } from '../../core/domain/desk/local-hour.ts';
import { monthOf } from '../../core/domain/report/variables.ts';
import { readFlow } from '../../db/content/read-content.ts';
import type { ReadDb } from '../../db/open.ts';
import { readEmptySearches, searchMonths } from '../../db/ops/empty-searches.ts';
import { readEnrolment } from '../../db/ops/enrolment.ts';
import { type FlowCount, flowMonths, readFlowCounts } from '../../db/ops/flow-counts.ts';
import { readMonths, readQuestionCounts } from '../../db/ops/question-counts.ts';
import type { ContentHouse } from '../content/content-house.ts';

type WorthHandlers = Pick<Handlers, 'desk:worth'>;
type Counted = Pick<DeskWorth, 'branch' | 'months' | 'used' | 'counts' | 'emptySearches'> & {
  readonly flows: readonly FlowCount[];
};

/** Tells staff what their help was worth. It reads what was added up, and never the questions. */
export function deskWorthHandlers(
  house: Pick<ContentHouse, 'read' | 'write'>,
  lists: () => DeskLists,
  now: () => Date,
): WorthHandlers {
  return {
    'desk:worth': async ({ period: asked }) => {
      const month = monthOf({ at: localHourOf(now()) });
      const period = asked ?? { from: month, to: month };
      const counted: Counted = house.write((ops) => countedIn(ops, period)) ?? NOTHING;
      const flows = await house.read(
        (db) => flowsOf(db, counted.flows),
        () => flowsOf(undefined, counted.flows),
      );
      const { organizations, subCategories, places } = lists();
      const names = (of: readonly { readonly id: string; readonly names: Record<string, string> }[]) =>
        Object.fromEntries(of.map((each) => [each.id, each.names]));
      return {
        ...{ ...counted, flows, period },
        names: {
          organization: names(organizations),
          'sub-category': names(subCategories),
          place: names(places),
        },
      };
    },
  };
}

const NOTHING: Counted = { branch: '', months: [], used: [], counts: [], flows: [], emptySearches: [] };

function countedIn(ops: ReadDb, { from, to }: Period): Counted {
  return {
    branch: readEnrolment(ops)?.branch ?? '',
    months: readMonths(ops),
    used: [...new Set([...flowMonths(ops), ...searchMonths(ops)])].sort(),
    counts: readQuestionCounts(ops, from, to),
    flows: readFlowCounts(ops, from, to),
    emptySearches: readEmptySearches(ops, from, to),
  };
}

/** The flows of the counts, the most begun first, with their names from the content. */
function flowsOf(db: ReadDb | undefined, counts: readonly FlowCount[]): FlowWorth[] {
  const ids = [...new Set(counts.map(({ flow }) => flow))];
  const flows = ids.map((flow): FlowWorth => {
    const of = (what: FlowCount['what']) =>
      counts
        .filter((each) => each.flow === flow && each.what === what)
        .sort((one, other) => other.number - one.number);
    const words = Object.entries((db && readFlow(db, flow)?.words) ?? {});
    const named = (name: (said: NonNullable<(typeof words)[number][1]>) => string | undefined) =>
      Object.fromEntries(
        words.flatMap(([code, said]) => (said === undefined ? [] : [[code, name(said) ?? '']])),
      );
    const all = (what: FlowCount['what']) => of(what).reduce((sum, { number }) => sum + number, 0);
    return {
      ...{ flow, titles: named(({ title }) => title), begun: all('begun'), finished: all('finished') },
      left: of('left').map(({ step, number }) => ({
        ...{ step, number, names: named(({ questions }) => questions[step]?.ask) },
      })),
    };
  });
  return flows.sort((one, other) => other.begun - one.begun);
}
