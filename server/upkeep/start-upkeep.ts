import type { Logger } from 'pino';

/** The time, and a way to be called later; `later` gives back what calls it off. Passed in, so that tests need not wait. */
export type Clock = {
  readonly now: () => Date;
  readonly later: (act: () => void, ms: number) => () => void;
};

/** The clock of this computer. It keeps no process alive. */
export const COMPUTER_CLOCK: Clock = {
  now: () => new Date(),
  later: (act, ms) => {
    const timer = setTimeout(act, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** Something that a server does again and again by itself. What is done at one instance may be done at another at the same moment. */
export type Chore = {
  /** For the log. */
  readonly name: string;
  /** Milliseconds until the first time, and from the end of one time to the next. */
  readonly first: number;
  readonly every: number;
  /** Milliseconds until it is tried again after it failed; as `every` when it is not said. */
  readonly again?: number;
  /** What it did is for the log, when it did anything. One that may take long asks before each part whether to go on. */
  readonly run: (now: Date, goesOn: GoesOn) => Promise<object | undefined>;
};

/** Does the server go on? Not any more once it is to stop: that waits for what is being done. */
export type GoesOn = () => boolean;

/** Does chores until it is stopped; `stop` waits for those that run. One that fails is written down and tried again. */
export function startUpkeep(
  chores: readonly Chore[],
  { now, later }: Clock,
  log: Logger,
): { readonly stop: () => Promise<void> } {
  let going = true;
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, () => void>();
  const plan = (chore: Chore, ms: number) => {
    if (going)
      waiting.set(
        chore.name,
        later(() => running.set(chore.name, once(chore)), ms),
      );
  };
  const once = async (chore: Chore) => {
    let next = chore.every;
    try {
      const done = await chore.run(now(), () => going);
      if (done !== undefined) log.info(done, chore.name);
    } catch (error) {
      log.error({ err: error }, `${chore.name}-failed`);
      next = chore.again ?? chore.every;
    }
    plan(chore, next);
  };
  for (const chore of chores) plan(chore, chore.first);
  return {
    stop: async () => {
      going = false;
      for (const callOff of waiting.values()) callOff();
      await Promise.all(running.values());
    },
  };
}
