import { describe, expect, it } from 'vitest';
import { contrast, laidOver } from './contrast.ts';
import { tints, tokensWhere } from './read-tokens.ts';

const DISPLAYS = {
  usual: [],
  dark: ['[data-scheme="dark"]'],
  'more contrast': ['[data-contrast="more"]'],
  'dark with more contrast': ['[data-contrast="more"]', '[data-scheme="dark"]'],
} as const;

/** Text and what it stands on, as the style sheets use them: at least 7 to 1 (WCAG 1.4.6). */
const TEXT: readonly (readonly [string, string])[] = [
  ...['ground', 'ground-low', 'card', 'here-tint', 'strong-tint'].map((on): [string, string] => ['ink', on]),
  ...['ground', 'ground-low', 'card', 'here-tint'].map((on): [string, string] => ['ink-soft', on]),
  ...['ground', 'card', 'here-tint', 'strong-tint'].map((on): [string, string] => ['strong-deep', on]),
  ['on-strong', 'strong'],
  ['on-strong', 'strong-deep'],
  ['on-here', 'here'],
  ['here-ink', 'here-tint'],
  ['here-ink', 'ground'],
  ['on-desk', 'desk'],
  ['on-open', 'open'],
];

/** Text in the tint of a topic. */
const TINTED = [
  ...['tint', 'ground', 'card'].map((on) => ['tint-ink', on] as const),
  ['ink', 'tint'] as const,
];

/** Edges, rings and pictograms that say something: at least 3 to 1 (WCAG 1.4.11). */
const EDGES: readonly (readonly [string, string])[] = [
  ...['ground', 'ground-low', 'card'].map((on): [string, string] => ['edge', on]),
  ...['ground', 'ground-low', 'card', 'here-tint', 'strong-tint'].map((on): [string, string] => [
    'strong',
    on,
  ]),
  ['here-line', 'ground'],
  ['here-line', 'ground-low'],
  ['here-line', 'here-tint'],
  ['desk-picture', 'desk'],
  ['danger', 'ground'],
  ['danger', 'card'],
  ['open', 'ground'],
  ['open', 'ground-low'],
];

describe.each(Object.entries(DISPLAYS))('the %s display', (_, root) => {
  const tokens = tokensWhere({ root });
  const ratio = (one: string, other: string, from = tokens) =>
    contrast(from[`--${one}`] ?? '', from[`--${other}`] ?? '');

  it.each(TEXT)('reads: %s on %s', (one, other) => {
    expect(ratio(one, other)).toBeGreaterThanOrEqual(7);
  });

  it.each(EDGES)('shows: %s on %s', (one, other) => {
    expect(ratio(one, other)).toBeGreaterThanOrEqual(3);
  });

  it.each(tints())('reads in the tint %s', (tint) => {
    const tinted = tokensWhere({ root, tint });
    for (const [one, other] of TINTED) expect(ratio(one, other, tinted), other).toBeGreaterThanOrEqual(7);
    const veiled = laidOver(tinted['--veil'] ?? '', tinted['--tint'] ?? '');
    expect(contrast(tinted['--tint-ink'] ?? '', veiled)).toBeGreaterThanOrEqual(3);
  });

  it('gives every tint colours of its own', () => {
    const pairs = tints().map((tint) => {
      const tinted = tokensWhere({ root, tint });
      return `${tinted['--tint']} ${tinted['--tint-ink']}`;
    });
    expect(new Set(pairs).size).toBe(pairs.length);
  });
});

describe('the displays', () => {
  it('name only roles that the usual one has', () => {
    const known = Object.keys(tokensWhere({ root: [] }));
    for (const root of Object.values(DISPLAYS))
      expect(Object.keys(tokensWhere({ root })).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('are measured as WCAG measures: black on white is 21, two greys just at 4.5', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(laidOver('rgb(255 255 255 / 50%)', '#000000')).toBe('#808080');
  });
});
