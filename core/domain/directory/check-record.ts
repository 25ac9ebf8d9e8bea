import type { z } from 'zod';
import { quickCheck, UNFIT } from './quick-check.ts';
import { RULE_FIELDS } from './schedule.ts';

/**
 * What is wrong in a record, where, and what was left out for it: the field, the record that the field belongs to, or
 * all of it. `unused`: a field that Balie has no use for; it is left out and nothing is wrong. `nothing`: it stays, and is of less use.
 */
export type Remark = {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly dropped: 'field' | 'record' | 'all' | 'unused' | 'nothing';
};

/** What is left of a record when all that does not fit is left out; nothing, when it is of no use then. */
export type Checked<T> = { readonly value?: T; readonly remarks: readonly Remark[] };

/** Mending one thing can bring another to light, one level up. */
const MOST_ROUNDS = 12;
/** A record with more faults than this is not a record with a slip in it. */
const MOST_FAULTS = 100;

/**
 * Holds a record against its schema. A field that does not fit is left out; where it must be there, the smallest
 * record around it that can be missed is left out instead. Null is read as not given. The record is changed.
 * Most records fit, and then zod is not asked: it is asked what is wrong with those that do not.
 */
export function checkRecord<S extends z.ZodType>(schema: S, record: unknown): Checked<z.output<S>> {
  const remarks: Remark[] = [];
  const root = { record };
  const quick = quickCheck(schema);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fit = quick(root.record);
    if (fit !== UNFIT) return { value: fit, remarks };
    const parsed = schema.safeParse(root.record);
    if (parsed.success) return { value: parsed.data, remarks };
    if (parsed.error.issues.length > MOST_FAULTS)
      return { remarks: [...remarks, { path: [], message: 'has too many faults', dropped: 'all' }] };
    const gone: string[] = [];
    for (const issue of [...parsed.error.issues].reverse()) mend(root, issue, remarks, gone);
    if (root.record === undefined) return { remarks };
  }
  return { remarks: [...remarks, { path: [], message: 'cannot be mended', dropped: 'all' }] };
}

type Parent = Record<string | number, unknown> | unknown[];
type Root = { record: unknown };

/** `gone`: what was left out in this round. A place in it is that of another record by now, and needs no mending. */
function mend(root: Root, issue: z.core.$ZodIssue, remarks: Remark[], gone: string[]): void {
  const path = issue.path as (string | number)[];
  if (gone.some((place) => keyOf(path).startsWith(place))) return;
  if (issue.code === 'unrecognized_keys') {
    const holder = at(root, path) as Record<string, unknown> | undefined;
    for (const key of issue.keys) {
      // Null is read as not given, in a field that is not known too.
      if (holder?.[key] === null) {
        delete holder[key];
        continue;
      }
      if (RULE_FIELDS.has(key)) {
        leaveOut(root, path, { path: [...path, key], message: 'is a rule that is not known' }, remarks, gone);
        return;
      }
      if (holder !== undefined) delete holder[key];
      remarks.push({ path: [...path, key], message: 'is not used', dropped: 'unused' });
    }
    return;
  }
  const value = at(root, path);
  if (value === null && path.length > 0) {
    remove(root, path);
    return;
  }
  // A schedule without a part of its rule would say another thing.
  const isNeeded = value === undefined || RULE_FIELDS.has(path.at(-1) ?? '');
  const message = value === undefined ? 'is missing' : issue.message;
  leaveOut(root, isNeeded ? path.slice(0, -1) : path, { path, message }, remarks, gone);
}

function leaveOut(
  root: Root,
  place: readonly (string | number)[],
  { path, message }: Pick<Remark, 'path' | 'message'>,
  remarks: Remark[],
  gone: string[],
): void {
  remove(root, place);
  gone.push(keyOf(place));
  const dropped =
    place.length === 0 ? 'all' : place.length < path.length || isInList(place) ? 'record' : 'field';
  // Left out in the round before, and now it is missed: that is one thing to tell, not two.
  const before = remarks.findIndex((each) => each.dropped === 'field' && keyOf(each.path) === keyOf(path));
  if (before < 0) remarks.push({ path, message, dropped });
  else remarks[before] = { path, message: remarks[before]?.message ?? message, dropped };
}

function keyOf(path: readonly (string | number)[]): string {
  return path.map((step) => `${step}/`).join('');
}

function isInList(place: readonly (string | number)[]): boolean {
  return typeof place.at(-1) === 'number';
}

function at(root: Root, path: readonly (string | number)[]): unknown {
  let value = root.record;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** Issues are handled from the last on, so that places in lists before it stay right. */
function remove(root: Root, path: readonly (string | number)[]): void {
  const last = path.at(-1);
  if (last === undefined) {
    root.record = undefined;
    return;
  }
  const parent = at(root, path.slice(0, -1)) as Parent | undefined;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (parent !== undefined) delete parent[last];
}
