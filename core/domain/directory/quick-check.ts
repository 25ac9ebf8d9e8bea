import type { z } from 'zod';

/** What a quick check gives for what does not fit: why, the schema itself says. */
export const UNFIT: unique symbol = Symbol('does not fit');

type Check = (value: unknown) => unknown;

const compiled = new WeakMap<z.ZodType, Check>();

/**
 * Reads a record by a schema as zod does, several times as fast, and gives UNFIT where zod finds anything to say. Null in
 * a field that can be missed is read as not given. The record is changed: values become what the schema makes of them.
 * The fields of what it gives are in the order of the schema. What it does not know of zod, it leaves to zod.
 */
export function quickCheck<S extends z.ZodType>(schema: S): (value: unknown) => z.output<S> | typeof UNFIT {
  const known = compiled.get(schema) ?? compile(schema);
  compiled.set(schema, known);
  return known as (value: unknown) => z.output<S> | typeof UNFIT;
}

/** The parts of zod's definitions that are read here. */
type Def = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDef } }[];
};
type CheckDef = Readonly<Record<string, unknown>> & { readonly check: string; readonly format?: string };

function compile(schema: z.ZodType): Check {
  const def = schema._zod.def as unknown as Def;
  const base = baseOf(def);
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def);
  if (def.type === 'string' && def.format === undefined) return textOf(checks) ?? leftToZod(schema);
  const steps = checks.map(stepOf);
  if (base === undefined || steps.includes(undefined)) return leftToZod(schema);
  return steps.length === 0 ? base : inTurn([base, ...(steps as Check[])]);
}

function inTurn(checks: readonly Check[]): Check {
  return (value) => {
    let so = value;
    for (const check of checks) {
      so = check(so);
      if (so === UNFIT) return UNFIT;
    }
    return so;
  };
}

function leftToZod(schema: z.ZodType): Check {
  return (value) => {
    const { success, data } = schema.safeParse(value);
    return success ? data : UNFIT;
  };
}

/** The check of a type, without what is asked of it further; undefined for what is not known here. */
function baseOf(def: Def): Check | undefined {
  switch (def.type) {
    case 'number':
      return def.format === undefined
        ? (value) => (typeof value === 'number' && Number.isFinite(value) ? value : UNFIT)
        : undefined;
    case 'enum': {
      const values = new Set(Object.values(def['entries'] as object));
      return (value) => (values.has(value) ? value : UNFIT);
    }
    case 'optional':
      return quickCheck(def['innerType'] as z.ZodType);
    case 'array':
      return listOf(quickCheck(def['element'] as z.ZodType));
    case 'object':
      return isKnownObject(def) ? objectOf(def['shape'] as Shape) : undefined;
    case 'pipe':
      return inTurn([quickCheck(def['in'] as z.ZodType), quickCheck(def['out'] as z.ZodType)]);
    case 'transform':
      return def['transform'] as Check;
    default:
      return undefined;
  }
}

/**
 * The check of a text, all that is asked of it in one: there are many more of these than of anything else. Undefined
 * when something is asked that is not known here, or asked before the text is changed.
 */
function textOf(checks: readonly CheckDef[]): Check | undefined {
  const changes = checks
    .filter(({ check }) => check === 'overwrite')
    .map((def) => def['tx'] as (text: string) => string);
  if (checks.slice(0, changes.length).some(({ check }) => check !== 'overwrite')) return undefined;
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  const patterns: RegExp[] = [];
  const questions: ((text: string) => boolean)[] = [];
  for (const def of checks.slice(changes.length)) {
    const pattern = def['pattern'] as RegExp | undefined;
    if (def.check === 'min_length') least = Math.max(least, def['minimum'] as number);
    else if (def.check === 'max_length') most = Math.min(most, def['maximum'] as number);
    else if (def.check === 'custom') questions.push(def['fn'] as (text: string) => boolean);
    else if (def.format === 'regex' && pattern !== undefined && !pattern.global && !pattern.sticky)
      patterns.push(pattern);
    else return undefined;
  }
  return (value) => {
    if (typeof value !== 'string') return UNFIT;
    let text = value;
    for (const change of changes) text = change(text);
    if (text.length < least || text.length > most) return UNFIT;
    for (const pattern of patterns) if (!pattern.test(text)) return UNFIT;
    for (const fits of questions) if (!fits(text)) return UNFIT;
    return text;
  };
}

