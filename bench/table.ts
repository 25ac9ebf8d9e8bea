import type { Result } from './row.ts';

const HEAD = ['row', 'unit', 'median', 'p99', 'floor', 'ratio', 'met', 'goal'] as const;

/** The results below each other, for people. */
export function tableOf(results: readonly Result[]): string {
  const lines = [HEAD, ...results.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => String(line[column]).length)));
  const padded = (line: readonly string[]) =>
    line.map((cell, column) =>
      isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
  return lines.map((line) => padded(line).join('  ').trimEnd()).join('\n');
}

function cells({ name, unit, median, p99, floor, ratio, met, goal }: Result): readonly string[] {
  return [
    name,
    unit,
    ...[median, p99, floor].map((value) => value.toFixed(1)),
    ratio.toFixed(2),
    met ? 'yes' : 'NO',
    goal,
  ];
}

function isNumber(column: number): boolean {
  return column >= 2 && column <= 5;
}
