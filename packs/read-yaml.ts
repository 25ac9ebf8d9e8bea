import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Field, SourceFile } from '../core/domain/pack-source.ts';
import { TOO_DEEP, yamlFaults } from './yaml-fault.ts';

/** Aliases can blow a small file up to a huge value; a pack needs next to none. */
const MOST_ALIASES = 50;

/** Steps into a file; a map takes two. A pack needs some 30, and what reads it further in has no endless room. */
const MOST_STEPS = 100;

type Fault = SourceFile['faults'][number];

/** Reads a YAML 1.2 file. What is wrong with it becomes a fault with its line; nothing is thrown. */
export function readYaml(path: string, text: string): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const faults = yamlFaults(text, [...document.errors, ...document.warnings], lines);
  const lineOf = (field: Field): number =>
    lineAt(document.contents, field, (offset) => lines.linePos(offset).line);
  if (faults.length > 0) return { path, data: undefined, faults, lineOf };
  const endless = endlessFault(document, (offset) => lines.linePos(offset).line);
  if (endless !== undefined) return { path, data: undefined, faults: [endless], lineOf };
  try {
    const data: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    const cutOffAt = cutOffLines(document, text, (offset) => lines.linePos(offset).line);
    return { path, data, faults, lineOf, writtenAt: (field) => writtenIn(document, field), cutOffAt };
  } catch (error) {
    return {
      path,
      data: undefined,
      faults: [aliasFault(document, error as Error, (offset) => lines.linePos(offset).line)],
      lineOf,
    };
  }
}

function writtenIn(document: Document, field: Field): string | undefined {
  const node = document.getIn(field, true);
  return isScalar(node) ? node.source : undefined;
}

/** Something stands before a comment on its line. Most files have none such, and need not be walked for it. */
const COMMENT_BEHIND = /^[ \t]*[^ \t#\n].*[ \t]#/m;
/** What follows a text when a comment ends it. */
const CUT_OFF = /^[ \t]+#/;

/** The lines on which a value without quotes is followed by a comment: an author who writes "kamer # 3" means all of it. */
function cutOffLines(document: Document, text: string, lineOfOffset: (offset: number) => number): number[] {
  if (!COMMENT_BEHIND.test(text)) return [];
  const lines: number[] = [];
  visit(document, {
    Scalar(key, { type, range }) {
      const end = range?.[1] ?? 0;
      if (
        key !== 'key' &&
        type === 'PLAIN' &&
        CUT_OFF.test(text.slice(end, text.indexOf('\n', end) + 1 || undefined))
      )
        lines.push(lineOfOffset(end));
    },
  });
  return lines;
}

/** What would keep a reader going for ever, or too far: a part that holds itself, and one that is nested too deep. */
function endlessFault(document: Document, lineOfOffset: (offset: number) => number): Fault | undefined {
  let fault: Fault | undefined;
  visit(document, {
    Node(_, node, path) {
      const line = lineOfOffset(node.range?.[0] ?? 0);
      if (path.length > MOST_STEPS) fault = { line, message: TOO_DEEP };
      else if (isAlias(node) && path.some((around) => isInside(node, around, document)))
        fault = {
          line,
          message: `"*${node.source}" stands inside the part that it repeats, so it would never end. Write it out.`,
        };
      return fault === undefined ? undefined : visit.BREAK;
    },
  });
  return fault;
}

/** Names first: to look up what an alias stands for goes through the whole file. */
function isInside(alias: Alias, around: unknown, document: Document): boolean {
  return isCollection(around) && around.anchor === alias.source && alias.resolve(document) === around;
}

/** Why the aliases of a document cannot be followed. A text that begins with a star is meant to be text. */
function aliasFault(document: Document, error: Error, lineOfOffset: (offset: number) => number): Fault {
  const name = /^Unresolved alias.*: (.+)$/.exec(error.message)?.[1];
  if (name === undefined)
    return { line: 1, message: 'This file repeats itself by aliases too often. Write it out.' };
  let offset = 0;
  visit(document, {
    Alias(_, node) {
      if (node.source !== name) return undefined;
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return {
    line: lineOfOffset(offset),
    message: `"*${name}" is read as an alias, and it stands for nothing. Put the text in quotes.`,
  };
}

function lineAt(root: Node | null, field: Field, lineOfOffset: (offset: number) => number): number {
  let node: unknown = root;
  // A file in which nothing stands is wrong from its beginning.
  let offset = root?.range?.[0] ?? 0;
  for (const part of field) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(part));
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)] as Node | undefined;
      if (item === undefined) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return lineOfOffset(offset);
}
