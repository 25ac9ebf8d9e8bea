// The command line tool, and what is measured of it, for Node 24; both take their packages from node_modules.
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';
import { reportWarning } from './warnings.mjs';

/** @param {string} root @param {string} folder @param {Record<string, string>} define */
export function bundleCli(root, folder, define) {
  return bundleForNode(join(root, 'cli/balie.ts'), root, folder, define);
}

/**
 * One program and the workers that it may start.
 * @param {string} entry @param {string} root @param {string} folder @param {Record<string, string>} define
 */
export async function bundleForNode(entry, root, folder, define = {}) {
  const build = await rolldown({
    input: {
      [basename(entry, '.ts')]: entry,
      // Started by their files.
      'check-worker': join(root, 'packs/directory/check-worker.ts'),
      'fetch-thread': join(root, 'updates/fetch/fetch-thread.ts'),
      'publish-worker': join(root, 'server/reports/publish-worker.ts'),
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
