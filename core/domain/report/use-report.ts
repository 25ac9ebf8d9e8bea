import { type Shown, suppressNumber, suppressParts } from './suppress.ts';

/** How often something happened in a month: its type, what it was about, and the number. As the kiosks counted it. */
export type MonthCount = {
  readonly type: string;
  readonly body: Readonly<Record<string, string>>;
  readonly number: number;
};

/** A number of what is named. */
export type Named = { readonly id: string; readonly number: Shown };

/** What visitors did with a flow: how often it began, on which questions they left it, and which outcomes they reached. */
export type FlowUse = {
  readonly pack: string;
  readonly flow: string;
  readonly started: Shown;
  readonly left: readonly Named[];
  readonly reached: readonly Named[];
};

/** What visitors did in a month. Nothing in it is about fewer than five, nor can be found by subtraction. */
export type UseReport = {
  readonly topics: readonly (Named & { readonly pack: string })[];
  readonly flows: readonly FlowUse[];
  /** Searches that found nothing, by language. */
  readonly searches: readonly Named[];
  readonly languages: readonly Named[];
  readonly readAloud: readonly Named[];
  readonly printed: readonly Named[];
};

/**
 * Makes the report of one month from its counts. A month stands alone: the server tells no other period of the same days, and no
 * part of the library, or what is hidden here could be found there.
 */
export function useReport(counts: readonly MonthCount[]): UseReport {
  return {
    topics: summed(counts, 'topic-opened', ({ pack, topic }) => [pack, topic]).map(({ key, number }) => ({
      pack: key[0] ?? '',
      id: key[1] ?? '',
      number: suppressNumber(number),
    })),
    flows: flowsOf(counts),
    searches: byName(counts, 'search-empty', 'language'),
    languages: byName(counts, 'language-chosen', 'language'),
    readAloud: byName(counts, 'read-aloud', 'language'),
    printed: byName(counts, 'printed', 'paper'),
  };
}

function flowsOf(counts: readonly MonthCount[]): FlowUse[] {
  const flowOf = ({ pack, flow }: MonthCount['body']) => [pack, flow];
  const seen = ['flow-started', 'step-left', 'outcome-reached'].flatMap((type) =>
    summed(counts, type, flowOf).map(({ key }) => key),
  );
  const flows = new Map(seen.map((key) => [key.join('\n'), key]));
  return [...flows.values()]
    .map(([pack = '', flow = '']) => {
      const mine = counts.filter(({ body }) => body['pack'] === pack && body['flow'] === flow);
      const [started] = summed(mine, 'flow-started', flowOf);
      const left = summed(mine, 'step-left', ({ step }) => [step]);
      const reached = summed(mine, 'outcome-reached', ({ step }) => [step]);
      const numbers = [...left, ...reached].map(({ number }) => number);
      const { parts, total } = suppressParts(numbers, started?.number ?? 0);
      const named = (from: typeof left, offset: number): Named[] =>
        from.map(({ key }, index) => ({ id: key[0] ?? '', number: parts[offset + index] ?? 0 }));
      return {
        order: started?.number ?? 0,
        use: { pack, flow, started: total, left: named(left, 0), reached: named(reached, left.length) },
      };
    })
    .sort((one, other) => other.order - one.order)
    .map(({ use }) => use);
}

function byName(counts: readonly MonthCount[], type: string, name: string): Named[] {
  return summed(counts, type, (body) => [body[name]]).map(({ key, number }) => ({
    id: key[0] ?? '',
    number: suppressNumber(number),
  }));
}

/** Adds up the counts of a type that share a key; most first. */
function summed(
  counts: readonly MonthCount[],
  type: string,
  keyOf: (body: MonthCount['body']) => readonly (string | undefined)[],
): { readonly key: readonly string[]; readonly number: number }[] {
  const sums = new Map<string, { key: readonly string[]; number: number }>();
  for (const { type: each, body, number } of counts) {
    if (each !== type) continue;
    const key = keyOf(body).map(String);
    const sum = sums.get(key.join('\n')) ?? { key, number: 0 };
    sums.set(key.join('\n'), { key, number: sum.number + number });
  }
  return [...sums.values()].sort((one, other) => other.number - one.number);
}
