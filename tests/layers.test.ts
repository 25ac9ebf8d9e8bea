// Proves that the layer tool still sees: breaches planted in a copy of the house are reported with the
// project's own configuration, and a clean house passes.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { judge, readLayers } from '../scripts/checks/layers.mjs';
import { projectRoot } from '../scripts/setup/places.mjs';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function house(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'balie-layers-'));
  folders.push(folder);
  for (const file of ['tsconfig.json', 'package.json'])
    copyFileSync(join(projectRoot, file), join(folder, file));
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const clean = {
  'core/domain/topic.ts':
    "import { z } from 'zod';\nexport const Topic = z.string();\nexport type Topic = z.infer<typeof Topic>;",
  'core/contract/ipc.ts': "export { Topic } from '../domain/topic.ts';",
  'db/open.ts': "import Database from 'better-sqlite3';\nexport const open = () => new Database('');",
  'db/search/stem.ts': "import snowball from 'snowball-stemmers';\nexport const stem = snowball;",
  'maps/lay-out.ts': "import '@dagrejs/dagre';\nimport '../core/domain/topic.ts';",
  'packs/read.ts':
    "import 'node:fs';\nimport 'yaml';\nimport type { Topic } from '../core/domain/topic.ts';\nexport type Read = Topic;",
  'trust/sign.ts':
    "import 'node:crypto';\nimport '@tufjs/models';\nimport 'tuf-js';\nimport 'zod';\nimport '../core/domain/topic.ts';",
  'updates/refresh.ts':
    "import 'tuf-js';\nimport '../db/open.ts';\nimport '../packs/read.ts';\nimport '../trust/sign.ts';",
  'desk-line/find.ts':
    "import 'multicast-dns';\nimport '../core/domain/topic.ts';\nimport '../trust/sign.ts';",
  'sheets/write.ts': "import 'csv-stringify/sync';\nimport '../core/domain/topic.ts';",
  'electron/desk/line/line-process.ts': "import '../../../desk-line/find.ts';",
  'electron/ipc/serve.ts':
    "import { ipcMain } from 'electron';\nimport type {} from '../../core/contract/ipc.ts';\nexport const serve = () => ipcMain;",
  'electron/handlers/topics.ts': "import '../ipc/serve.ts';\nimport '../../db/open.ts';",
  'electron/main.ts': "import './ipc/serve.ts';\nimport './handlers/topics.ts';\nimport './sync/send.ts';",
  'electron/sync/send.ts': "import 'node:fs';\nimport '../../db/open.ts';",
  'renderer/app.tsx':
    "import 'react';\nimport '../maps/lay-out.ts';\nimport type { Topic } from '../core/domain/topic.ts';\nexport type Shown = Topic;",
  'cli/balie.ts': "import '../db/open.ts';\nimport '../packs/read.ts';\nimport '../updates/refresh.ts';",
  'tests/all.test.ts': "import '../renderer/app.tsx';\nimport '../electron/main.ts';",
};

