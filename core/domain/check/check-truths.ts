import type { Answers, Setting, Truth } from '../condition.ts';
import type { Flow, Rule } from '../flow.ts';
import { exitsOf, rulesOf } from '../flow-edges.ts';
import type { Field } from '../pack-source.ts';
import type { Parameters } from '../parameter.ts';
import { valueOn } from '../parameter-value.ts';
import { MOST_PATHS, pathsOf } from '../paths.ts';
import { shiftedSettings } from './chance-amounts.ts';
import { fieldText, type RemarkInFile } from './finding.ts';
import { marksOf, type NeedlessPart, needlessParts, type Spread, spreadOut } from './needless-parts.ts';

/** How a rule was judged; and, when its condition has parts, answers of every sort that came to its list, and with which it was read. */
type Judged = {
  readonly truths: Set<Truth>;
  readonly coming: Map<string, Answers>;
  readonly read: Map<string, Answers>;
};

/** How each rule was judged on all the paths of a flow, and the setting in which. */
type Heard = { readonly rules: ReadonlyMap<Rule, Judged>; readonly setting: Setting };

/**
 * No condition always or never holds: every rule is judged both ways on some path. And no part of one could be left out.
 * Expects a flow with no other fault. It is walked twice: with a value for every parameter, also for one that has none
 * today, because the calendar must not turn good logic bad; and with none at all, for what lies behind `stale` ways. What is
 * found counts only when it does not hang on two amounts that happen to be equal: next year they need not be.
 */
export function checkTruths(written: Flow, setting: Setting): RemarkInFile[] {
  const flow = withoutAliases(written);
  const whole = { ...setting, parameters: withValues(setting) };
  const found = judgeFlow(flow, whole);
  if (found === undefined)
    return [
      error(
        'paths',
        ['questions'],
        `This flow has more than ${MOST_PATHS} paths; nobody can oversee it. Split it in two flows.`,
      ),
    ];
  return shiftedSettings(flow, whole).reduce((left, shifted) => {
    if (left.length === 0) return left;
    const places = judgeFlow(flow, shifted)?.map(({ field }) => fieldText(field));
    return places === undefined ? left : left.filter(({ field }) => places.includes(fieldText(field)));
  }, found);
}

/** Undefined when there are too many paths. */
function judgeFlow(flow: Flow, setting: Setting): RemarkInFile[] | undefined {
  const spreads = new Map(
    rulesOf(flow).flatMap(({ field, rule }) => {
      const spread = rule.when && spreadOut(rule.when, [...field, 'when']);
      return spread === undefined ? [] : [[rule, spread] as const];
    }),
  );
  const heard: Heard[] = [];
  for (const parameters of [setting.parameters, {}]) {
    const listened = listen(flow, { ...setting, parameters }, spreads);
    if (listened === undefined) return undefined;
    heard.push(listened);
  }
  return exitsOf(flow).flatMap(({ field, next }) =>
    typeof next === 'string' ? [] : judgeRules(field, next, heard, spreads),
  );
}

/** A list that no path comes by is not judged: the rule that keeps it out of reach is. */
function judgeRules(
  field: Field,
  rules: readonly Rule[],
  heard: readonly Heard[],
  spreads: ReadonlyMap<Rule, Spread>,
): RemarkInFile[] {
  const walked = heard.find((run) => rules.some((rule) => run.rules.has(rule)));
  if (walked === undefined) return [];
  const stale = rules.findIndex((rule) => walked.rules.get(rule)?.truths.has('stale'));
  return rules.slice(0, stale < 0 ? undefined : stale).flatMap((rule, index) => {
    const judged = walked.rules.get(rule);
    const remarks = alwaysOrNever([...field, index], rule.when !== undefined, judged?.truths ?? new Set());
    const spread = spreads.get(rule);
    return remarks.length > 0 || judged === undefined || spread === undefined
      ? remarks
      : needlessParts(spread, [...judged.coming.values()], [...judged.read.values()], walked.setting).map(
          needless,
        );
  });
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

const NEEDLESS: Readonly<Record<NeedlessPart['why'], string>> = {
  never: 'This part of the condition never holds, whatever is answered.',
  always: 'Whenever this part of the condition is read it holds, so it asks for nothing.',
  'said-already': 'This part of the condition makes no difference: the rest of it says so already.',
};

function needless({ field, why }: NeedlessPart): RemarkInFile {
  return error('truth', field, `${NEEDLESS[why]} Mend it, or leave it out.`);
}

/** Undefined when there are too many paths. */
function listen(flow: Flow, setting: Setting, spreads: ReadonlyMap<Rule, Spread>): Heard | undefined {
  const rules = new Map<Rule, Judged>();
  const judgedOf = (rule: Rule) => {
    const judged = rules.get(rule) ?? { truths: new Set(), coming: new Map(), read: new Map() };
    rules.set(rule, judged);
    return judged;
  };
  // The first rule of a list is read by all that come there.
  const lists = new Map(
    exitsOf(flow).flatMap(({ next }) => (typeof next === 'string' ? [] : [[next[0], next]])),
  );
  let paths = 0;
  const hear = (rule: Rule, truth: Truth, answers: Answers) => {
    const judged = judgedOf(rule);
    judged.truths.add(truth);
    const keep = (which: 'coming' | 'read', of: Rule) => {
      const spread = spreads.get(of);
      if (spread !== undefined) judgedOf(of)[which].set(marksOf(spread, answers, setting), answers);
    };
    keep('read', rule);
    for (const below of lists.get(rule) ?? []) keep('coming', below);
  };
  for (const _ of pathsOf(flow, setting, hear)) if (++paths > MOST_PATHS) return undefined;
  return { rules, setting };
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
