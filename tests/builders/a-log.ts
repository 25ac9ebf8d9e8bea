import type { Log } from '../../electron/log.ts';

/** A log that is kept, as `code: detail`. */
export function aLog(): Log & { readonly lines: string[]; readonly codes: () => string[] } {
  const lines: string[] = [];
  const write = (code: string, detail: string) => void lines.push(`${code}: ${detail}`);
  const codes = () => lines.map((line) => line.slice(0, line.indexOf(':')));
  return { note: write, trouble: write, lines, codes };
}
