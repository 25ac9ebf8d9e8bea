import type { Nodes } from 'mdast';

type Fault = { readonly line: number; readonly message: string };

/** A row of a table, or the line below its heading. */
const TABLE = /^\s*\|.*\|\s*$|^\s*(?:\|\s*)?:?-{3,}:?\s*\|/;

/**
 * What an author meant as Markdown and a kiosk shows as the signs that were typed, or in another way: tables, struck words, boxes to tick,
 * stars that make nothing strong, and lists that do not begin at 1. By line, in reading order; `text` is what the node was parsed from.
 */
export function shownAsWritten(node: Nodes, text: string): Fault[] {
  const below = 'children' in node ? node.children.flatMap((child) => shownAsWritten(child, text)) : [];
  return [...own(node, text), ...below];
}

function own(node: Nodes, text: string): Fault[] {
  const first = node.position?.start.line ?? 1;
  const written = text.slice(node.position?.start.offset, node.position?.end.offset);
  const atLines = (sign: RegExp, message: string) =>
    written.split('\n').flatMap((line, at) => (sign.test(line) ? [{ line: first + at, message }] : []));
  switch (node.type) {
    case 'paragraph':
      return atLines(
        TABLE,
        'A kiosk shows no table: its lines stand there as they are written. Write a list.',
      ).slice(0, 1);
    case 'text':
      return [
        ...atLines(
          /(?<!\\)~~/,
          'A kiosk strikes no words: the signs "~~" stand there as they are written. Take them out.',
        ),
        ...atLines(
          /(?<!\\)\*\*/,
          'The stars "**" make nothing strong here and stand there as they are written. Put two right before and two right behind the words.',
        ),
      ];
    case 'listItem':
      return /^\S+\s+\[[ xX]?\]\s/.test(written)
        ? [
            {
              line: first,
              message: 'A kiosk has no boxes to tick: "[ ]" stands there as it is written. Take it out.',
            },
          ]
        : [];
    case 'list':
      return node.ordered && node.start !== 1
        ? [
            {
              line: first,
              message: `On the screen every list begins at 1, and this one begins at ${node.start}. Number it from 1, or join it with the list before it.`,
            },
          ]
        : [];
    default:
      return [];
  }
}
