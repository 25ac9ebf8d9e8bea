import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphSvg, type MapHeading } from '../../../cli/pack/graph-svg.ts';
import { svgText, xml } from '../../../cli/pack/svg-text.ts';
import { mapWords } from '../../../maps/map-words.ts';
import { aFlow } from '../../builders/a-flow.ts';
import { aMap } from '../../builders/a-map.ts';
import { aChoice, aNumber } from '../../builders/a-question.ts';
import { xmlFault } from '../../builders/well-formed.ts';

const HEADING: MapHeading = {
  title: 'Huur',
  summary: 'Geld voor de huur',
  say: mapWords('nl'),
  language: 'nl',
};
const YOUNG = { answer: 'leeftijd', less_than: { parameter: 'huur.leeftijd' } };
const FLOW = aFlow({
  questions: {
    woning: aChoice({ huis: 'leeftijd', kamer: 'niet' }),
    leeftijd: aNumber([0, 120], [{ when: YOUNG, go: 'niet' }, { go: 'wel' }], { stale: 'balie' }),
  },
  outcomes: ['wel', 'niet'],
});

const draw = (ask: string, heading: Partial<MapHeading> = {}) =>
  graphSvg(aMap(FLOW, { woning: { ask, answers: { huis: { label: ask } } } }), { ...HEADING, ...heading });

describe('the drawing of a flow', () => {
  const svg = draw('Waar woont u?');

  it('is well-formed XML, with a title for those who do not see it', () => {
    expect(xmlFault(svg)).toBeUndefined();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('xml:lang="nl" role="img" aria-labelledby="map-title map-summary"');
    expect(svg).toContain('<title id="map-title">Huur</title>');
    expect(svg).toContain('<desc id="map-summary">Geld voor de huur</desc>');
  });

  it('holds every question and every outcome once, and the start', () => {
    const nodes = [...svg.matchAll(/<g class="(question|outcome ask)" data-id="([^"]+)"/g)].map(
      ([, kind, id]) => `${kind} ${id}`,
    );
    expect(nodes.sort()).toEqual([
      'outcome ask balie',
      'outcome ask niet',
      'outcome ask wel',
      'question leeftijd',
      'question woning',
    ]);
    expect(svg.match(/class="start"/g)).toHaveLength(1);
    expect(svg).toContain('>Waar woont u?</text>');
  });

  it('holds every way, with its ends and its label', () => {
    const ways = [
      ...svg.matchAll(/<g class="way ([\w-]+)" data-from="(\w+)" data-to="(\w+)"><title>([^<]*)</g),
    ];
    expect(ways.map(([, ...way]) => way.join(', '))).toEqual([
      'answer, woning, leeftijd, Waar woont u?',
      'answer, woning, niet, kamer',
      'dont-know, woning, balie, Weet ik niet',
      'answer, leeftijd, niet, minder dan 18 jaar',
      'answer, leeftijd, wel, anders',
      'dont-know, leeftijd, balie, Weet ik niet',
      'stale, leeftijd, balie, Geen geldige waarde',
    ]);
  });

  it('has dashes on stale ways only', () => {
    const groups = [...svg.matchAll(/<g class="way ([\w-]+)".*?<\/g>/g)];
    for (const [group, way] of groups) expect(group.includes('stroke-dasharray')).toBe(way === 'stale');
  });

  it('writes out what means something in XML, wherever an author writes it', () => {
    const nasty = `<script>alert("1")</script> & 'x' > y`;
    const drawn = draw(nasty, { title: nasty, summary: nasty });
    expect(xmlFault(drawn)).toBeUndefined();
    expect(drawn).not.toContain('<script');
    expect(drawn).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; &gt; y');
  });

  it('leaves out signs that no XML can hold', () => {
    const drawn = draw('a\u0000b\ud800c\uffffd', { title: '\u0007' });
    expect(xmlFault(drawn)).toBeUndefined();
    expect(drawn).toContain('>abcd</text>');
  });

  it('is well-formed whatever stands in a text', () => {
    const sign = fc.oneof(
      fc.constantFrom(...'<>&"\''),
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.string({ unit: sign }), (text) => {
        const line = svgText(text, 0, 0, { size: 10, ink: '#000' });
        expect(xmlFault(`<svg id="${xml(text)}">${line}</svg>`)).toBeUndefined();
      }),
    );
  });

  it('is as wide as its title needs', () => {
    const wide = draw('Waar?', { title: 'w'.repeat(200) });
    expect(Number(/width="(\d+)"/.exec(wide)?.[1])).toBeGreaterThan(200 * 34 * 0.9);
  });
});
