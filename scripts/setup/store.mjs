// Fills the local store with the pack and the directory that come with the project. The command itself sees at once
// that the content is already in.
import { findNode24, toolEnv } from './node24.mjs';
import { runStep } from './run-step.mjs';
import { say } from './say.mjs';

const pack = 'assets/packs/zelfredzaam';
const directory = 'assets/directory';

/**
 * A store that cannot be filled does not keep the app from starting: only the app can mend a damaged
 * store, and it says what to do when it cannot.
 * @param {string} root @param {string} data the data folder
 */
export async function fillStore(root, data) {
  const args = ['dist/cli/balie.mjs', 'content', 'install', pack, '--directory', directory, '--data', data];
  const options = { label: `Looking after the content in ${data}`, cwd: root, env: toolEnv(root) };
  const { ok } = await runStep(findNode24(root), args, options);
  if (ok) return;
  say(`The content could not be put into ${data}; the lines above say why. Balie starts with what is there.`);
  say(
    `Next step: if it shows no content, move ${data} away (what was written there is in it) and start again.`,
  );
}
