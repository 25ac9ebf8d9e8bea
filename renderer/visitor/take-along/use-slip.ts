import { useEffect, useState } from 'react';
import type { PaperAtHand, SlipOf } from '../../../core/contract/print.ts';
import type { Slip } from '../../../core/domain/slip.ts';
import type { Language } from '../../../core/domain/words.ts';
import { kiosk } from '../../kiosk.ts';

/** Longer than this nobody waits to hear of printers: a print system that is there answers in a tenth of it. */
const PATIENCE_MS = 1_500;

/**
 * A slip in the visitor's language and what it can be printed on. `undefined`: not known yet; null: there is none. `late`: the print
 * system took so long that the rest is there before it.
 */
export type SlipAtHand = {
  readonly slip: Slip | null | undefined;
  readonly papers: readonly PaperAtHand[] | undefined;
  readonly late: boolean;
};

/** Asks main for a slip, again when the language changes, and once for the printers. */
export function useSlip(of: SlipOf, language: Language): SlipAtHand {
  const [slip, setSlip] = useState<Slip | null>();
  const [papers, setPapers] = useState<readonly PaperAtHand[]>();
  const [late, setLate] = useState(false);
  useEffect(() => {
    let gone = false;
    kiosk.invoke('print:preview', { of, language }).then(
      (found) => gone || setSlip(found),
      () => gone || setSlip(null),
    );
    return () => {
      gone = true;
    };
  }, [of, language]);
  useEffect(() => {
    const patience = setTimeout(() => setLate(true), PATIENCE_MS);
    // Without an answer there is still the telephone.
    void kiosk
      .invoke('print:printers', {})
      .then(setPapers, () => setPapers([]))
      .finally(() => clearTimeout(patience));
    return () => clearTimeout(patience);
  }, []);
  return { slip, papers, late };
}
