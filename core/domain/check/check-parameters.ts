import { type Condition, comparisonsIn, parametersIn } from '../condition.ts';
import type { Flow, Question } from '../flow.ts';
import { rulesOf } from '../flow-edges.ts';
import type { Pack } from '../pack.ts';
import type { PackSource } from '../pack-source.ts';
import type { Parameters, Unit } from '../parameter.ts';
import { holesIn } from '../running-text.ts';
import type { Remark } from './finding.ts';
import { textsOf } from './texts.ts';

const FILE = 'parameters.yaml';

/** Three figures behind a point are thousands to a Dutch reader and decimals to a computer. */
const LIKE_THOUSANDS = /^[1-9]\d{0,2}\.\d{3}$/;

/**
 * Parameters count what they are compared with, are numbers as their author meant them, and are used: in a text or in a condition.
 * An unknown name is left to `checkReferences`.
 */
export function checkParameters(pack: Pack, source: PackSource): Remark[] {
  return [
    ...pack.flows.flatMap(({ flow }) => otherUnits(flow, pack.parameters)),
    ...thousands(pack.parameters, source),
    ...unused(pack),
  ];
}

function otherUnits(flow: Flow, parameters: Parameters): Remark[] {
  return rulesOf(flow).flatMap(({ field, rule: { when } }) =>
    (when === undefined ? [] : comparisonsIn(when, [...field, 'when'])).flatMap((comparison) => {
      const { question: asked, condition } = comparison;
      const question = Object.hasOwn(flow.questions, asked) ? flow.questions[asked] : undefined;
      const counted = question === undefined ? undefined : unitOf(question, condition);
      if (counted === undefined) return [];
      return parametersIn(condition).flatMap((id): Remark[] => {
        const unit = Object.hasOwn(parameters, id) ? parameters[id]?.unit : undefined;
        if (unit === undefined || unit === counted) return [];
        return [
          error(
            'unit',
            `flows/${flow.id}/flow.yaml`,
            comparison.field,
            `"${id}" has the unit ${unit}, and what it is compared with, "${asked}", is in ${counted}. Take a parameter in ${counted}, or correct the unit.`,
          ),
        ];
      });
    }),
  );
}

/** What a condition compares of a question, as it is counted; undefined of what has no unit. */
function unitOf(question: Question, { answer, age, months_since, days_since }: Condition): Unit | undefined {
  if (age !== undefined) return 'year';
  if (months_since !== undefined) return 'month';
  if (days_since !== undefined) return 'day';
  return answer !== undefined && question.kind === 'number' ? question.unit : undefined;
}

/** Percentages are left alone: some have three decimals. */
function thousands(parameters: Parameters, source: PackSource): Remark[] {
  const file = source.files.find(({ path }) => path === FILE);
  return Object.entries(parameters).flatMap(([id, { unit, values }]) =>
    unit === 'percent'
      ? []
      : values.flatMap(({ value }, index) => {
          const field = [id, 'values', index, 'value'];
          const written = file?.writtenAt?.(field) ?? String(value);
          return LIKE_THOUSANDS.test(written)
            ? [
                error(
                  'thousands',
                  FILE,
                  field,
                  `"${written}" is read as ${value}: behind a point come decimals. Write thousands without it, ${written.replace('.', '')}, or at most two decimals.`,
                ),
              ]
            : [];
        }),
  );
}

function unused(pack: Pack): Remark[] {
  const used = new Set([
    ...textsOf(pack).flatMap(({ text }) => holesIn(text)),
    ...pack.flows.flatMap(({ flow }) =>
      rulesOf(flow).flatMap(({ rule: { when } }) => (when === undefined ? [] : parametersIn(when))),
    ),
  ]);
  return Object.keys(pack.parameters)
    .filter((id) => !used.has(id))
    .map((id) => ({
      ...error(
        'unused',
        FILE,
        [id],
        `No text and no condition uses "${id}". Write {${id}} in a text, or remove it.`,
      ),
      severity: 'warning',
    }));
}

function error(rule: string, file: string, field: Remark['field'], message: string): Remark {
  return { severity: 'error', rule, file, field, message };
}
