import type { Language } from '../../core/domain/words.ts';
import { edgePath } from '../../maps/edge-route.ts';
import type { FlowGraph, PlacedCard, PlacedEdge, PlacedRow } from '../../maps/flow-graph.ts';
import { MEASURE } from '../../maps/map-measures.ts';
import type { MapWords } from '../../maps/map-words.ts';
import { textWidth } from '../../maps/wrap-text.ts';
import { svgText, xml } from './svg-text.ts';

/** The colours of the house, by what they are for here. */
const PAPER = '#FBF6EC';
const CARD = '#FFFFFF';
const INK = '#16302E';
const SOFT = '#4C625F';
const LINE = '#DCD3C1';
const HERE = { ground: '#F3A93C', ink: '#3B2600' };

type Verdict = NonNullable<PlacedCard['verdict']>;

/** Ground, ink, and the colour of the ways that lead there, which must stand out on paper. */
const VERDICT: Readonly<Record<Verdict, { ground: string; ink: string; way: string }>> = {
  yes: { ground: '#1E7A4E', ink: '#FFFFFF', way: '#1E7A4E' },
  maybe: { ground: '#F3A93C', ink: '#3B2600', way: '#B46C00' },
  no: { ground: '#E3D6C0', ink: '#533413', way: '#8A6A45' },
  ask: { ground: '#0C5A54', ink: '#FFFFFF', way: '#0C5A54' },
  info: { ground: '#D3E5F7', ink: '#123F68', way: '#3F77AD' },
};

/** What one does not know is thin, what has run out is dashed: seen without colour too. */
const WAY: Readonly<Record<PlacedEdge['way'], string>> = {
  answer: 'stroke-width="2.5"',
  'dont-know': 'stroke-width="1.5" stroke-opacity="0.75"',
  stale: 'stroke-width="2" stroke-dasharray="7 6"',
};

const FONT = "'Atkinson Hyperlegible Next', 'Segoe UI', Verdana, sans-serif";
const MARGIN = 48;
const HEADING = { title: 34, summary: 18, height: 112 };
const LEGEND = { size: 14, height: 64, between: 28 };
const START = { size: 15, height: 28, padding: 14 };

/** What stands above a map, and the words that the map adds itself. */
export type MapHeading = {
  readonly title: string;
  readonly summary: string;
  readonly say: MapWords;
  readonly language: Language;
};

