/** What a word with the server came to. */
export type Spoken =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: string; readonly message: string };

/** What somebody at the screen gives to let this device belong to a library. */
export type Wanted = { readonly server: string; readonly code: string };

/** The ways to speak with the server. */
export type ServerLine = {
  /** Tells it what waits. */
  readonly tell: () => Promise<Spoken>;
  /** Asks it whether this device may belong to a library. */
  readonly enrol: (wanted: Wanted) => Promise<Spoken>;
};

/**
 * The same, one at a time: two that tell would send the same batch, and who enrols changes to whom it is told. Whoever asks to tell while
 * that goes on hears what comes of it.
 */
export function oneAtATime(line: ServerLine): ServerLine {
  let busy: Promise<unknown> = Promise.resolve();
  let telling: Promise<Spoken> | undefined;
  const inTurn = (speak: () => Promise<Spoken>) => {
    const spoken = busy.then(speak);
    busy = spoken.catch(() => undefined);
    return spoken;
  };
  return {
    tell: () => {
      telling ??= inTurn(line.tell).finally(() => {
        telling = undefined;
      });
      return telling;
    },
    enrol: (wanted) => inTurn(() => line.enrol(wanted)),
  };
}
