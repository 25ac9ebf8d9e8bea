import type { CDPSession, Page } from 'playwright';

/** What a screen reader gets of something on the page, from Chromium's own tree. */
export type Told = {
  readonly role: string;
  readonly name: string;
  /** Of a heading. */
  readonly level: number | undefined;
  readonly isFocusable: boolean;
  /** Is what changes in it told at once? */
  readonly live: string | undefined;
  /** The element, as long as it is the same one. */
  readonly element: number | undefined;
};

type Node = {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly backendDOMNodeId?: number;
};

/** Reads the whole tree of a page in the order in which it is heard, without what it leaves out. `session`: of the page, so that elements keep their numbers. */
export async function readTree(session: CDPSession): Promise<Told[]> {
  await session.send('Accessibility.enable');
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (node: Node): Node[] => [
    node,
    ...(node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child === undefined ? [] : inOrder(child);
    }),
  ];
  return nodes
    .filter(({ parentId }) => parentId === undefined)
    .flatMap(inOrder)
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [], backendDOMNodeId }) => {
      const property = (of: string) => properties.find((each) => each.name === of)?.value.value;
      const level = property('level');
      const live = property('live');
      return {
        role: String(role?.value ?? ''),
        name: String(name?.value ?? '').trim(),
        level: typeof level === 'number' ? level : undefined,
        isFocusable: property('focusable') === true,
        live: typeof live === 'string' ? live : undefined,
        element: backendDOMNodeId,
      };
    });
}

/** A session for `readTree`. */
export function treeOf(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

/** Places that get the focus by themselves, or never. */
const UNNAMED: ReadonlySet<string> = new Set(['RootWebArea', 'main']);

/**
 * What is wrong with a page for somebody who hears it: not one heading of the first level, levels that are left out, no place for what it
 * is about, something to use or a picture without a name.
 */
export function faultsFor(tree: readonly Told[]): string[] {
  const faults: string[] = [];
  const headings = tree.filter(({ role }) => role === 'heading');
  const first = headings.filter(({ level }) => level === 1);
  if (first.length !== 1 || first[0]?.name === '') faults.push(`${first.length} headings of the first level`);
  let before = 0;
  for (const { level = 0, name } of headings) {
    if (level > before + 1) faults.push(`heading "${name}" of level ${level} comes after level ${before}`);
    before = level;
  }
  const mains = tree.filter(({ role }) => role === 'main').length;
  if (mains !== 1) faults.push(`${mains} places for what the page is about`);
  for (const { role, name, isFocusable } of tree)
    if (name === '' && (isFocusable ? !UNNAMED.has(role) : ['image', 'img', 'dialog'].includes(role)))
      faults.push(`a ${role} without a name`);
  return faults;
}
