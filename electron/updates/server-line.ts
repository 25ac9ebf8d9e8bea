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
  /** Tells it of handovers and hears of them, and of nothing else. */
  readonly tellHandovers: () => Promise<Spoken>;
  /** Asks it whether this device may belong to a library. */
  readonly enrol: (wanted: Wanted) => Promise<Spoken>;
};

/**
 * The same, one at a time: two that tell would send the same batch, and who enrols changes to whom it is told. Whoever asks to tell what is
 * about to be told hears what comes of that. Whoever asks while it goes on is told of after it: that one may be past what came since.
 */
export function oneAtATime(line: ServerLine): ServerLine {
  let busy: Promise<unknown> = Promise.resolve();
  const inTurn = (speak: () => Promise<Spoken>) => {
    const spoken = busy.then(speak);
    busy = spoken.catch(() => undefined);
    return spoken;
  };
  const onceMore = (speak: () => Promise<Spoken>) => {
    let waiting: Promise<Spoken> | undefined;
    return () => {
      waiting ??= inTurn(() => {
        waiting = undefined;
        return speak();
      });
      return waiting;
    };
  };
  return {
    tell: onceMore(line.tell),
    tellHandovers: onceMore(line.tellHandovers),
    enrol: (wanted) => inTurn(() => line.enrol(wanted)),
  };
}
