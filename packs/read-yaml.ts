import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Field, SourceFile } from '../core/domain/pack-source.ts';
import { yamlFaults } from './yaml-fault.ts';

/** Aliases can blow a small file up to a huge value; a pack needs next to none. */
const MOST_ALIASES = 50;

type Fault = SourceFile['faults'][number];

/** Reads a YAML 1.2 file. What is wrong with it becomes a fault with its line; nothing is thrown. */
export function readYaml(path: string, text: string): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const faults = yamlFaults([...document.errors, ...document.warnings], lines);
  const lineOf = (field: Field): number | undefined =>
    lineAt(document.contents, field, (offset) => lines.linePos(offset).line);
  if (faults.length > 0) return { path, data: undefined, faults, lineOf };
  try {
    return { path, data: document.toJS({ maxAliasCount: MOST_ALIASES }), faults, lineOf };
  } catch (error) {
    return {
      path,
      data: undefined,
      faults: [aliasFault(document, error as Error, (offset) => lines.linePos(offset).line)],
      lineOf,
    };
  }
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

function lineAt(
  root: Node | null,
  field: Field,
  lineOfOffset: (offset: number) => number,
): number | undefined {
  let node: unknown = root;
  let offset = root?.range?.[0];
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
  return offset === undefined ? undefined : lineOfOffset(offset);
}