/** What is asked of a value further: gives the value, changed if need be. Undefined for what is not known here. */
function stepOf(def: CheckDef): Check | undefined {
  const asked = (fits: (value: number) => boolean): Check => {
    const ask = fits as (value: unknown) => boolean;
    return (value) => (ask(value) ? value : UNFIT);
  };
  const bound = def['value'] as number;
  switch (def.check) {
    case 'number_format':
      return def.format === 'safeint' ? asked(Number.isSafeInteger) : undefined;
    case 'greater_than':
      return asked(
        def['inclusive'] === true ? (value: number) => value >= bound : (value: number) => value > bound,
      );
    case 'less_than':
      return asked(
        def['inclusive'] === true ? (value: number) => value <= bound : (value: number) => value < bound,
      );
    case 'custom':
      return def['type'] === 'custom' ? asked(def['fn'] as (value: unknown) => boolean) : undefined;
    default:
      return undefined;
  }
}

type Shape = Readonly<Record<string, z.ZodType>>;

/** Lets no other fields through, and what can be missed in it is optional and nothing else. */
function isKnownObject(def: Def): boolean {
  const isStrict = (def['catchall'] as z.ZodType | undefined)?._zod.def.type === 'never';
  const fields = Object.values(def['shape'] as Shape);
  return isStrict && fields.every(({ _zod }) => _zod.optin === undefined || _zod.def.type === 'optional');
}

function listOf(element: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return UNFIT;
    for (let index = 0; index < value.length; index++) {
      const part = value[index];
      const so = element(part);
      if (so === UNFIT) return UNFIT;
      if (so !== part) value[index] = so;
    }
    return value;
  };
}

type Field = {
  readonly name: string;
  readonly place: number;
  readonly check: Check;
  readonly canMiss: boolean;
};

/** Goes by the fields that are given, not by those that could be: they are far fewer. */
function objectOf(shape: Shape): Check {
  const fields = new Map<string, Field>();
  for (const [name, schema] of Object.entries(shape))
    fields.set(name, {
      name,
      place: fields.size,
      check: quickCheck(schema),
      canMiss: schema._zod.def.type === 'optional',
    });
  const needed = [...fields.values()].filter(({ canMiss }) => !canMiss).length;
  // Records of one file have the same fields in the same order: the last one says where to look first.
  const usual: Field[] = [];
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return UNFIT;
    const record = value as Record<string, unknown>;
    let before = -1;
    let isAsItShouldBe = true;
    let found = 0;
    let place = 0;
    for (const name in record) {
      let field = usual[place];
      if (field?.name !== name) {
        field = fields.get(name);
        if (field === undefined) return UNFIT;
        usual[place] = field;
      }
      place++;
      const part = record[name];
      if (part === null && field.canMiss) {
        isAsItShouldBe = false;
        continue;
      }
      const so = part === undefined ? UNFIT : field.check(part);
      if (so === UNFIT) return UNFIT;
      if (so !== part) record[name] = so;
      if (!field.canMiss) found++;
      if (field.place < before) isAsItShouldBe = false;
      before = field.place;
    }
    if (found < needed) return UNFIT;
    return isAsItShouldBe ? record : inOrder(record, fields);
  };
}

function inOrder(record: Readonly<Record<string, unknown>>, fields: ReadonlyMap<string, Field>): object {
  const ordered: Record<string, unknown> = {};
  for (const name of fields.keys())
    if (Object.hasOwn(record, name) && record[name] !== null) ordered[name] = record[name];
  return ordered;
}
