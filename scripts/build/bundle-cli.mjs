// The command line tool, for Node 24; it takes its packages from node_modules.
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { reportWarning } from './warnings.mjs';

/** @param {string} root @param {string} folder @param {Record<string, string>} define */
export async function bundleCli(root, folder, define) {
  const build = await rolldown({
    input: {
      balie: join(root, 'cli/balie.ts'),
      'check-worker': join(root, 'packs/directory/check-worker.ts'), // started by its file
    },
    platform: 'node',
    external: /^[^./\0]/, // every bare name: a package or a module of Node
    transform: { target: 'node24', define },
    onLog: reportWarning,
  });
  await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  });
  await build.close();
}
