import type { SealedState } from '../../core/contract/sync/handovers.ts';
import type { HandoverState } from '../../core/domain/desk/handover.ts';

/** A handover that a desk gave. Nothing of the visitor but what is sealed, which nobody here can open. */
export type HandoverRow = {
  readonly id: string;
  readonly library: string;
  readonly branch: string;
  readonly device: string;
  readonly partner: string;
  /** SHA-256 of the code, in hexadecimal. */
  readonly code: string;
  readonly given_at: string;
  /** In which month it is told of, as `2026-11`: settled when it came. */
  readonly month: string;
  /** From when on nothing sealed is here any more, which comes sooner once it was fetched; and nothing at all. */
  readonly sealed_until: string;
  readonly open_until: string;
  readonly state: HandoverState;
  /** The highest number of what the desk said. */
  readonly said: number;
  /** The age file in base64, while it waits, and a few minutes longer (`AGAIN_MS`). */
  readonly sealed: string | null;
  readonly sealed_state: SealedState;
};

/** How many to a partner, and how far they were, were forgotten before their month was told of. */
export type ForgottenRow = {
  readonly library: string;
  readonly month: string;
  readonly partner: string;
  readonly state: HandoverState;
  readonly number: number;
};

/** The tables of handovers. */
export type HandoverTables = {
  readonly handovers: HandoverRow;
  readonly handovers_forgotten: ForgottenRow;
};
