import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { ArticleText, Block, Run } from '../core/domain/article.ts';
import type { Field, SourceFile } from '../core/domain/pack-source.ts';
import { shownAsWritten } from './shown-as-written.ts';

type Fault = { readonly line: number; readonly message: string };

/** A line far inside lists and quotes. Many of them, or one that opens many, keep the parser busy for minutes. */
const TOO_DEEP = /^(?:[ \t]*(?:>|(?:[-*+]|\d+[.)])\s)){8}|^[ \t]{16}[ \t]*\S/;

/** Reads the Markdown of one article: `# title`, a first paragraph, then paragraphs, `## headings` and lists. */
export function readArticleText(path: string, text: string): SourceFile {
  const { alt, body, skipped } = takeAlt(text);
  const faults: Fault[] = [];
  const lineOfNode = (node: Nodes) => (node.position?.start.line ?? 1) + skipped;
  const refuse = (node: Nodes, message: string) => {
    const line = lineOfNode(node);
    // Each tag of a line is a node; what is wrong with them is said once.
    if (!faults.some((fault) => fault.line === line && fault.message === message))
      faults.push({ line, message });
  };
  const deep = body.split('\n').findIndex((line) => TOO_DEEP.test(line));
  if (deep >= 0)
    return {
      path,
      data: undefined,
      faults: [
        { line: deep + 1 + skipped, message: 'Lists and quotes are nested too deep here. Write it flat.' },
      ],
      lineOf: () => undefined,
    };
  const tree = fromMarkdown(body);
  const [first, second, ...rest] = tree.children;
  if (first?.type !== 'heading' || first.depth !== 1)
    faults.push({ line: 1, message: 'Begin with the title: a line that starts with "# ".' });
  if (second?.type !== 'paragraph')
    faults.push({ line: 2, message: 'After the title comes one paragraph that says the whole thing.' });
  const title = first?.type === 'heading' ? textOf(runsOf(first.children, refuse)) : '';
  const lead = second?.type === 'paragraph' ? runsOf(second.children, refuse) : [];
  const blocks = rest.flatMap((node) => blockOf(node, lineOfNode, refuse));
  const data: ArticleText = { title, lead, blocks, ...(alt === undefined ? {} : { alt }) };
  const fixed: Record<string, number> = {
    title: first ? lineOfNode(first) : 1,
    lead: second ? lineOfNode(second) : 1,
  };
  return {
    path,
    data,
    faults,
    shownAsWritten: shownAsWritten(tree, body).map(({ line, message }) => ({
      line: line + skipped,
      message,
    })),
    lineOf: (field) => fixed[String(field[0])] ?? lineInBlocks(blocks, field) ?? 1,
  };
}

/** A first line `alt: …` describes the picture of the article; it is no Markdown. */
function takeAlt(text: string): { alt?: string; body: string; skipped: number } {
  const found = /^alt: *(.+)\r?\n/.exec(text);
  return found?.[1] === undefined
    ? { body: text, skipped: 0 }
    : { alt: found[1].trim(), body: text.slice(found[0].length), skipped: 1 };
}

type Refuse = (node: Nodes, message: string) => void;

function blockOf(node: RootContent, lineOf: (node: Nodes) => number, refuse: Refuse): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(node.children, refuse), line: lineOf(node) }];
    case 'heading':
      if (node.depth !== 2) refuse(node, 'Use "## " for headings inside an article.');
      return [{ kind: 'heading', runs: runsOf(node.children, refuse), line: lineOf(node) }];
    case 'list':
      return [
        {
          kind: 'list',
          ordered: node.ordered === true,
          items: node.children.map((item) => {
            const [only, ...more] = item.children;
            if (only?.type !== 'paragraph' || more.length > 0)
              refuse(item, 'An item of a list is one line of text. Take the rest out.');
            return {
              runs: only?.type === 'paragraph' ? runsOf(only.children, refuse) : [],
              line: lineOf(item),
            };
          }),
        },
      ];
    default:
      refuse(node, `An article cannot hold this (${node.type}). Use paragraphs, "## headings" and lists.`);
      return [];
  }
}

function runsOf(nodes: readonly PhrasingContent[], refuse: Refuse): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'text') return [{ text: node.value.replaceAll(/\s*\n\s*/g, ' ') }];
    if (node.type === 'strong') return [{ text: textOf(runsOf(node.children, refuse)), strong: true }];
    if (node.type === 'break') return [{ text: ' ' }];
    refuse(
      node,
      node.type === 'link'
        ? 'A kiosk has nowhere to go, so no links. Name the organisation and add it to contacts.'
        : `Text cannot hold this (${node.type}). Use plain and **strong** words.`,
    );
    return [];
  });
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function lineInBlocks(blocks: readonly Block[], field: Field): number | undefined {
  const block = field[0] === 'blocks' ? blocks[Number(field[1])] : undefined;
  if (block?.kind === 'list') return block.items[Number(field[3])]?.line ?? block.items[0]?.line;
  return block?.line;
}
