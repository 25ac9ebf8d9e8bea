// The one list of checks. `npm test` and `npm run check` both take it, so they cannot differ.
import { join } from 'node:path';
import { Failure } from './setup/say.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string[]} args for Node 24
 * @property {string} alone the command that runs it by itself
 * @property {boolean} [counts] leaves a report in which every test case counts
 * @property {boolean} [display] needs a screen and the built app
 */

/**
 * By TypeScript 7, in less than half of the time that 6 takes. Version 6 stays for dependency-cruiser, which reads with it.
 * @param {string} config @param {string} room @returns {Check}
 */
const types = (config, room) => ({
  name: `types of ${room}`,
  args: [
    ...['node_modules/typescript-7/bin/tsc', '-p', config],
    // Only what changed since the last time is checked again.
    ...['--incremental', '--tsBuildInfoFile', `node_modules/.balie/${config}.tsbuildinfo`],
  ],
  alone: `node node_modules/typescript-7/bin/tsc -p ${config}`,
});

/** Independent of each other: they may run at the same time. @type {Check[]} */
export const staticChecks = [
  types('tsconfig.json', 'tests and scripts'),
  types('tsconfig.node.json', 'the main process and the tools'),
  types('tsconfig.renderer.json', 'the screens'),
  types('tsconfig.core.json', 'the core'),
  {
    name: 'lint and format (Biome)',
    args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings'],
    alone: 'npx biome check --write',
  },
  {
    name: 'layers (dependency-cruiser)',
    args: ['scripts/checks/layers.mjs'],
    alone: 'node scripts/checks/layers.mjs',
  },
  { name: 'unused code (knip)', args: ['node_modules/knip/bin/knip.js'], alone: 'npx knip' },
];

/** @type {Check} */
export const unitTests = {
  name: 'unit tests',
  args: ['node_modules/vitest/vitest.mjs', 'run', '--coverage'],
  alone: 'npx vitest run --coverage',
  counts: true,
};

/** The same tests; what of the core they ran is not measured, which takes a third of the time. @type {Check} */
export const quickUnitTests = {
  ...unitTests,
  args: unitTests.args.filter((arg) => arg !== '--coverage'),
  alone: 'npx vitest run',
};

/** @type {Check} */
export const longTests = {
  name: 'long tests',
  args: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.long.config.ts'],
  alone: 'npm test -- long',
  counts: true,
};

/** @type {Check} */
export const administrationTests = {
  name: 'administration in the browser',
  args: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.administration.config.ts'],
  alone: 'npm test -- administration',
  counts: true,
};

/** @type {Check} */
export const journeys = {
  name: 'journeys',
  args: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.journeys.config.ts'],
  alone: 'npm test -- journeys',
  counts: true,
  display: true,
};

/**
 * The checks whose name has this part in it; all of them without one. A Failure when there is none: a slip of the
 * finger must not look like success. Where only some files are run, how much of the core those run says nothing, and is not measured.
 * @param {string | undefined} part @param {string[]} [files] @returns {Check[]}
 */
export function checksNamed(part, files = []) {
  const unit = files.length === 0 ? unitTests : quickUnitTests;
  const all = [...staticChecks, unit, longTests, administrationTests, journeys];
  const found = part === undefined ? all : all.filter(({ name }) => name.includes(part));
  if (found.length > 0) return found;
  throw new Failure(
    `There is no step "${part}".`,
    `name one of these: ${all.map(({ name }) => name).join('; ')}.`,
  );
}

/** @param {string} folder @param {Check} check */
export const reportFile = (folder, check) => join(folder, `${check.name}.json`);

/** @param {string} folder @param {Check} check */
export function argsWithReport(folder, check) {
  if (!check.counts) return check.args;
  return [
    ...check.args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile(folder, check)}`,
  ];
}
