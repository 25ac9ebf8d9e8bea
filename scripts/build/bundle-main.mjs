// The main process and the preload, for Electron's Node: CommonJS in .cjs files, because the project's
// package.json says "module". Everything but electron itself goes in, so that dist/, package.json and
// assets/ together are a complete app folder.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { REPORT_STYLE } from '../../core/domain/report/report-style.ts';
import { sqliteBinary } from '../setup/sqlite.mjs';
import { reportWarning } from './warnings.mjs';

/** @param {string} root @param {string} folder @param {Record<string, string>} define */
export async function bundleMain(root, folder, define) {
  await bundle(join(root, 'electron/main.ts'), 'main', folder, define, true);
  // A sandboxed preload may require electron and nothing else: it must be one file.
  await bundle(join(root, 'electron/preload.ts'), 'preload', folder, define, false);
  // Runs in a process of its own; its voices lie beside it.
  await bundle(join(root, 'electron/speech/speaker.ts'), 'speaker', folder, define, false);
  // What comes from outside is read in a process of its own.
  await bundle(join(root, 'electron/updates/updater.ts'), 'updater', folder, define, false);
  await bundle(join(root, 'updates/fetch/fetch-thread.ts'), 'fetch-thread', folder, define, false);
  await bundle(join(root, 'electron/preview/previewer.ts'), 'previewer', folder, define, false);
  await bundle(join(root, 'electron/desk/line/line-process.ts'), 'desk-line', folder, define, false);
  copyFileSync(
    join(root, 'node_modules/@echogarden/espeak-ng-emscripten/espeak-ng.data'),
    join(folder, 'espeak-ng.data'),
  );
  copyFileSync(sqliteBinary(root), join(folder, 'better_sqlite3.node'));
  const migrations = join(root, 'db/migrations');
  if (existsSync(migrations)) cpSync(migrations, join(folder, 'migrations'), { recursive: true });
  stylePaper(root, join(folder, 'print'));
}

/** The letters of the screens, for paper. */
const letters = {
  'atkinson-hyperlegible-next': ['latin-ext', 'latin'],
  'noto-sans-arabic': ['arabic'],
};

/** The style sheets of what is printed, with their letters beside them. @param {string} root @param {string} folder */
function stylePaper(root, folder) {
  mkdirSync(join(folder, 'files'), { recursive: true });
  const faces = Object.entries(letters).flatMap(([name, subsets]) =>
    subsets.flatMap((subset) => [400, 600, 700].map((weight) => ({ name, file: `${subset}-${weight}` }))),
  );
  const sheets = faces.map(({ name, file }) => {
    const from = join(root, 'node_modules/@fontsource', name);
    const woff2 = `${name}-${file}-normal.woff2`;
    copyFileSync(join(from, 'files', woff2), join(folder, 'files', woff2));
    return readFileSync(join(from, `${file}.css`), 'utf8');
  });
  writeFileSync(join(folder, 'letters.css'), sheets.join('\n'));
  // The style of reports is part of the program: the server hands it out too.
  writeFileSync(join(folder, 'report.css'), [...sheets, REPORT_STYLE].join('\n'));
  for (const own of ['slip.css', 'fact-sheet.css', 'tally.css'])
    copyFileSync(join(root, 'electron/print', own), join(folder, own));
}

/** @param {string} entry @param {string} name @param {string} folder @param {Record<string, string>} define @param {boolean} split */
async function bundle(entry, name, folder, define, split) {
  const build = await rolldown({
    input: { [name]: entry },
    platform: 'node',
    external: ['electron', /^electron\//],
    transform: { target: 'node18', define },
    onLog: reportWarning,
  });
  await build.write({
    dir: folder,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: split,
    sourcemap: false,
    // V8 keeps the text of what it runs: without remarks it is half as long, and a letter that is not ASCII would
    // double all of it again. Names stay, for the log.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true, asciiOnly: true } },
  });
  await build.close();
}
