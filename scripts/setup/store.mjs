// Fills the local store with the pack that comes with the project. The command itself sees at once
// that the content is already in.
import { findNode24, toolEnv } from './node24.mjs';
import { runStep } from './run-step.mjs';
import { Failure } from './say.mjs';

const pack = 'assets/packs/zelfredzaam';

/** @param {string} root @param {string} data the data folder */
export async function fillStore(root, data) {
  const args = ['dist/cli/balie.mjs', 'content', 'install', pack, '--data', data];
  const options = { label: `Looking after the content in ${data}`, cwd: root, env: toolEnv(root) };
  const { ok } = await runStep(findNode24(root), args, options);
  if (ok) return;
  throw new Failure(
    `The content could not be put into ${data}; the output is above.`,
    'check that this folder can be written to, or name another one in BALIE_DATA_DIR, and start again.',
  );
}
