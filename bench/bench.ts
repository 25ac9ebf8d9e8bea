// `npm run bench [-- --json FILE] [ROW…]`: what the app costs, beside a floor measured in the same run.
// A goal that is not met is told plainly and is no error: this measures, it does not judge.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../scripts/setup/say.mjs';
import { type Result, type Row, resultOf } from './row.ts';
import { dashboard } from './rows/dashboard.ts';
import { directoryImport } from './rows/directory-import.ts';
import { fleet } from './rows/fleet.ts';
import { helpRequest } from './rows/help-request.ts';
import { ingestPostgres } from './rows/ingest-postgres.ts';
import { ingestSqlite } from './rows/ingest-sqlite.ts';
import { logQuestion } from './rows/log-question.ts';
import { manifestVerify } from './rows/manifest-verify.ts';
import { memory } from './rows/memory.ts';
import { openService } from './rows/open-service.ts';
import { packInstall } from './rows/pack-install.ts';
import { packUpdateBytes } from './rows/pack-update-bytes.ts';
import { poll } from './rows/poll.ts';
import { searchKeystroke } from './rows/search-keystroke.ts';
import { searchRecall } from './rows/search-recall.ts';
import { start } from './rows/start.ts';
import { tapToPaint } from './rows/tap-to-paint.ts';
import { tapToPaintInstalling } from './rows/tap-to-paint-installing.ts';
import { tableOf } from './table.ts';

const ROWS: readonly Row[] = [
  start,
  tapToPaint,
  memory,
  searchKeystroke,
  dashboard,
  searchRecall,
  openService,
  directoryImport,
  packUpdateBytes,
  packInstall,
  manifestVerify,
  logQuestion,
  ingestSqlite,
  ingestPostgres,
  tapToPaintInstalling,
  poll,
  helpRequest,
  fleet,
];

type Plan = { readonly rows: readonly Row[]; readonly json: string | undefined };

/** What the arguments ask for; a complaint when they make no sense. */
function readPlan(args: string[]): Plan | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'string' } },
      allowPositionals: true,
    });
    const unknown = positionals.filter((name) => !ROWS.some((row) => row.name === name));
    if (unknown.length > 0) return `There is no row ${unknown.map((name) => `"${name}"`).join(' or ')}.`;
    return {
      rows: positionals.length === 0 ? ROWS : ROWS.filter(({ name }) => positionals.includes(name)),
      json: values.json,
    };
  } catch (error) {
    return (error as Error).message;
  }
}

async function run({ rows, json }: Plan): Promise<number> {
  // Now, and not after minutes of measuring.
  if (json !== undefined) mkdirSync(dirname(json), { recursive: true });
  const results: Result[] = [];
  const failed: string[] = [];
  for (const row of rows) {
    console.log(`${row.name}:`);
    try {
      results.push(resultOf(row, await row.measure((line) => console.log(`  ${line}`))));
    } catch (error) {
      // The other rows took minutes: they are not thrown away.
      console.error(`  FAILED ${String((error as Error).stack ?? error)}`);
      failed.push(row.name);
    }
  }
  if (results.length > 0) console.log(`\n${tableOf(results)}`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);
  if (failed.length === 0) return 0;
  console.error(`Not measured: ${failed.join(', ')}. Next step: \`npm run bench -- ${failed.join(' ')}\`.`);
  return 1;
}

// Ends what is still running, also when a measurement breaks off.
await runCommand(async () => {
  const plan = readPlan(process.argv.slice(2));
  if (typeof plan !== 'string') return run(plan);
  const names = ROWS.map(({ name }) => name).join(', ');
  console.error(`${plan}\n  Write \`npm run bench [-- --json FILE] [ROW…]\`; the rows are ${names}.`);
  return 2;
});
