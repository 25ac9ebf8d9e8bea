// `npm run tour -- --out DIR [PART…]`: a picture of every screen, on a tall kiosk and on a wide desk screen; with the
// names of parts, of those only.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { drive } from './run/drive.mjs';
import { projectRoot } from './setup/places.mjs';
import { Failure, runCommand, say } from './setup/say.mjs';
import { setUp } from './setup.mjs';

await runCommand(async () => {
  const { out, parts } = readArguments();
  await setUp({ ownDisplay: true, ownPrinters: true });
  for (const size of ['1080x1920', '1920x1080']) {
    say(`Taking the tour on a screen of ${size} …`);
    const status = await drive(projectRoot, 'tests/tour/tour.ts', size, {
      args: parts,
      env: { BALIE_TOUR_OUT: out, BALIE_TOUR_SIZE: size },
    });
    if (status !== 0)
      throw new Failure(
        `The tour on ${size} broke off with status ${status}.`,
        'read the lines above, correct the screen they name, and take the tour again.',
      );
  }
  say(`The pictures are in ${out}.`);
  return 0;
});

/** @returns {{ out: string, parts: string[] }} */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { out: { type: 'string', default: 'tour' } },
      allowPositionals: true,
    });
    return { out: resolve(values.out), parts: positionals };
  } catch (error) {
    throw new Failure(/** @type {Error} */ (error).message, 'write `npm run tour -- --out FOLDER [PART…]`.');
  }
}
