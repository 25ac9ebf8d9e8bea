import { median, percentile } from './statistics.ts';

/** What was measured, and the floor it is compared with: taken in turn, so that noise hits both alike. */
export type Samples = {
  readonly measured: readonly number[];
  readonly floor: readonly number[];
  /** What the p99 is taken of, where that is not `measured`; the goal of the row says what it is. */
  readonly worst?: readonly number[];
  /** Does all else hold that the goal asks for and that is not in these numbers? It does when nothing is said. */
  readonly holds?: boolean;
};

/** What a measurement came to. `floor` is the median of the floor, `floorP99` its p99, `ratio` is of the two medians. */
export type Figures = {
  readonly median: number;
  readonly p99: number;
  readonly floor: number;
  readonly floorP99: number;
  readonly ratio: number;
};

/** One thing that is measured: how, and what it should come to. */
export type Row = {
  readonly name: string;
  readonly unit: string;
  /** The goal, in words. */
  readonly goal: string;
  readonly isMet: (figures: Figures) => boolean;
  /** Measures; `say` takes a line about how far it is. */
  readonly measure: (say: (line: string) => void) => Promise<Samples>;
};

/** A row of the result, as `--json` writes it. */
export type Result = { readonly name: string; readonly unit: string } & Figures & {
    readonly goal: string;
    readonly met: boolean;
  };

/** The result of a row. */
export function resultOf(
  { name, unit, goal, isMet }: Row,
  { measured, floor, worst, holds = true }: Samples,
): Result {
  const figures = {
    median: rounded(median(measured)),
    p99: rounded(percentile(worst ?? measured, 0.99)),
    floor: rounded(median(floor)),
    floorP99: rounded(percentile(floor, 0.99)),
    ratio: rounded(median(measured) / median(floor)),
  };
  return { name, unit, ...figures, goal, met: holds && isMet(figures) };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
