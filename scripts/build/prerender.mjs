// Draws the first screen at build time, so that the page comes with it and it is on the glass before the app has begun.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const EMPTY = '<div id="root"></div>';

/**
 * Puts the first screen and its styles into the index.html that was built.
 * @param {import('vite').InlineConfig} config of the screens @param {string} built their folder
 */
export async function prerender(config, built) {
  const { build } = await import('vite');
  const folder = `${built}-drawn`;
  await build({
    ...config,
    define: { ...config.define, 'window.balie': 'undefined' }, // Nobody to ask, and nothing that is asked.
    build: { outDir: folder, emptyOutDir: true, ssr: 'prerender.tsx' },
  });
  const { prerender: draw } = await import(pathToFileURL(join(folder, 'prerender.js')).href);
  rmSync(folder, { recursive: true });
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  if (!page.includes(EMPTY)) throw new Error('index.html has no empty root to put the first screen in.');
  const links = stylesOf(built).map((file) => `<link rel="stylesheet" crossorigin href="./${file}">`);
  writeFileSync(
    join(built, 'index.html'),
    page
      .replace('</head>', () => `${links.join('')}</head>`)
      .replace(EMPTY, () => EMPTY.replace('><', () => `>${draw()}<`)),
  );
}

/** The styles of what draws the first screen; those of the page itself are in it. @param {string} built @returns {string[]} */
function stylesOf(built) {
  const manifest = join(built, '.vite', 'manifest.json');
  const { css } = JSON.parse(readFileSync(manifest, 'utf8'))['answer.tsx'];
  rmSync(join(built, '.vite'), { recursive: true });
  return css;
}
