/** A command reads its arguments, prints, and says how it ended: the exit status of the process. */
export type Command = {
  readonly usage: string;
  readonly about: string;
  readonly run: (args: string[]) => number | Promise<number>;
};
