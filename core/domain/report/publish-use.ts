import { PAPERS } from '../paper.ts';
import type { PublishedUse } from './publication.ts';
import { showList } from './suppression/show-list.ts';

/** How often something happened at the kiosks in a month: its type and what it was about, as they counted it. */
export type CountedUse = {
  readonly type: string;
  readonly body: Readonly<Record<string, string>>;
  readonly number: number;
};

/** What is told of how visitors used the kiosks in a month, all branches together. */
export function publishUse(counts: readonly CountedUse[]): PublishedUse {
  const list = (type: string, by: (body: CountedUse['body']) => string) => showList(sumOf(counts, type, by));
  const begun = list('flow-started', flowOf);
  return {
    flowsBegun: begun.total,
    flows: begun.rows.map(({ value: flow, count }) => {
      const [pack = '', name = ''] = flow.split('/');
      return { pack, flow: name, begun: count, ...endsOf(counts, flow) };
    }),
    topics: list('topic-opened', ({ pack, topic }) => `${pack}/${topic}`),
    emptySearches: list('search-empty', ({ language = '' }) => language),
    languages: list('language-chosen', ({ language = '' }) => language),
    readAloud: list('read-aloud', ({ language = '' }) => language),
    printed: showList(
      withEach(
        PAPERS,
        sumOf(counts, 'printed', ({ paper = '' }) => paper),
      ),
    ),
  };
}

/**
 * Where a flow ended. It is one list of those who finished and those who left on a question, as if they were all who began: so a reader who
 * takes that for granted learns no more. Within those who finished, by outcome. That all of them finished, left on one question or came to
 * one outcome is not told: then it would be known of each.
 */
function endsOf(counts: readonly CountedUse[], flow: string) {
  const of = (type: string) =>
    sumOf(
      counts.filter(({ body }) => flowOf(body) === flow),
      type,
      stepOf,
    );
  const [left, reached] = [of('step-left'), of('outcome-reached')];
  const finished = [...reached.values()].reduce((sum, number) => sum + number, 0);
  // No step is named so.
  const { rows } = showList(inDoubt(new Map([...left, ['.', finished]])));
  const shownFinished = rows.find(({ value }) => value === '.')?.count ?? null;
  return {
    finished: shownFinished,
    left: rows.filter(({ value }) => value !== '.'),
    reached: shownFinished === null ? [] : showList(inDoubt(reached)).rows,
  };
}

/** A list of which readers know all values: what nobody did is in it too, or a total that is told would say of which that is. */
function withEach(values: readonly string[], numbers: ReadonlyMap<string, number>) {
  return new Map([...values.map((value): [string, number] => [value, 0]), ...numbers]);
}

/** A list of one thing, with room for others that nobody did: so that thing is hidden. */
function inDoubt(numbers: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return numbers.size > 1 ? numbers : new Map([...numbers, ['', 0]]);
}

const flowOf = ({ pack, flow }: CountedUse['body']) => `${pack}/${flow}`;
const stepOf = ({ step = '' }: CountedUse['body']) => step;

function sumOf(
  counts: readonly CountedUse[],
  type: string,
  by: (body: CountedUse['body']) => string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const each of counts)
    if (each.type === type) sums.set(by(each.body), (sums.get(by(each.body)) ?? 0) + each.number);
  return sums;
}