const planted: [rule: string, file: string, text: string][] = [
  ['core-has-no-node', 'core/domain/reads.ts', "import 'node:fs';"],
  ['core-has-only-zod-and-yalps', 'core/domain/parses.ts', "import 'yaml';"],
  ['core-is-pure', 'core/domain/stores.ts', "import type {} from '../../db/open.ts';"],
  ['nothing-loose-in-core', 'core/contract/loose.ts', "import '../loose.ts';"],
  ['db-uses-core', 'db/shows.ts', "import '../electron/sync/send.ts';"],
  ['db-has-only-sqlite-and-stems', 'db/parses.ts', "import 'yaml';"],
  ['maps-use-core', 'maps/reads.ts', "import '../packs/read.ts';"],
  ['maps-have-no-node', 'maps/writes.ts', "import 'node:fs';"],
  ['maps-have-only-a-layout', 'maps/draws.ts', "import 'react';"],
  ['packs-use-core', 'packs/stores.ts', "import '../db/open.ts';"],
  ['packs-read-yaml-markdown-and-pictures', 'packs/draws.ts', "import 'react';"],
  ['trust-uses-core', 'trust/reads.ts', "import '../packs/read.ts';"],
  ['trust-has-only-tuf-and-argon2', 'trust/parses.ts', "import 'yaml';"],
  ['updates-use-core-db-packs-trust', 'updates/tells.ts', "import '../electron/sync/send.ts';"],
  ['updates-have-only-tuf', 'updates/parses.ts', "import 'yaml';"],
  ['desk-line-uses-core-trust', 'desk-line/stores.ts', "import '../db/open.ts';"],
  ['desk-line-has-only-multicast-dns', 'desk-line/parses.ts', "import 'yaml';"],
  ['sheets-use-core', 'sheets/stores.ts', "import '../db/open.ts';"],
  ['sheets-have-only-what-writes-them', 'sheets/parses.ts', "import 'yaml';"],
  ['only-the-line-listens-to-the-network', 'electron/hears.ts', "import '../desk-line/find.ts';"],
  [
    'electron-uses-core-db-maps-packs-trust-updates',
    'electron/print/page.ts',
    "import type {} from '../../renderer/app.tsx';",
  ],
  ['features-know-no-ipc', 'electron/sync/tells.ts', "import '../ipc/serve.ts';"],
  ['features-know-no-ipc', 'electron/window.ts', "import './handlers/topics.ts';"],
  ['renderer-uses-core-and-maps', 'renderer/asks.ts', "import '../electron/sync/send.ts';"],
  ['renderer-uses-core-and-maps', 'renderer/lists.ts', "import '../packs/read.ts';"],
  ['renderer-has-no-node', 'renderer/reads.ts', "import 'node:fs';"],
  ['renderer-has-no-main-process-packages', 'renderer/shell.ts', "import 'electron';"],
  ['server-uses-core-db-packs-trust', 'server/main.ts', "import '../updates/tells.ts';"],
  ['server-has-only-its-own-packages', 'server/draws.ts', "import 'react';"],
  ['kiosk-has-no-server-packages', 'updates/listens.ts', "import 'fastify';"],
  ['cli-uses-core-db-maps-packs-trust-updates-server', 'cli/shows.ts', "import '../electron/main.ts';"],
  ['scripts-need-nothing-installed', 'scripts/setup.mjs', "import 'yaml';"],
  ['no-cycles', 'core/domain/egg.ts', "import './hen.ts';"],
  ['everything-is-found', 'core/domain/lost.ts', "import './nowhere.ts';"],
  ['no-package-left-to-chance', 'electron/sync/lucky.ts', "import 'acorn';"],
];
const alsoThere = { 'core/domain/hen.ts': "import './egg.ts';", 'core/loose.ts': 'export {};' };

it('passes a clean house, and has read every file of it', { timeout: 60_000 }, () => {
  const { seen, breaches } = readLayers(projectRoot, house(clean));
  expect(breaches).toEqual([]);
  expect(seen).toEqual(expect.arrayContaining(Object.keys(clean)));
});

it('reports every planted breach by its rule', { timeout: 60_000 }, () => {
  const breached = Object.fromEntries(planted.map(([, file, text]) => [file, text]));
  const { breaches } = readLayers(projectRoot, house({ ...clean, ...alsoThere, ...breached }));
  for (const [rule, file] of planted) {
    expect(
      breaches.some((breach) => breach.startsWith(`${rule}: ${file}`)),
      `${rule} in ${file}`,
    ).toBe(true);
  }
});

it('does not take a blind tool for a clean house', () => {
  const { breaches } = judge({ modules: [], summary: { violations: [] } }, ['core', 'db']);
  expect(breaches).toHaveLength(2);
  expect(judge({ modules: [], summary: { violations: [] } }, []).breaches).toHaveLength(1);
});
