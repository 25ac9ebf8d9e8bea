// The build runs in a child: it needs Node 24 and packages that did not exist when this one started.
import { findNode24, toolEnv } from './node24.mjs';
import { runStep } from './run-step.mjs';
import { Failure } from './say.mjs';

/** @type {Readonly<Record<import('../build/targets.mjs').Target, string>>} */
export const BUILDING = {
  app: 'Building the app',
  cli: 'Building the command line tool',
  administration: 'Building the pages of the server',
};

/** @param {string} root @param {import('../build/targets.mjs').Target} target */
export async function buildTarget(root, target) {
  const label = BUILDING[target];
  const { ok } = await runStep(findNode24(root), ['scripts/build.mjs', target], {
    label,
    cwd: root,
    env: toolEnv(root),
  });
  if (!ok)
    throw new Failure(
      `${label} failed; the output is above.`,
      'correct the first error above, then run the same command again.',
    );
}
