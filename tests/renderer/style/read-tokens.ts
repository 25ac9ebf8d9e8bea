import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const STYLE = join(import.meta.dirname, '../../../renderer/style');

/** The value of every role in one display, for one tint or for none. */
export type Tokens = Readonly<Record<string, string>>;

/** Attributes of the root element, as the style sheets write them, and the tint around what is looked at. */
export type Where = { readonly root: readonly string[]; readonly tint?: string };

/** The tokens that hold there: as the browser does it, the more exact rule wins, then the later one. */
export function tokensWhere({ root, tint }: Where): Tokens {
  const found: { weight: number; order: number; values: Tokens }[] = [];
  rules().forEach(({ selector, values }, order) => {
    const [first = '', inner] = selector.split(' ');
    const onRoot = first.startsWith(':root') ? first : '';
    const needed = onRoot.match(/\[[^\]]+\]/g) ?? [];
    const inside = inner ?? (onRoot === '' ? first : undefined);
    if (!needed.every((each) => root.includes(each))) return;
    if (inside !== undefined && inside !== `[data-tint="${tint}"]`) return;
    // What stands on an element wins from what it inherits, whatever the weight.
    const weight = (inside === undefined ? 0 : 100) + needed.length;
    found.push({ weight, order, values });
  });
  found.sort((a, b) => a.weight - b.weight || a.order - b.order);
  const all: Record<string, string> = Object.assign({}, ...found.map(({ values }) => values));
  const solve = (value: string): string =>
    value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => solve(all[name] ?? ''));
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, solve(value)]));
}

/** All tints that the tokens know. */
export function tints(): string[] {
  return [
    ...new Set(rules().flatMap(({ selector }) => /\[data-tint="([\w-]+)"\]/.exec(selector)?.[1] ?? [])),
  ];
}

function rules(): { selector: string; values: Tokens }[] {
  const css = ['tokens.css', 'themes.css'].map((file) => readFileSync(join(STYLE, file), 'utf8')).join('\n');
  return [...css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(
    ([, selector = '', body = '']) => ({
      selector: selector.trim(),
      values: Object.fromEntries(
        [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value?.trim() ?? '']),
      ),
    }),
  );
}
