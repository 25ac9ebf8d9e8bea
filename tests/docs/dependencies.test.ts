import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../scripts/setup/places.mjs';

const text = (file: string) => readFileSync(join(projectRoot, file), 'utf8');

test('every package that is asked for has its reason in docs/dependencies.md, and no other has', () => {
  const {
    dependencies = {},
    devDependencies = {},
    optionalDependencies = {},
  } = JSON.parse(text('package.json'));
  const asked = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  // The part before the colon of each sentence in the lists; what comes after it speaks of other things too.
  const lists = text('docs/dependencies.md').split('\n## ').slice(1).join('\n');
  const named = [...lists.matchAll(/((?:`[^`]+`,?\s+)*`[^`]+`):/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  expect(named.sort()).toEqual(asked.sort());
});

test('every package is pinned exactly', () => {
  const {
    dependencies = {},
    devDependencies = {},
    optionalDependencies = {},
  } = JSON.parse(text('package.json'));
  const loose = Object.entries<string>({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  }).filter(([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});
