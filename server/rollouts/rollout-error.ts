/**
 * A roll-out was not changed. `not-found`: the library has none of this id; `not-now`: it is not in the state for it; `not-this`: what
 * was asked makes no sense. The message is for people: a sentence, and what to do.
 */
export class RolloutError extends Error {
  readonly fault: 'not-found' | 'not-now' | 'not-this';

  constructor(fault: RolloutError['fault'], message: string) {
    super(message);
    this.fault = fault;
  }
}
