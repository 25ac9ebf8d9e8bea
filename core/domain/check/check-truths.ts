import type { Setting, Truth } from '../condition.ts';
import type { Flow, Rule } from '../flow.ts';
import { exitsOf } from '../flow-edges.ts';
import type { Field } from '../pack-source.ts';
import type { Parameters } from '../parameter.ts';
import { valueOn } from '../parameter-value.ts';
import { MOST_PATHS, pathsOf } from '../paths.ts';
import type { RemarkInFile } from './finding.ts';

/** How each rule was judged on all the paths of a flow. */
type Heard = ReadonlyMap<Rule, ReadonlySet<Truth>>;

/**
 * No condition always or never holds: every rule is judged both ways on some path.
 * Expects a flow with no other fault. It is walked twice: with a value for every parameter, also for one that has none
 * today, because the calendar must not turn good logic bad; and with none at all, for what lies behind `stale` ways.
 */
export function checkTruths(written: Flow, setting: Setting): RemarkInFile[] {
  const flow = withoutAliases(written);
  const heard: Heard[] = [];
  for (const parameters of [withValues(setting), {}]) {
    const listened = listen(flow, { ...setting, parameters });
    if (listened === undefined)
      return [
        error(
          'paths',
          ['questions'],
          `This flow has more than ${MOST_PATHS} paths; nobody can oversee it. Split it in two flows.`,
        ),
      ];
    heard.push(listened);
  }
  return exitsOf(flow).flatMap(({ field, next }) =>
    typeof next === 'string' ? [] : judgeRules(field, next, heard),
  );
}

/** A list that no path comes by is not judged: the rule that keeps it out of reach is. */
function judgeRules(field: Field, rules: readonly Rule[], heard: readonly Heard[]): RemarkInFile[] {
  const walked = heard.find((run) => rules.some((rule) => run.has(rule)));
  const truths = walked === undefined ? [] : rules.map((rule) => walked.get(rule) ?? new Set<Truth>());
  const stale = truths.findIndex((heardOfRule) => heardOfRule.has('stale'));
  return truths
    .slice(0, stale < 0 ? undefined : stale)
    .flatMap((heardOfRule, index) =>
      alwaysOrNever([...field, index], rules[index]?.when !== undefined, heardOfRule),
    );
}

function alwaysOrNever(field: Field, conditional: boolean, truths: ReadonlySet<Truth>): RemarkInFile[] {
  if (truths.size === 0)
    return [
      error(
        'truth',
        field,
        'This rule is never read: one above it always holds. Remove it, or mend the one above.',
      ),
    ];
  if (!conditional || truths.size > 1) return [];
  const complaint = truths.has('yes')
    ? 'Whenever this rule is read its condition holds. Mend it, or let this be the last rule, with only "go".'
    : 'This condition never holds, whatever is answered. Mend it, or remove the rule.';
  return [error('truth', [...field, 'when'], complaint)];
}

/** By an alias in YAML two lists of rules are one object; here each is judged for itself. */
function withoutAliases(flow: Flow): Flow {
  return JSON.parse(JSON.stringify(flow)) as Flow;
}

/** Undefined when there are too many paths. */
function listen(flow: Flow, setting: Setting): Heard | undefined {
  const heard = new Map<Rule, Set<Truth>>();
  let paths = 0;
  const hear = (rule: Rule, truth: Truth) => heard.set(rule, (heard.get(rule) ?? new Set()).add(truth));
  for (const _ of pathsOf(flow, setting, hear)) if (++paths > MOST_PATHS) return undefined;
  return heard;
}

/** Where a parameter has no value today, its last value is taken for today's. */
function withValues({ parameters, today }: Setting): Parameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([id, parameter]) => [
      id,
      valueOn(parameters, id, today) !== undefined
        ? parameter
        : {
            ...parameter,
            values: parameter.values
              .slice(-1)
              .map((dated) => ({ ...dated, valid_from: today, valid_until: today })),
          },
    ]),
  );
}

function error(rule: string, field: Field, message: string): RemarkInFile {
  return { severity: 'error', rule, field, message };
}
