import { describe, expect, it } from 'vitest';
import { type Answer, type Answers, DONT_KNOW, type Setting } from '../../core/domain/condition.ts';
import type { Flow } from '../../core/domain/flow.ts';
import { edgesOf } from '../../core/domain/flow-edges.ts';
import type { Id } from '../../core/domain/id.ts';
import type { Pack } from '../../core/domain/pack.ts';
import { fits, questionOf, turnAt } from '../../core/domain/walk.ts';
import { shippedPack } from './shipped-pack.ts';

/** A question, an answer, the other answers its rules look at, where that leads, and `stale` for a day without values. */
export type NextRow = readonly [question: Id, answer: Answer, others: Answers, next: Id, day?: 'stale'];

/** A day on which no parameter has a value. */
const FAR_DAY = '2199-01-01';

/** One table test for a shipped flow: every row leads where it says, and every edge of the flow stands in a row. */
export function everyNext(flowId: Id, today: string, rows: readonly NextRow[]): void {
  describe(`flow ${flowId}`, () => {
    it.each(rows.map((row) => [rowName(row), row] as const))(
      '%s',
      (_, [question, answer, others, next, day]) => {
        const { flow, parameters } = shipped(flowId);
        const setting: Setting = { today: day === 'stale' ? FAR_DAY : today, parameters };
        const asked = questionOf(flow, question);
        for (const [id, given] of Object.entries({ ...others, [question]: answer }))
          expect(
            fits(questionOf(flow, id), given, setting.today),
            `${id} takes the answer ${String(given)}`,
          ).toBe(true);
        expect(turnAt(asked, answer, { ...others, [question]: answer }, setting)?.go).toBe(next);
      },
    );

    it('stands in the table with every edge it has', () => {
      const { flow, parameters } = shipped(flowId);
      const taken = new Set(rows.map((row) => edgeTaken(flow, row, today, parameters)));
      const edges = edgesOf(flow).map(({ field }) => field.join('.'));
      expect(edges.filter((edge) => !taken.has(edge))).toEqual([]);
    });
  });
}

function rowName([question, answer, others, next, day]: NextRow): string {
  const given = Object.keys(others).length === 0 ? '' : ` (with ${JSON.stringify(others)})`;
  return `${question}: ${JSON.stringify(answer)}${given} leads to ${next}${day === 'stale' ? ', on a day without values' : ''}`;
}

function shipped(flowId: Id): { flow: Flow; parameters: Pack['parameters'] } {
  const pack = shippedPack();
  const found = pack.flows.find(({ flow }) => flow.id === flowId);
  if (found === undefined) throw new Error(`The shipped pack has no flow "${flowId}".`);
  return { flow: found.flow, parameters: pack.parameters };
}

/** The field of the edge that a row takes, found by listening to the rules. */
function edgeTaken(
  flow: Flow,
  [id, answer, others, , day]: NextRow,
  today: string,
  parameters: Pack['parameters'],
): string {
  const question = questionOf(flow, id);
  const exit = exitField(question.kind, answer);
  let rule = -1;
  const turn = turnAt(
    question,
    answer,
    { ...others, [id]: answer },
    { today: day === 'stale' ? FAR_DAY : today, parameters },
    () => rule++,
  );
  const place = turn?.stale ? ['stale'] : rule < 0 ? exit : [...exit, rule, 'go'];
  return ['questions', id, ...place].join('.');
}

function exitField(kind: string, answer: Answer): (string | number)[] {
  if (answer === DONT_KNOW) return ['dont_know'];
  if (kind === 'choice') return ['answers', String(answer), 'next'];
  if (kind === 'yes-no') return [answer === 'ja' ? 'yes' : 'no'];
  return ['next'];
}
