import type { z } from 'zod';
import { DONT_KNOW } from '../condition.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Field } from '../pack-source.ts';
import { PARAMETER_NAME } from '../parameter-name.ts';

type Issue = z.core.$ZodIssue;

/** A schema's complaint in plain words, with the field it is about. */
export type SchemaRemark = { readonly field: Field; readonly message: string };

/** With the field that the author most likely meant, when it is another. */
type Draft = SchemaRemark & { readonly meant?: Field };

/** What a schema holds against a value, in words that an author can act on. Nothing when the value fits. */
export function schemaRemarks(schema: z.ZodType, data: unknown): SchemaRemark[] {
  const issues = schema.safeParse(data, { error: knownFields }).error?.issues ?? [];
  const drafts = issues.flatMap((issue) => remarksOf(issue, [], data));
  return drafts
    .filter((draft, index) => !drafts.some((other, place) => follows(draft, other, place < index)))
    .map(({ field, message }) => ({ field, message }));
}

/** Quotes as a text program makes them are part of the text, and one may look in vain for a sign that has no shape. */
function unseenFault(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined;
  if (/^[“”„‘’]|[“”]$/u.test(given))
    return `${printed(given)} has curly quotes, and only straight ones are quotes. Type them again, or leave them out.`;
  return /[\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(given)
    ? `${printed(given)} has a sign or space in it that does not show, as comes along from a web page. Type it again.`
    : undefined;
}

/** One mistake is told once: not also as what is missing, nor of the whole that the field is in. */
function follows({ field }: Draft, other: Draft, earlier: boolean): boolean {
  const isAt = (place: Field) =>
    place.length === field.length && field.every((part, index) => place[index] === part);
  if (other.meant !== undefined && isAt(other.meant)) return true;
  return other.field.length > field.length
    ? isAt(other.field.slice(0, field.length))
    : earlier && isAt(other.field);
}

/** The issue itself does not say which fields there are, so they travel in its message. */
const knownFields: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'unrecognized_keys'
    ? Object.keys((issue.inst as z.core.$ZodObject)._zod.def.shape).join(' ')
    : undefined;

function remarksOf(issue: Issue, above: Field, data: unknown): Draft[] {
  const field = [...above, ...(issue.path as (string | number)[])];
  const given = valueAt(data, field);
  const remark = (message: string): Draft[] => [{ field, message }];
  switch (issue.code) {
    case 'invalid_union': {
      const meant = begun(issue.errors);
      if (meant) return meant.flatMap((inner) => remarksOf(inner, field, data));
      return remark(
        'options' in issue && issue.options ? oneOf(issue.options, given) : misfit(given, issue.message),
      );
    }
    case 'invalid_key':
      return remark(
        unseenFault(field.at(-1)) ??
          `"${String(field.at(-1))}" cannot be a name here: ${issue.issues.map(({ message }) => message).join(', ')}.`,
      );
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(field, key, issue.message.split(' '), data));
    case 'invalid_value':
      return remark(oneOf(issue.values, given));
    case 'invalid_type':
      return remark(wrongType(issue.expected, given, field));
    case 'too_big':
      return remark(tooMuch(given, Number(issue.maximum)));
    case 'too_small':
      return remark(tooLittle(given, Number(issue.minimum)));
    default:
      return remark(misfit(given, issue.message));
  }
}

/** Of the alternatives of a union, the one that the author most likely meant: the fault lies inside it. */
function begun(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find((issues) => issues.some(({ path }) => path.length > 0));
}

function misfit(given: unknown, advice: string): string {
  const sentence = `${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`;
  if (given === undefined) return `This field is missing. ${sentence}`;
  return isScalar(given)
    ? (unseenFault(given) ?? `${printed(given)} cannot be used here: ${advice}.`)
    : sentence;
}

/** Answers go by these names everywhere else in a pack. */
const DUTCH_NAMES: ReadonlyMap<string, string> = new Map([
  ['ja', 'yes'],
  ['nee', 'no'],
  [DONT_KNOW, 'dont_know'],
]);

