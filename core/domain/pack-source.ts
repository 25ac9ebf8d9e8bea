/** The way to a value inside a file: names of fields and positions in lists, from the outside in. */
export type Field = readonly (string | number)[];

/** A text file of a pack as it was read: its data, and where each piece of it stands. */
export type SourceFile = {
  /** Relative to the pack, with forward slashes: `flows/huurtoeslag/flow.yaml`. */
  readonly path: string;
  readonly data: unknown;
  /** What kept the file from being read as YAML or Markdown. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  /** The line (from 1) of a field, or of the nearest part of it that is there. */
  readonly lineOf: (field: Field) => number | undefined;
  /** How a single value is written: "12.500" where the data have 12.5. Not of every kind of file. */
  readonly writtenAt?: (field: Field) => string | undefined;
  /** The lines on which a text without quotes ends because a `#` follows it: what stands behind that is a comment. */
  readonly cutOffAt?: readonly number[];
  /** What its author meant as Markdown and a screen shows otherwise, with the fix. Only of articles. */
  readonly shownAsWritten?: readonly { readonly line: number; readonly message: string }[];
};

/** A media file of a pack: what it turned out to be, or what is wrong with it and how to mend that. */
export type SourceMedia = {
  readonly path: string;
  readonly bytes: number;
  readonly type?: 'image/png' | 'image/jpeg';
  readonly fault?: string;
};

/** A pack as it lies in its folder, before anybody has judged it. */
export type PackSource = { readonly files: readonly SourceFile[]; readonly media: readonly SourceMedia[] };
