import { Graph, layout } from '@dagrejs/dagre';
import type { Flow, Outcome } from '../core/domain/flow.ts';
import type { Id } from '../core/domain/id.ts';
import type { MapSetting } from './condition-text.ts';
import { type Column, type Point, routeEdge } from './edge-route.ts';
import { type Card, flowCards, type Way } from './flow-cards.ts';
import { MEASURE } from './map-measures.ts';
import { untangle } from './untangle.ts';
import { wrapText } from './wrap-text.ts';

/** A line of a card with its place: `top` counts from the top of the card. `leads` when a way begins here. */
export type PlacedRow = {
  readonly lines: readonly string[];
  readonly way: Way;
  readonly indent: boolean;
  readonly leads: boolean;
  readonly top: number;
  readonly height: number;
};

/** A card with its text cut into lines, and where it stands: its upper left corner and its size. */
export type PlacedCard = {
  readonly id: Id;
  readonly caption: readonly string[];
  readonly title: readonly string[];
  readonly rows: readonly PlacedRow[];
  /** Only an outcome has a verdict. */
  readonly verdict?: Outcome['verdict'];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A way from a line of a card to another card: its points come in pairs, and each pair is one bend. */
export type PlacedEdge = {
  readonly from: Id;
  readonly to: Id;
  readonly label: string;
  readonly way: Way;
  readonly points: readonly Point[];
};

/** A flow laid out from left to right. */
export type FlowGraph = {
  readonly start: Id;
  readonly cards: readonly PlacedCard[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
};

/**
 * Lays a flow out: the columns are steps, and every way begins at the answer it belongs to. The same flow
 * gives the same map. A way to a node that the flow does not have is left out; the check reports it.
 */
export function flowGraph(flow: Flow, setting: MapSetting): FlowGraph {
  const drafts = flowCards(flow, setting).map(draft);
  const ways = drafts.flatMap(waysOf);
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: MEASURE.between, edgesep: MEASURE.lane, ranksep: MEASURE.gap });
  for (const { id, width, height } of drafts) graph.setNode(id, { width, height });
  for (const { from, to, way } of ways)
    graph.setEdge(from, to, { weight: way === 'answer' ? 2 : 1 }, laneOf(way));
  layout(graph);
  const laid = drafts.map((card) => place(card, graph.node(card.id)));
  const laneFor = ({ from, to, way }: WayOut): Point[] =>
    graph.edge({ v: from, w: to, name: laneOf(way) }).points ?? [];
  const cards = untangleEnds(laid, routes(ways, laid, laneFor));
  return {
    start: flow.start,
    cards,
    edges: routes(ways, cards, laneFor),
    width: Math.max(...cards.map(({ x, width }) => x + width)),
    height: Math.max(...cards.map(({ y, height }) => y + height)),
  };
}

type Draft = Omit<PlacedCard, 'x' | 'y'> & { readonly goals: readonly (Id | undefined)[] };
type WayOut = { readonly from: Id; readonly to: Id; readonly way: Way; readonly row: number };

function draft(card: Card): Draft {
  const { width, padding, caption, title, row } = MEASURE;
  const inside = width - 2 * padding;
  const heading = {
    id: card.id,
    caption: wrapText(card.caption, caption.size, inside),
    title: wrapText(card.title, title.size * title.bold, inside),
  };
  const head = padding + heading.caption.length * caption.line + heading.title.length * title.line;
  if (card.kind === 'outcome')
    return { ...heading, rows: [], goals: [], verdict: card.verdict, width, height: head + padding };
  let top = head + row.above;
  const rows = card.rows.map(({ text, way, indent, to }): PlacedRow => {
    const lines = wrapText(text, row.size, inside - (indent ? row.indent : 0) - row.port);
    const placed = {
      lines,
      way,
      indent,
      leads: to !== undefined,
      top,
      height: lines.length * row.line + 2 * row.padding,
    };
    top += placed.height;
    return placed;
  });
  return { ...heading, rows, goals: card.rows.map(({ to }) => to), width, height: top + row.below };
}

function waysOf({ id, rows, goals }: Draft): WayOut[] {
  return rows.flatMap(({ way }, row) => {
    const to = goals[row];
    return to === undefined ? [] : [{ from: id, to, way, row }];
  });
}

/** Ways between the same two cards share a lane; a stale way has its own, or its dashes would not be seen. */
function laneOf(way: Way): string {
  return way === 'stale' ? 'stale' : 'asked';
}

function place({ goals: _, ...card }: Draft, centre: { x?: number; y?: number }): PlacedCard {
  return {
    ...card,
    x: Math.round((centre.x ?? 0) - card.width / 2),
    y: Math.round((centre.y ?? 0) - card.height / 2),
  };
}

function routes(
  ways: readonly WayOut[],
  cards: readonly PlacedCard[],
  laneFor: (way: WayOut) => Point[],
): PlacedEdge[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const columns = columnsOf(cards);
  return ways.flatMap((way): PlacedEdge[] => {
    const [source, target] = [byId.get(way.from), byId.get(way.to)];
    const row = source?.rows[way.row];
    if (source === undefined || target === undefined || row === undefined) return [];
    const port = { x: source.x + source.width, y: source.y + row.top + row.height / 2 };
    const goal = { x: target.x, y: target.y + target.height / 2 };
    const { from, to, way: kind } = way;
    return [
      {
        from,
        to,
        way: kind,
        label: row.lines.join(' '),
        points: routeEdge(port, goal, laneFor(way), columns),
      },
    ];
  });
}

function columnsOf(cards: readonly PlacedCard[]): Column[] {
  const lefts = [...new Set(cards.map(({ x }) => x))].sort((a, b) => a - b);
  return lefts.map((left) => ({ left, right: left + MEASURE.width }));
}

/** Untangles every run of outcomes in a column that neither a question nor a passing way interrupts. */
function untangleEnds(cards: readonly PlacedCard[], edges: readonly PlacedEdge[]): PlacedCard[] {
  const arrivals = (id: Id) => edges.filter(({ to }) => to === id).map(({ points }) => points.at(-2)?.y ?? 0);
  return columnsOf(cards).flatMap(({ left }) => {
    const lanes = edges.flatMap(({ points }) => points.slice(1, -1)).filter(({ x }) => x === left);
    const column = cards.filter(({ x }) => x === left).sort((a, b) => a.y - b.y);
    const runs: (PlacedCard & { arrivals: number[] })[][] = [];
    for (const [index, card] of column.entries()) {
      const above = column[index - 1];
      const joins =
        above?.verdict !== undefined &&
        card.verdict !== undefined &&
        !lanes.some(({ y }) => above.y < y && y < card.y);
      const entry = { ...card, arrivals: arrivals(card.id) };
      if (joins) runs.at(-1)?.push(entry);
      else runs.push([entry]);
    }
    return runs.flatMap((run) => untangle(run).map(({ arrivals: _, ...card }) => card));
  });
}