/** Draws a flow that is laid out, with a heading and a legend, as an SVG that any browser opens. */
export function graphSvg(graph: FlowGraph, { title, summary, say, language }: MapHeading): string {
  const legend = legendOf(say);
  const inside = Math.max(graph.width, textWidth(title, HEADING.title * MEASURE.title.bold), legend.width);
  const width = Math.ceil(inside + 2 * MARGIN);
  const height = Math.ceil(HEADING.height + graph.height + LEGEND.height + 2 * MARGIN);
  const legendAt = HEADING.height + graph.height + LEGEND.height - 20;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg"',
    `  width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}"`,
    `  xml:lang="${xml(language)}" role="img" aria-labelledby="map-title map-summary">`,
    `<title id="map-title">${xml(title)}</title>`,
    `<desc id="map-summary">${xml(summary)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<g transform="translate(${MARGIN} ${MARGIN})">`,
    svgText(title, 0, HEADING.title, { size: HEADING.title, ink: INK, bold: true }),
    svgText(summary, 0, HEADING.title + 32, { size: HEADING.summary, ink: SOFT }),
    `<g transform="translate(0 ${HEADING.height})">`,
    ...graph.edges.map((edge) => edgeSvg(edge, graph.cards)),
    ...graph.cards.map(cardSvg),
    ...graph.cards.filter(({ id }) => id === graph.start).map((card) => startSvg(card, say.start)),
    '</g>',
    `<g class="legend" transform="translate(0 ${legendAt})">${legend.svg}</g>`,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function cardSvg(card: PlacedCard): string {
  const kind = card.verdict === undefined ? 'question' : `outcome ${card.verdict}`;
  const inside = card.verdict === undefined ? questionSvg(card) : outcomeSvg(card, VERDICT[card.verdict]);
  const place = `translate(${card.x} ${card.y})`;
  return `<g class="${kind}" data-id="${xml(card.id)}" transform="${place}">${inside}</g>`;
}

function questionSvg({ width, height, rows, ...card }: PlacedCard): string {
  const rule = (rows[0]?.top ?? height) - 4;
  return [
    `<rect y="3" width="${width}" height="${height}" rx="20" fill="${LINE}"/>`,
    `<rect width="${width}" height="${height}" rx="20" fill="${CARD}" stroke="${LINE}"/>`,
    headingSvg(card, SOFT, INK),
    `<path d="M${MEASURE.padding} ${rule}H${width - MEASURE.padding}" stroke="${LINE}"/>`,
    ...rows.map((row) => rowSvg(row, width)),
  ].join('');
}

/** An answer or a rule; a small ring at the edge of the card is where its way begins. */
function rowSvg({ lines, way, indent, leads, top, height }: PlacedRow, width: number): string {
  const { row, padding } = MEASURE;
  const style = { size: row.size, ink: way === 'answer' ? INK : SOFT, slanted: way !== 'answer' };
  const x = padding + (indent ? row.indent : 0);
  const said = lines.map((line, index) =>
    svgText(line, x, top + row.padding + row.line * index + row.size, style),
  );
  const [y, line] = [top + height / 2, `stroke="${style.ink}" stroke-width="2"`];
  const ring = `<circle cx="${width}" cy="${y}" r="5" fill="${CARD}" ${line}/>`;
  return [...said, ...(leads ? [ring] : [])].join('');
}

function outcomeSvg(card: PlacedCard, { ground, ink }: { ground: string; ink: string }): string {
  const round = Math.min(card.height / 2, 40);
  const pill = `<rect width="${card.width}" height="${card.height}" rx="${round}" fill="${ground}"/>`;
  return pill + headingSvg(card, ink, ink);
}

function headingSvg(card: Pick<PlacedCard, 'caption' | 'title'>, captionInk: string, ink: string): string {
  const { padding, caption, title } = MEASURE;
  const small = { size: caption.size, ink: captionInk };
  const large = { size: title.size, ink, bold: true };
  const under = padding + card.caption.length * caption.line + title.size;
  return [
    ...card.caption.map((line, index) =>
      svgText(line, padding, padding + caption.line * index + caption.size - 1, small),
    ),
    ...card.title.map((line, index) => svgText(line, padding, under + title.line * index, large)),
  ].join('');
}

function startSvg(card: PlacedCard, word: string): string {
  const width = textWidth(word, START.size * MEASURE.title.bold) + 2 * START.padding;
  const { height, padding } = START;
  const pill = `<rect width="${width}" height="${height}" rx="${height / 2}" fill="${HERE.ground}"/>`;
  const said = svgText(word, padding, 19, { size: START.size, ink: HERE.ink, bold: true });
  return `<g class="start" transform="translate(${card.x + 16} ${card.y - 16})">${pill}${said}</g>`;
}

/** A way, in the colour of the outcome it leads to; ways between questions are ink. */
function edgeSvg({ from, to, way, label, points }: PlacedEdge, cards: readonly PlacedCard[]): string {
  const verdict = cards.find(({ id }) => id === to)?.verdict;
  const colour = verdict === undefined ? INK : VERDICT[verdict].way;
  const { x, y } = points.at(-1) ?? { x: 0, y: 0 };
  const line = `<path d="${edgePath(points)}" fill="none" stroke="${colour}" ${WAY[way]}/>`;
  const arrow = `<path d="M${x - 11} ${y - 6}L${x} ${y}L${x - 11} ${y + 6}Z" fill="${colour}"/>`;
  const ends = `data-from="${xml(from)}" data-to="${xml(to)}"`;
  return `<g class="way ${way}" ${ends}><title>${xml(label)}</title>${line}${arrow}</g>`;
}

function legendOf(say: MapWords): { svg: string; width: number } {
  const pills = Object.entries(VERDICT).map(([verdict, { ground }]) => ({
    word: say.verdicts[verdict as Verdict],
    sign: `<rect y="-13" width="36" height="16" rx="8" fill="${ground}"/>`,
  }));
  const ways = (['dont-know', 'stale'] as const).map((way) => ({
    word: way === 'stale' ? say.stale : say.dontKnow,
    sign: `<path d="M0 -5H36" stroke="${SOFT}" ${WAY[way]}/>`,
  }));
  let width = 0;
  const parts = [...pills, ...ways].map(({ word, sign }) => {
    const said = svgText(word, 44, 0, { size: LEGEND.size, ink: SOFT });
    const part = `<g transform="translate(${width} 0)">${sign}${said}</g>`;
    width += 44 + textWidth(word, LEGEND.size) + LEGEND.between;
    return part;
  });
  return { svg: parts.join(''), width };
}
