import { type Answers, DONT_KNOW, type Setting } from '../condition.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Flow, FlowCase, Question } from '../flow.ts';
import type { Id } from '../id.ts';
import type { Field } from '../pack-source.ts';
import { questionOf, type Walk, walk } from '../walk.ts';
import type { RemarkInFile } from './finding.ts';

/**
 * Runs the cases of a flow: each must come out where its author says. The remarks are about `cases.yaml`.
 * Expects a flow without faults.
 */
export function checkCases(flow: Flow, cases: readonly FlowCase[], setting: Setting): RemarkInFile[] {
  return cases.flatMap((single, index) => {
    const complaint = judgeNames(flow, single) ?? judgeWalk(flow, single, setting);
    if (complaint === undefined) return [];
    const { severity = 'error', field, message } = complaint;
    return [
      { severity, rule: 'case', field: [index, ...field], message: `Case "${single.name}": ${message}` },
    ];
  });
}

type Complaint = { readonly field: Field; readonly message: string; readonly severity?: 'warning' };

function judgeNames(flow: Flow, { answers, outcome }: FlowCase): Complaint | undefined {
  const unknown = Object.keys(answers).find((id) => !Object.hasOwn(flow.questions, id));
  if (unknown !== undefined)
    return unknownName(['answers', unknown], unknown, 'question', Object.keys(flow.questions));
  return Object.hasOwn(flow.outcomes, outcome)
    ? undefined
    : unknownName(['outcome'], outcome, 'outcome', Object.keys(flow.outcomes));
}

function unknownName(field: Field, id: Id, kind: string, known: string[]): Complaint {
  const meant = didYouMean(id, known);
  const fix = meant === undefined ? 'Correct its name.' : `Did you mean "${meant}"?`;
  return { field, message: `"${id}" is no ${kind} of this flow. ${fix}` };
}

/** A case without a day of its own cannot be judged on a day when a parameter it needs has no value. */
function judgeWalk(flow: Flow, single: FlowCase, setting: Setting): Complaint | undefined {
  const today = single.today ?? setting.today;
  const walked = walk(flow, single.answers, { ...setting, today });
  const complaint = judgeEnd(flow, single, walked);
  return complaint === undefined || !walked.stale || single.today !== undefined
    ? complaint
    : {
        severity: 'warning',
        field: [],
        message: `it cannot be tried on ${today}, when a parameter has no value. Add "today: …".`,
      };
}

function judgeEnd(flow: Flow, { answers, outcome }: FlowCase, { at, trail }: Walk): Complaint | undefined {
  if (at.kind === 'question') return stopped(flow, at.id, answers);
  const way = [...trail, at.id].join(' → ');
  if (at.id !== outcome)
    return {
      field: ['outcome'],
      message: `expected "${outcome}", but the answers lead to "${at.id}" (${way}). Mend the flow or the case.`,
    };
  const unused = Object.keys(answers).find((id) => !trail.includes(id));
  return unused === undefined
    ? undefined
    : {
        field: ['answers', unused],
        message: `"${unused}" is not asked on this path (${way}). Leave it out of the case.`,
      };
}

function stopped(flow: Flow, id: Id, answers: Answers): Complaint {
  const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (given === undefined)
    return { field: ['answers'], message: `it stops at "${id}", which has no answer. Add one.` };
  const question = questionOf(flow, id);
  const quoted = question.kind === 'number' && typeof given === 'string' && /^\d+$/.test(given);
  const fix = quoted
    ? 'Take the quotes away from the number.'
    : `Write ${fitting(question)}, or ${DONT_KNOW}.`;
  return { field: ['answers', id], message: `"${String(given)}" is no answer to "${id}". ${fix}` };
}

function fitting(question: Question): string {
  switch (question.kind) {
    case 'choice':
      return `one of: ${Object.keys(question.answers).join(', ')}`;
    case 'yes-no':
      return 'ja or nee';
    case 'several':
      return `a list of: ${Object.keys(question.answers).join(', ')}`;
    case 'number':
      return `a whole number from ${question.between.join(' to ')}`;
    case 'date':
      return `a day from ${question.between.join(' to ')}`;
    case 'postcode':
      return 'a postcode as in 1234AB';
  }
}
