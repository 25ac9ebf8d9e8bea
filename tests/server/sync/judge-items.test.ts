import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Item } from '../../../core/contract/sync/batch.ts';
import { Happening } from '../../../core/contract/sync/count.ts';
import { judgeItem } from '../../../server/sync/judge-items.ts';

const item = (type: string, body: unknown): Item => ({
  id: '0199c0de-0000-7000-8000-000000000000',
  seq: 1,
  at: '2026-11-26T14:00:00Z',
  type,
  body,
});

const FIELDS: Record<string, readonly string[]> = {
  'topic-opened': ['pack', 'language', 'topic'],
  'flow-started': ['pack', 'language', 'flow'],
  'step-left': ['pack', 'language', 'flow', 'step'],
  'outcome-reached': ['pack', 'language', 'flow', 'step'],
  'search-empty': ['language'],
  'language-chosen': ['language'],
  'read-aloud': ['language'],
  printed: ['paper', 'language'],
  'unheard-of': [],
  __proto__: [],
};
const RIGHT: Record<string, readonly string[]> = {
  ...{ pack: ['zelfredzaam', 'buurt'], language: ['nl', 'ar'], topic: ['geld'] },
  ...{ flow: ['schulden'], step: ['hoeveel'], paper: ['a4', 'receipt'] },
};
const WRONG = ['root', '12', 'Geld', '', '<b>', 'nl\n', null, 1, [], {}, { language: 'nl' }];

/** Bodies of a type, most of them right, in any order, some with a value or a name that does not belong there. */
const bodiesOf = (type: string) =>
  fc
    .tuple(
      fc.shuffledSubarray([...(FIELDS[type] ?? [])], { minLength: FIELDS[type]?.length ?? 0 }),
      fc.infiniteStream(fc.nat(99)),
      fc.constantFrom('', '', '', 'visitor', '__proto__', 'language', 'constructor'),
    )
    .map(([names, throws, extra]) => {
      const one = (values: readonly unknown[]) => values[(throws.next().value ?? 0) % values.length];
      const isRight = () => (throws.next().value ?? 0) < 90;
      const entries = names
        .filter(isRight)
        .map((name) => [name, one(isRight() ? (RIGHT[name] ?? []) : WRONG)] as const);
      const more = extra === '' ? [] : [[extra, one(WRONG)] as const];
      return `{${[...entries, ...more].map((each) => each.map((part) => JSON.stringify(part)).join(':')).join(',')}}`;
    });

it('says of a body what the contract says, the first time and every time after', () => {
  let understood = 0;
  fc.assert(
    fc.property(
      fc
        .constantFrom(...Object.keys(FIELDS), '__proto__')
        .chain((type) =>
          fc.tuple(fc.constant(type), fc.oneof({ weight: 9, arbitrary: bodiesOf(type) }, fc.json())),
        ),
      ([type, text]) => {
        // As it comes out of a request: `__proto__` is a name like any other there.
        const body: unknown = JSON.parse(text);
        const said = Happening.safeParse({ type, body });
        for (let time = 0; time < 2; time++) {
          const { good, aside } = judgeItem(item(type, body));
          expect(good?.body).toBe(said.success ? JSON.stringify(said.data.body) : undefined);
          expect(aside?.why).toBe(said.success ? undefined : 'not-understood');
        }
        if (said.success) understood += 1;
      },
    ),
    { numRuns: 1_000, seed: 6 },
  );
  expect(understood).toBeGreaterThan(100);
});

it('stores the same content as the same text, in whatever order it was sent', () => {
  const one = judgeItem(item('topic-opened', { pack: 'p', language: 'nl', topic: 'geld' }));
  const other = judgeItem(item('topic-opened', { topic: 'geld', language: 'nl', pack: 'p' }));
  expect(one.good?.body).toBe('{"pack":"p","language":"nl","topic":"geld"}');
  expect(other.good?.body).toBe(one.good?.body);
});

it('takes no type of one kind for the body of another', () => {
  // The text that a body is looked up by begins with its type: no type and body look like another pair.
  expect(judgeItem(item('read-aloud', { language: 'nl' })).good).toBeDefined();
  expect(judgeItem(item('printed', { language: 'nl' })).good).toBeUndefined();
  expect(judgeItem(item('read-aloud {"language":"nl"}', undefined)).good).toBeUndefined();
});
