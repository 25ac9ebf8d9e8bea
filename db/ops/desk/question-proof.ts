import { createHash } from 'node:crypto';
import type { DeskQuestion } from '../../../core/domain/desk/desk-question.ts';
import type { ReadDb } from '../../open.ts';
import { type QuestionRow, questionIn } from './question-row.ts';

/** What a row holds besides the question. */
type Kept = {
  readonly loggedAt: string;
  readonly talk: number | null;
  readonly revision: number;
  readonly toldHere?: boolean;
};

const LENGTH = 16;

/** A digest of all that a row holds: SQLite itself does not notice a letter that became another one on the disk. */
export function questionProof(
  question: DeskQuestion,
  { loggedAt, talk, revision, toldHere = false }: Kept,
): string {
  return createHash('sha256')
    .update(JSON.stringify([question, loggedAt, talk, revision, ...(toldHere ? ['told here'] : [])]))
    .digest('hex')
    .slice(0, LENGTH);
}

/** The id of an item begins with its hour (`hourId`), so the hour is written twice: one that rotted is not that of the id any more. */
const OF_OTHER_HOUR = `SELECT seq FROM outbox
  WHERE substr(id, 1, 8) || substr(id, 10, 4) IS NOT printf('%012x', strftime('%s', at) * 1000) LIMIT 1`;

/**
 * What is wrong with the questions in a store, as a sentence for the log: a row that is not what was written, or one of which another thing
 * waits for the server, or an item that waits whose hour no server would read. Undefined when all is right, or there are none yet. `look` is handed each question that is right, for whoever wants to
 * know something of all of them too. Throws SqliteError.
 */
export function rottenQuestion(
  db: ReadDb,
  look: (question: DeskQuestion) => void = () => undefined,
): string | undefined {
  // A server puts aside what is of no type that it knows, and the question would be lost. Only questions begin with an id.
  const mistyped = db
    .prepare<[], string>(
      `SELECT type FROM outbox WHERE type NOT IN ('question', 'question-corrected', 'question-withdrawn')
         AND substr(body, 1, 6) = '{"id":' LIMIT 1`,
    )
    .pluck()
    .get();
  if (mistyped !== undefined) return `a question waits under the unknown type "${mistyped}"`;
  const ofNoHour = db.prepare<[], number>(OF_OTHER_HOUR).pluck().get();
  if (ofNoHour !== undefined) return `the hour of item ${ofNoHour} that waits is not that of its id`;
  const waiting = new Map<string, string>();
  const withdrawn = new Set(
    db
      .prepare<[], string>("SELECT json_extract(body, '$.id') FROM outbox WHERE type = 'question-withdrawn'")
      .pluck()
      .all(),
  );
  for (const { id, body } of db
    .prepare<[], { id: string; body: string }>(
      "SELECT json_extract(body, '$.id') AS id, body FROM outbox WHERE type IN ('question', 'question-corrected') ORDER BY seq",
    )
    .iterate())
    waiting.set(id, body);
  for (const row of db.prepare<[], QuestionRow>('SELECT * FROM desk_questions').iterate()) {
    const { logged_at: loggedAt, talk, revision } = row;
    const toldHere = row.told_here === 1;
    const question = questionIn(row);
    if (row.proof !== questionProof(question, { loggedAt, talk, revision, toldHere }))
      return `question ${row.number} is not what was written`;
    const body = waiting.get(row.id);
    const told = JSON.stringify(revision === 1 ? question : { ...question, revision });
    if (body !== undefined && body !== told)
      return `what waits of question ${row.number} is not what is here`;
    waiting.delete(row.id);
    look(question);
  }
  const [stray] = [...waiting.keys()].filter((id) => !withdrawn.has(id));
  return stray === undefined ? undefined : `what waits is of a question that is not here: ${stray}`;
}
