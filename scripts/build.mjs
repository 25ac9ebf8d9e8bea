// Builds the app (dist/main, dist/renderer), the command line tool (dist/cli) or the pages of the server
// (dist/administration). Runs under Node 24, after the packages are installed: `node scripts/build.mjs TARGET`.
// The set-up calls it.
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleCli } from './build/bundle-cli.mjs';
import { bundleMain } from './build/bundle-main.mjs';
import { prerender } from './build/prerender.mjs';
import { kindOf, outputFolder, refuseFallback, stampFile, targets, wantedStamp } from './build/targets.mjs';
import { electronPath } from './setup/electron.mjs';
import { projectRoot } from './setup/places.mjs';
import { Failure, runCommand } from './setup/say.mjs';
import { writeStamp } from './setup/stamp.mjs';
import { sweepHalves } from './setup/sweep.mjs';

/** @param {import('./build/targets.mjs').Target} target */
async function build(target) {
  const root = projectRoot;
  const kind = kindOf(process.env['BALIE_RELEASE']);
  if (kind === 'release') refuseFallback(electronPath(root).fallback);
  // Taken before reading the sources: a file changed meanwhile makes the next start build again.
  const stamp = wantedStamp(root, target, kind);
  const output = join(root, outputFolder(kind));
  const half = join(output, `half-${target}-${process.pid}`);
  const define = { __BALIE_TEST_BUILD__: String(kind === 'test') };
  sweepHalves(output, `half-${target}-`);
  try {
    mkdirSync(half, { recursive: true });
    if (target === 'cli') await bundleCli(root, join(half, 'cli'), define);
    else if (target === 'administration') await buildAdministration(root, join(half, 'administration'));
    else await buildApp(root, half, define);
    // A build that fails half way leaves the previous one in place.
    for (const folder of targets[target].folders) {
      rmSync(join(output, folder), { recursive: true, force: true });
      renameSync(join(half, folder), join(output, folder));
    }
    writeStamp(stampFile(root, target, kind), stamp);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  return 0;
}

/** @param {string} root @param {string} half @param {Record<string, string>} define */
async function buildApp(root, half, define) {
  mkdirSync(join(half, 'main'), { recursive: true });
  await Promise.all([bundleMain(root, join(half, 'main'), define), buildScreens(root, half, define)]);
}

/** @param {string} root @param {string} half @param {Record<string, string>} define */
async function buildScreens(root, half, define) {
  const { build: buildRenderer } = await import('vite');
  const outDir = join(half, 'renderer');
  const config = {
    configFile: join(root, 'vite.config.ts'),
    define,
    logLevel: /** @type {const} */ ('warn'),
  };
  await buildRenderer({ ...config, build: { outDir, emptyOutDir: true, manifest: true } });
  await prerender(config, outDir);
}

/** @param {string} root @param {string} outDir */
async function buildAdministration(root, outDir) {
  const { build: buildPages } = await import('vite');
  const folder = join(root, 'renderer', 'administration');
  await buildPages({
    configFile: join(root, 'vite.config.ts'),
    root: folder,
    base: '/administration/',
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input: ['index.html', 'preview.html'].map((page) => join(folder, page)) },
    },
  });
}

await runCommand(() => {
  const target = process.argv[2];
  if (target !== 'app' && target !== 'cli' && target !== 'administration')
    throw new Failure('build.mjs builds app, cli or administration.', 'name one of them.');
  return build(target);
});
