import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { openStore } from '../../../../../db/open-store.ts';
import { passOnQuestions } from '../../../../../db/ops/desk/pass-on.ts';
import { type QuestionRow, questionIn } from '../../../../../db/ops/desk/question-row.ts';
import { recountQuestions } from '../../../../../db/ops/recount-questions.ts';
import { MIGRATIONS } from '../../../../builders/a-store.ts';

const LOG_FOREVER = join(import.meta.dirname, 'log-forever.ts');

/** What a desk was told, by question: the last thing, and all the others are true as well. */
export type Told = ReadonlyMap<string, 'logged' | 'corrected' | 'withdrawn'>;

/**
 * Logs in a process of its own until it is stopped, so many milliseconds after it opened the store. `stop` gives the last moment at which
 * the disk was one, or nothing when it stays one. All that was acknowledged up to then is given, as the process itself put the time to
 * it: what was still on its way to us counts. What was acknowledged later does not, because the disk that said so was being switched off
 * (see `cutPower`).
 */
export async function logUntil(
  dataDir: string,
  ms: number,
  stop: (kill: () => void) => bigint | undefined,
): Promise<Told> {
  const child = spawn(process.execPath, [LOG_FOREVER, dataDir], { stdio: ['ignore', 'pipe', 'ignore'] });
  const kill = () => void child.kill('SIGKILL');
  onTestFinished(kill);
  const said: string[] = [];
  const gone = once(child, 'close');
  const lines = createInterface(child.stdout);
  const opened = once(lines, 'line');
  lines.on('line', (line: string) => said.push(line));
  await opened;
  await sleep(ms);
  const last = stop(kill);
  await gone;
  const told = new Map<string, 'logged' | 'corrected' | 'withdrawn'>();
  for (const line of said) {
    const [what, id, at] = line.split(' ');
    if (at !== undefined && (last === undefined || BigInt(at) < last)) told.set(id ?? '', what as 'logged');
  }
  return told;
}

/**
 * What was acknowledged is there, and no half of anything: the store is sound, and when what was logged last is passed on, as at each start,
 * each question is counted and waits for the server once, and what waits tells of it what is here. Gives how many questions there are.
 */
export function expectAll(dataDir: string, told: Told, what: string): number {
  const opened = openStore(join(dataDir, 'ops.db'), join(MIGRATIONS, 'ops'), { proveSound: true });
  if (opened.db === undefined) throw new Error(`${what}: ${opened.detail}`);
  const { db } = opened;
  try {
    passOnQuestions(db);
    const rows = db.prepare<[], QuestionRow>('SELECT * FROM desk_questions').all();
    const here = new Map(rows.map((row) => [row.id, row]));
    const recount = recountQuestions();
    for (const row of rows) recount.add(questionIn(row));
    expect(recount.mend(db), `${what}: the counts were others`).toBe(false);
    const items = new Map<string, { revision: number; type: string }>();
    let logged = 0;
    for (const { type, body } of db
      .prepare<[], { type: string; body: string }>('SELECT type, body FROM outbox ORDER BY seq')
      .all()) {
      const { id, revision = 1 } = JSON.parse(body) as { id: string; revision?: number };
      if (type === 'question') logged++;
      items.set(id, { revision, type });
    }
    expect(logged, `${what}: each waits once`).toBe(items.size);
    for (const [id, last] of told) {
      if (last === 'withdrawn') expect(here.has(id), `${what}: ${id} was taken back`).toBe(false);
      // It may have gone one step further than was heard.
      else if (!here.has(id))
        expect(items.get(id)?.type, `${what}: ${id} was acknowledged`).toBe('question-withdrawn');
      if (last === 'corrected' && here.has(id))
        expect(here.get(id)?.outcome, `${what}: ${id} was corrected`).toBe('referred');
    }
    for (const [id, { revision, type }] of items)
      expect(here.get(id)?.revision, `${what}: what waits of ${id} is what is here`).toBe(
        type === 'question-withdrawn' ? undefined : revision,
      );
    for (const { id } of rows) expect(items.has(id), `${what}: the server will hear of ${id}`).toBe(true);
    return rows.length;
  } finally {
    db.close();
  }
}
