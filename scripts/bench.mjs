// `npm run bench -- --json FILE [ROW…]`: measurements, never part of the tests. All arguments are the
// measurement's own.
import { drive } from './run/drive.mjs';
import { projectRoot } from './setup/places.mjs';
import { runCommand } from './setup/say.mjs';
import { FOR_MEASURING, setUp } from './setup.mjs';

await runCommand(async () => {
  await setUp(FOR_MEASURING);
  return drive(projectRoot, 'bench/bench.ts', '1080x1920', { args: process.argv.slice(2) });
});
