import { expect, it } from 'vitest';
import { checkCutOff } from '../../../../core/domain/check/check-cut-off.ts';
import { checkPack } from '../../../../core/domain/check-pack.ts';
import { readYaml } from '../../../../packs/read-yaml.ts';
import { aSource } from '../../../builders/a-source.ts';
import { TODAY } from '../../../builders/today.ts';

const WORDS = 'flows/huur/words.nl.yaml';
const found = (text: string, path = WORDS) =>
  checkCutOff({ files: [readYaml(path, text)], media: [] }).map(({ line }) => line);

it('finds a text that a comment cuts off, on its line', () => {
  expect(found('title: Huur\nsummary: Vraag naar kamer # 3\n')).toEqual([2]);
  expect(found('steps:\n  een: { title: Bel } # nog doen\nbring:\n  - Uw pas # en een kopie\n')).toEqual([4]);
  expect(found('text: Een lange tekst\n  die doorgaat # tot hier\n')).toEqual([2]);
  expect(found('title: Kamer # 3')).toEqual([1]);
});

it.each([
  ['on a line of its own', '# Huur\ntitle: Huur\n  # tot hier\n'],
  ['behind a name', 'questions: # drie\n  huurt-u: x\n'],
  ['in quotes', 'title: "Kamer # 3"\n'],
  ['without a space before it', 'title: Kamer#3\n'],
  ['in a block', 'text: |\n  Vraag naar kamer # 3\n'],
  ['behind quotes', "title: 'Huur' # nog nakijken\n"],
])('leaves a sign alone that stands %s', (_, text) => {
  expect(found(text)).toEqual([]);
});

it('leaves files alone that hold no texts', () => {
  expect(found('review_by: 2027-06-01 # na de zomer\n', 'flows/huur/flow.yaml')).toEqual([]);
});

it('is a warning: the pack can be used', () => {
  const source = aSource();
  const files = source.files.map((file) => (file.path === WORDS ? { ...file, cutOffAt: [4] } : file));
  const { pack, findings } = checkPack({ ...source, files }, { today: TODAY });
  expect(pack).toBeDefined();
  expect(findings).toEqual([
    expect.objectContaining({ rule: 'cut-off', file: WORDS, line: 4, severity: 'warning' }),
  ]);
});
