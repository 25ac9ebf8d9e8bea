import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOf } from '../../core/domain/flow-edges.ts';
import type { FlowWords } from '../../core/domain/flow-words.ts';
import { type FlowGraph, flowGraph, type PlacedCard } from '../../maps/flow-graph.ts';
import { aFlow, anOutcome } from '../builders/a-flow.ts';
import { aMap, aMapSetting } from '../builders/a-map.ts';
import { aChoice, aNumber, aYesNo } from '../builders/a-question.ts';
import { randomFlow } from '../builders/random-flow.ts';
import { TODAY } from '../builders/today.ts';
import { shippedPack } from '../flows/shipped-pack.ts';

const YOUNG = { answer: 'leeftijd', less_than: { parameter: 'huur.leeftijd' } };
const FLOW = aFlow({
  questions: {
    woning: aChoice({ huis: 'leeftijd', kamer: 'huurt' }),
    huurt: aYesNo('leeftijd', [{ when: { answer: 'woning', is: 'huis' }, go: 'niet' }, { go: 'wel' }]),
    leeftijd: aNumber([0, 120], [{ when: YOUNG, go: 'niet' }, { go: 'wel' }], { stale: 'balie' }),
  },
  outcomes: ['wel', 'niet'],
});
const SAID = {
  woning: {
    ask: 'Waar woont u?',
    answers: { huis: { label: 'In een huis' }, kamer: { label: 'Op kamers' } },
  },
};

const card = (map: FlowGraph, id: string) => map.cards.find((each) => each.id === id) as PlacedCard;
const rows = (map: FlowGraph, id: string) => card(map, id).rows.map(({ lines }) => lines.join(' '));

describe('the cards of a map', () => {
  const map = aMap(FLOW, SAID);

  it('are all the questions and outcomes', () => {
    expect(map.cards.map(({ id }) => id).sort()).toEqual([
      'balie',
      'huurt',
      'leeftijd',
      'niet',
      'wel',
      'woning',
    ]);
    expect(
      map.cards
        .filter(({ verdict }) => verdict !== undefined)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['balie', 'niet', 'wel']);
  });

  it('say what is asked, and have a line for every answer and "I don\'t know"', () => {
    expect(card(map, 'woning').title).toEqual(['Waar woont u?']);
    expect(card(map, 'woning').caption).toEqual(['één antwoord']);
    expect(rows(map, 'woning')).toEqual(['In een huis', 'Op kamers', 'Weet ik niet']);
  });

  it('have a line for every rule under its answer', () => {
    expect(rows(map, 'huurt')).toEqual([
      'Ja',
      'Nee',
      'als “Waar woont u?”: In een huis',
      'anders',
      'Weet ik niet',
    ]);
    expect(card(map, 'huurt').rows.map(({ indent, leads }) => [indent, leads])).toEqual([
      [false, true],
      [false, false],
      [true, true],
      [true, true],
      [false, true],
    ]);
  });

  it('do not say "if" where the rule is about the question itself, and name the stale way', () => {
    expect(card(map, 'leeftijd').caption).toEqual(['een getal: 0 tot en met 120 jaar']);
    expect(rows(map, 'leeftijd')).toEqual([
      'minder dan 18 jaar',
      'anders',
      'Weet ik niet',
      'Geen geldige waarde',
    ]);
  });

  it('show the id where there are no words', () => {
    expect(card(map, 'huurt').title).toEqual(['huurt']);
    expect(card(map, 'wel').title).toEqual(['wel']);
  });
});

