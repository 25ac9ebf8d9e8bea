import type { About } from './about.ts';
import type { ChannelName, EventName, Input, KioskEvents, Output } from './ipc.ts';

/** The only thing a screen can reach outside itself: three functions and a few facts, put there by the preload. */
export type Bridge = {
  readonly about: About;
  readonly invoke: <N extends ChannelName>(channel: N, input: Input<N>) => Promise<Output<N>>;
  /** Hears an event until the function it returns is called. */
  readonly on: <N extends EventName>(event: N, hear: (detail: KioskEvents[N]) => void) => () => void;
};

/** The channel that carries every call, and the one that carries every event. */
export const CALLS = 'balie:call';
export const EVENTS = 'balie:event';
