/** Something the caller can mend: a wrong argument, a missing folder. The message says what and how. */
export class CommandError extends Error {
  readonly exitStatus: number;

  constructor(message: string, exitStatus = 2) {
    super(message);
    this.exitStatus = exitStatus;
  }
}