/** In `{ text: Hello, world }` YAML takes what stands behind the comma for a field without a value. */
function unknownField(above: Field, key: string, known: readonly string[], data: unknown): Draft {
  const field = [...above, key];
  const dutch = DUTCH_NAMES.get(key);
  const meant = dutch !== undefined && known.includes(dutch) ? dutch : didYouMean(key, known);
  const problem = `"${key}" is no field here.`;
  if (meant !== undefined)
    return { field, message: `${problem} Did you mean "${meant}"?`, meant: [...above, meant] };
  const others = `use one of: ${known.join(', ')}.`;
  if (valueAt(data, field) !== null) return { field, message: `${problem} Remove it, or ${others}` };
  if (known.join() === 'parameter' && PARAMETER_NAME.test(key))
    return { field, message: `${problem} Did you mean "parameter: ${key}"?`, meant: [...above, 'parameter'] };
  if (/[“”„‘’]/.test(key))
    return {
      field,
      message: `${problem} Curly quotes keep no text together. Put straight quotes around it.`,
    };
  const comma = /^\d+$/.test(key) ? 'number, write a point there.' : 'text, put quotes around that text.';
  return {
    field,
    message: `${problem} If it comes after a comma in a ${comma} Else remove it, or ${others}`,
  };
}

function oneOf(allowed: readonly unknown[], given: unknown): string {
  const options = allowed.map(String);
  const list =
    options.length > 12
      ? `${options.slice(0, 12).join(', ')}, … (${options.length} in all)`
      : options.join(', ');
  if (given === undefined) return `This field is missing. Write one of: ${list}.`;
  const unseen = unseenFault(given);
  if (unseen !== undefined) return unseen;
  const meant = didYouMean(String(given), options);
  return `${printed(given)} cannot be used here. ${meant === undefined ? `Write one of: ${list}.` : `Did you mean "${meant}"?`}`;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'whole number',
  array: 'list, as in [one, two]',
  tuple: 'list of two, as in [0, 120]',
  record: 'group of fields, as in { name: value }',
  object: 'group of fields, as in { name: value }',
};

function wrongType(expected: string, given: unknown, field: Field): string {
  const noun = NOUNS[expected];
  const fix = noun === undefined ? 'Write true or false.' : `Write a ${noun}.`;
  if (given === undefined || given === null) {
    return `This ${field.length === 0 ? 'file' : 'field'} is ${given === null ? 'empty' : 'missing'}. ${fix}`;
  }
  if (expected === 'string' && isScalar(given))
    return `${printed(given)} must be a text here. Put quotes around it.`;
  if (expected === 'number' && typeof given === 'string')
    return unseenFault(given) ?? `${printed(given)} is no number. ${asNumber(given)}`;
  if (expected !== 'string' && typeof given === 'string' && /\t|;[^;]*;/.test(given))
    return `This looks like rows of a spreadsheet. ${fix}`;
  return noun === undefined
    ? `${printed(given)} cannot be used here. ${fix}`
    : `${printed(given)} is no ${noun.split(',')[0]}. ${fix}`;
}

/** "1.234,50" and "€ 18" are numbers to a reader, so the fix can be written out. */
function asNumber(given: string): string {
  const plain = given.replaceAll(/[€%\s]|\.(?=\d{3}(?:\D|$))|,[-–—]/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? `Write ${plain}, without quotes or signs.` : 'Write a number.';
}

function tooMuch(given: unknown, most: number): string {
  if (typeof given === 'string')
    return `This text has ${given.trim().length} letters; at most ${most} fit. Make it shorter.`;
  if (Array.isArray(given)) return `This list has ${given.length} entries; at most ${most} fit. Remove some.`;
  return `${printed(given)} is too high. Write ${most} or less.`;
}

function tooLittle(given: unknown, least: number): string {
  if (typeof given === 'string') return 'This text is empty. Write it.';
  if (Array.isArray(given))
    return `This list has ${given.length} entries; it needs ${least} or more. Add what is missing.`;
  return `${printed(given)} is too low. Write ${least} or more.`;
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function printed(value: unknown): string {
  const text =
    typeof value === 'string' ? `"${value}"` : isScalar(value) ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function valueAt(data: unknown, field: Field): unknown {
  let value = data;
  for (const part of field) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
