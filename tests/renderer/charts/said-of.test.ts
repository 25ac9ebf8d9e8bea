import { describe, expect, test } from 'vitest';
import { publish } from '../../../core/domain/report/publish.ts';
import { saidOfFlows, saidOfRows } from '../../../renderer/charts/said-of.ts';
import { aMonth, times } from '../../core/domain/report/a-month.ts';

const row = (count: number | null) => ({ id: `of ${count}`, count });

describe('a chart of counts says', () => {
  test('which there was most of, also beside what is not told', () => {
    expect(saidOfRows([row(12), row(null), row(40)], null)).toEqual({
      ...{ kind: 'most', row: row(40), count: 40 },
    });
  });

  test('that nothing was counted, only where the whole is 0, as a desk knows of itself', () => {
    expect(saidOfRows([row(0), row(0)], 0)).toEqual({ kind: 'nothing' });
    expect(saidOfRows([], 0)).toEqual({ kind: 'nothing' });
  });

  test('that the numbers are not told, where there may be any', () => {
    expect(saidOfRows([], null)).toEqual({ kind: 'untold' });
    expect(saidOfRows([row(null), row(null)], null)).toEqual({ kind: 'untold' });
    expect(saidOfRows([], 40)).toEqual({ kind: 'untold' });
  });
});

describe('a chart of flows says', () => {
  const flow = (begun: number | null, finished: number | null) => ({ begun, finished });

  test('how many were begun and finished, where all of it is told', () => {
    expect(saidOfFlows([flow(30, 20), flow(10, 0)], 40)).toEqual({ kind: 'flows', begun: 40, finished: 20 });
  });

  test('not that none was finished, where that is not told', () => {
    expect(saidOfFlows([flow(30, 20), flow(10, null)], 40)).toEqual({ kind: 'begun', begun: 40 });
    // A flow that is not named is not told of either.
    expect(saidOfFlows([flow(30, 20)], 55)).toEqual({ kind: 'begun', begun: 55 });
    expect(saidOfFlows([], 40)).toEqual({ kind: 'begun', begun: 40 });
  });

  test('that the numbers are not told, or that nothing was counted', () => {
    expect(saidOfFlows([flow(12, null)], null)).toEqual({ kind: 'untold' });
    expect(saidOfFlows([], null)).toEqual({ kind: 'untold' });
    expect(saidOfFlows([], 0)).toEqual({ kind: 'nothing' });
  });
});

test('a month of nothing and one of a few read the same in every chart, and neither says which it was', () => {
  const body = { pack: 'zelf', language: 'nl', flow: 'toeslag' };
  const few = aMonth(times(4, 'centrum', { organization: 'gemeente' }), {
    use: [{ type: 'flow-started', number: 4, body }],
  });
  for (const month of [aMonth([]), few]) {
    const { places, tables, totals, use } = publish(month);
    const said = tables.flatMap(({ rows }) =>
      places.map((_, at) =>
        saidOfRows(
          rows.map(({ cells }) => ({ count: cells[at] ?? null })),
          totals[at] ?? null,
        ),
      ),
    );
    expect([...said, saidOfFlows(use.flows, use.flowsBegun)].filter(({ kind }) => kind !== 'untold')).toEqual(
      [],
    );
    expect(said.length).toBeGreaterThan(0);
  }
});