describe('the ways of a map', () => {
  const map = aMap(FLOW, SAID);

  it('are all the edges of the flow, each with its label', () => {
    expect(map.edges.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(
      edgesOf(FLOW)
        .map(({ from, to }) => `${from} ${to}`)
        .sort(),
    );
    expect(map.edges.find(({ to }) => to === 'huurt')?.label).toBe('Op kamers');
    expect(map.edges.filter(({ way }) => way === 'stale')).toMatchObject([{ from: 'leeftijd', to: 'balie' }]);
    expect(map.edges.filter(({ way }) => way === 'dont-know')).toHaveLength(3);
  });

  it('begin at the edge of their line and end at the edge of their card', () => {
    for (const { from, to, points } of map.edges) {
      const [source, target] = [card(map, from), card(map, to)];
      expect(points[0]?.x).toBe(source.x + source.width);
      expect(source.rows.map(({ top, height }) => source.y + top + height / 2)).toContain(points[0]?.y);
      expect(points.at(-1)).toEqual({ x: target.x, y: target.y + target.height / 2 });
    }
  });

  it('to a node that is not there are left out', () => {
    const torn = { ...FLOW, outcomes: { balie: anOutcome() } };
    const { edges, cards } = aMap(torn);
    expect(edges.map(({ to }) => to)).not.toContain('wel');
    expect(cards.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});

/** Everything that makes a map unreadable: cards that overlap, ways that run back or through a card. */
function flawsOf({ cards, edges, width, height }: FlowGraph): string[] {
  const overlaps = cards.flatMap((one, index) =>
    cards
      .slice(index + 1)
      .filter((other) => one.x < other.x + other.width && other.x < one.x + one.width)
      .filter((other) => one.y < other.y + other.height && other.y < one.y + one.height)
      .map((other) => `${one.id} overlaps ${other.id}`),
  );
  const outside = cards.filter(
    ({ x, y, ...card }) => x < 0 || y < 0 || x + card.width > width || y + card.height > height,
  );
  const crossings = edges.flatMap(({ from, to, points }) =>
    points.flatMap((point, index) => {
      const before = points[index - 1];
      if (before === undefined) return [];
      const back = before.x > point.x ? [`${from} ${to} runs back`] : [];
      // A bend lies between two columns; a straight piece lies in one.
      if (index % 2 === 1) {
        const leapt = cards.filter(({ x, ...card }) => before.x < x && x + card.width < point.x);
        return [...back, ...leapt.map(({ id }) => `${from} ${to} bends across the column of ${id}`)];
      }
      const through = cards.filter(
        ({ x, y, ...card }) => x === before.x && y <= point.y && point.y <= y + card.height,
      );
      return [...back, ...through.map(({ id }) => `${from} ${to} runs through ${id}`)];
    }),
  );
  return [...overlaps, ...outside.map(({ id }) => `${id} is outside`), ...crossings];
}

/** Laying out takes its time on a slow machine. */
const SLOW = { timeout: 60_000 };

describe('a map', () => {
  it('of every shipped flow can be read: no card overlaps, no way runs through a card', SLOW, () => {
    const { flows, parameters } = shippedPack();
    for (const { flow, words } of flows)
      for (const [language, said] of Object.entries(words)) {
        const map = flowGraph(flow, { words: said, language, parameters, today: TODAY });
        expect(flawsOf(map), `${flow.id} in ${language}`).toEqual([]);
      }
  });

  it('of any flow can be read', SLOW, () => {
    fc.assert(
      fc.property(randomFlow(), (flow) => {
        expect(flawsOf(flowGraph(flow, aMapSetting()))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('moves no outcome into a way that runs between two of them', () => {
    // Found by trying many flows: here three outcomes of different heights stand around such a way.
    const flow = aFlow({
      questions: {
        q0: aChoice({ a: 'o4', b: 'o3', c: 'o0', d: 'o5' }, { dont_know: 'q1' }),
        q1: aChoice({ a: 'o3', b: 'o1' }, { dont_know: 'q2' }),
        q2: aChoice({ a: 'o2', b: 'o2', c: 'o1', d: 'o1' }, { dont_know: 'o2' }),
      },
      outcomes: Object.fromEntries(['o0', 'o1', 'o2', 'o3', 'o4', 'o5'].map((id) => [id, anOutcome()])),
    });
    const titles = Object.keys(flow.outcomes).map((id, index) => [
      id,
      'lange woorden '.repeat(1 + 2 * (index % 3)),
    ]);
    const setting = aMapSetting();
    const outcomes = Object.fromEntries(titles.map(([id, title]) => [id, { title, text: title }]));
    expect(
      flawsOf(flowGraph(flow, { ...setting, words: { ...setting.words, outcomes } as FlowWords })),
    ).toEqual([]);
  });

  it('of the same flow is the same map', () => {
    expect(aMap(FLOW)).toEqual(aMap(FLOW));
  });

  it('puts outcomes in the order of the answers that lead to them', () => {
    const ends = ['a', 'b', 'c', 'd', 'e'];
    const flow = aFlow({
      questions: { kies: aChoice(Object.fromEntries(ends.map((id) => [id, id])), { dont_know: 'e' }) },
      outcomes: Object.fromEntries(['c', 'e', 'a', 'd', 'b'].map((id) => [id, anOutcome()])),
    });
    const tops = ends.map((id) => card(aMap(flow), id).y);
    expect(tops).toEqual([...tops].sort((one, other) => one - other));
  });
});
