/** Something that is said below something else: an answer with its note, a step with its text. */
export type FactLine = {
  readonly title: string;
  readonly text?: string | undefined;
  /** What whoever checks it knows, and a visitor does not read. */
  readonly hidden?: string | undefined;
};
