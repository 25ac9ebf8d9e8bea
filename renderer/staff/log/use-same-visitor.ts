import { useCallback, useState } from 'react';
import type { LoggedRow } from '../../../core/contract/desk/log.ts';
import type { QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import type { Stay } from './staying.tsx';

/** The question before, and what of it the next one has too: whoever asked it still speaks the same language. */
type Tie = { readonly to: number; readonly shared: Pick<Stay, 'language' | 'place'> };

/** That the next question is of the same visitor as the one on the card. */
export type SameVisitor = {
  /** The number of the question before; undefined when the next one is of another visitor. */
  readonly after: number | undefined;
  readonly flip: () => void;
  /** What stays as it is shown, and as the next question gets it. */
  readonly shown: (last: QuestionFacts) => QuestionFacts;
  /** Takes what was chosen for the next question; returns what of it is for those after it too. */
  readonly choose: (other: Partial<Stay>) => Partial<Stay>;
  readonly logged: (number: number) => void;
  /** It was taken back: whoever asked it is still there. */
  readonly withdrawn: (number: number) => void;
};

/** `card`: the question that was saved last, as it is in sight: nothing is tied to one that is not. */
export function useSameVisitor(card: LoggedRow | undefined): SameVisitor {
  const [kept, setKept] = useState<Tie>();
  /** The tie of the question that was logged last. */
  const [last, setLast] = useState<{ readonly number: number; readonly tie: Tie }>();
  const tie = kept !== undefined && kept.to === card?.number ? kept : undefined;
  const logged = useCallback(
    (number: number) => {
      setLast(tie && { number, tie });
      setKept(undefined);
    },
    [tie],
  );
  const withdrawn = useCallback(
    (number: number) => {
      if (last?.number === number) setKept(last.tie);
    },
    [last],
  );
  return {
    after: tie?.to,
    flip: () => {
      if (tie !== undefined || card === undefined) return setKept(undefined);
      const { language, place } = card.question;
      setKept({ to: card.number, shared: { language, place } });
    },
    shown: (facts) => ({ ...facts, ...tie?.shared }),
    choose: ({ channel, ...shared }) => {
      if (tie === undefined) return { ...(channel === undefined ? {} : { channel }), ...shared };
      setKept({ ...tie, shared: { ...tie.shared, ...shared } });
      return channel === undefined ? {} : { channel };
    },
    logged,
    withdrawn,
  };
}
