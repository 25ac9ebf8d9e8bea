// Who may import whom. Each rule is one door of the house; scripts/checks/layers.mjs runs them and
// fails when the tool has read no module at all.
'use strict';

const node = ['core']; // dependency type of Node's own modules
const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

/** Everything that is neither this folder nor one of the named ones. */
const others = (...names) =>
  `^(?!${names.join('|')}|node_modules)(core|db|maps|packs|trust|updates|desk-line|sheets|electron|renderer|server|cli|tests|bench|scripts|assets)/`;

/** A package counts by its name, wherever node_modules lies. */
const packages = (...names) => `node_modules/(${names.join('|')})(/|$)`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything-is-found',
      comment: 'An import that leads nowhere would escape every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(url|raw|inline)$' },
    },
    { name: 'core-is-pure', severity: 'error', from: { path: '^core/' }, to: { path: others('core/') } },
    { name: 'core-has-no-node', severity: 'error', from: { path: '^core/' }, to: { dependencyTypes: node } },
    {
      name: 'core-has-only-zod-and-yalps',
      comment: 'Shapes (zod), and linear programming (yalps) for what is told of a month.',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: npm, pathNot: packages('zod', 'yalps') },
    },
    {
      name: 'nothing-loose-in-core',
      comment: 'core/ holds core/domain and core/contract, no files of its own.',
      severity: 'error',
      from: {},
      to: { path: '^core/[^/]+$' },
    },
    { name: 'db-uses-core', severity: 'error', from: { path: '^db/' }, to: { path: others('db/', 'core/') } },
    {
      name: 'db-has-only-sqlite-and-stems',
      severity: 'error',
      from: { path: '^db/' },
      to: {
        dependencyTypes: npm,
        pathNot: packages('better-sqlite3', '@types/better-sqlite3', 'snowball-stemmers', 'zod'),
      },
    },
    {
      name: 'maps-use-core',
      severity: 'error',
      from: { path: '^maps/' },
      to: { path: others('maps/', 'core/') },
    },
    { name: 'maps-have-no-node', severity: 'error', from: { path: '^maps/' }, to: { dependencyTypes: node } },
    {
      name: 'maps-have-only-a-layout',
      severity: 'error',
      from: { path: '^maps/' },
      to: { dependencyTypes: npm, pathNot: packages('@dagrejs/[a-z]+') },
    },
    {
      name: 'packs-use-core',
      severity: 'error',
      from: { path: '^packs/' },
      to: { path: others('packs/', 'core/') },
    },
    {
      name: 'packs-read-yaml-markdown-and-pictures',
      severity: 'error',
      from: { path: '^packs/' },
      to: {
        dependencyTypes: npm,
        pathNot: packages(
          'yaml',
          'zod',
          'micromark[^/]*',
          'mdast[^/]*',
          '@types/mdast',
          'fast-png',
          'jpeg-js',
          'csv-parse',
        ),
      },
    },
    {
      name: 'trust-uses-core',
      severity: 'error',
      from: { path: '^trust/' },
      to: { path: others('trust/', 'core/') },
    },
    {
      name: 'trust-has-only-tuf-and-argon2',
      severity: 'error',
      from: { path: '^trust/' },
      to: { dependencyTypes: npm, pathNot: packages('tuf-js', '@tufjs/[a-z-]+', 'hash-wasm', 'zod') },
    },
    {
      name: 'updates-use-core-db-packs-trust',
      severity: 'error',
      from: { path: '^updates/' },
      to: { path: others('updates/', 'core/', 'db/', 'packs/', 'trust/') },
    },
    {
      name: 'updates-have-only-tuf',
      severity: 'error',
      from: { path: '^updates/' },
      to: { dependencyTypes: npm, pathNot: packages('tuf-js', '@tufjs/[a-z-]+', 'zod') },
    },
    {
      name: 'desk-line-uses-core-trust',
      severity: 'error',
      from: { path: '^desk-line/' },
      to: { path: others('desk-line/', 'core/', 'trust/') },
    },
    {
      name: 'desk-line-has-only-multicast-dns',
      severity: 'error',
      from: { path: '^desk-line/' },
      to: {
        dependencyTypes: npm,
        pathNot: packages('multicast-dns', '@types/multicast-dns', 'zod'),
      },
    },
    {
      name: 'sheets-use-core',
      severity: 'error',
      from: { path: '^sheets/' },
      to: { path: others('sheets/', 'core/') },
    },
    {
      name: 'sheets-have-only-what-writes-them',
      severity: 'error',
      from: { path: '^sheets/' },
      to: { dependencyTypes: npm, pathNot: packages('csv-stringify', 'write-excel-file') },
    },
    {
      name: 'only-the-line-listens-to-the-network',
      comment: 'What anybody on the local network may send is read in a process of its own.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/desk/line/line-process\\.ts$' },
      to: { path: '^desk-line/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'electron-uses-core-db-maps-packs-trust-updates',
      comment: 'And the words of the screens, which are data: a slip on paper says what the screen says.',
      severity: 'error',
      from: { path: '^electron/' },
      to: {
        path: others(
          'electron/',
          'core/',
          'db/',
          'maps/',
          'packs/',
          'trust/',
          'updates/',
          'desk-line/',
          'sheets/',
          'renderer/words/([a-z]+/(screens|staff)|screen-words|staff-texts)\\.ts$',
        ),
      },
    },
    {
      name: 'features-know-no-ipc',
      comment: 'Only the composition root (main.ts, rooms.ts) joins the features with ipc/ and handlers/.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(ipc/|handlers/|(main|rooms)\\.ts$)' },
      to: { path: '^electron/(ipc|handlers)/' },
    },
    {
      name: 'renderer-uses-core-and-maps',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: others('renderer/', 'core/', 'maps/') },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: node },
    },
    {
      name: 'renderer-has-no-main-process-packages',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: packages('electron', 'electron-log', 'better-sqlite3', 'fastify', 'kysely', 'yaml') },
    },
    {
      name: 'server-uses-core-db-packs-trust',
      comment: 'db/, because a version of a pack is looked at as the kiosk shows it: out of the same store.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: others('server/', 'core/', 'db/', 'packs/', 'trust/', 'sheets/') },
    },
    {
      name: 'server-has-only-its-own-packages',
      severity: 'error',
      from: { path: '^server/' },
      to: {
        dependencyTypes: npm,
        pathNot: packages(
          'fastify',
          'fastify-type-provider-zod',
          '@fastify/[a-z-]+',
          'kysely',
          'pg',
          '@types/pg',
          'better-sqlite3',
          '@types/better-sqlite3',
          'pino',
          'prom-client',
          'nodemailer',
          '@types/nodemailer',
          '@simplewebauthn/server',
          'openid-client',
          'otpauth',
          'zod',
        ),
      },
    },
    {
      name: 'kiosk-has-no-server-packages',
      comment: 'What an app carries that visitors touch stays small.',
      severity: 'error',
      from: { path: '^(core|db|maps|packs|trust|updates|desk-line|electron)/' },
      to: {
        path: packages(
          'fastify',
          '@fastify',
          'kysely',
          'pg',
          'pino',
          'prom-client',
          'nodemailer',
          'openid-client',
          'otpauth',
          '@simplewebauthn',
        ),
      },
    },
    {
      name: 'cli-uses-core-db-maps-packs-trust-updates-server',
      severity: 'error',
      from: { path: '^cli/' },
      to: { path: others('cli/', 'core/', 'db/', 'maps/', 'packs/', 'trust/', 'updates/', 'server/') },
    },
    {
      name: 'scripts-need-nothing-installed',
      comment: 'They run before the packages are there; scripts/build runs afterwards.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/build[/.]' },
      to: { dependencyTypes: npm, dynamic: false },
    },
    {
      name: 'no-package-left-to-chance',
      comment: 'A package in nobody’s list is there only because another one happens to bring it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^((dist|dist-[a-z]+|coverage|assets)/|scripts/setup/bootstrap/)' },
    combinedDependencies: true, // a small app inside bench/ has a package.json without dependencies
    tsPreCompilationDeps: true, // imports of types count too
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
