import { useEffect, useState } from 'react';
import type { PaperAtHand, SlipOf } from '../../../core/contract/print.ts';
import type { Slip } from '../../../core/domain/slip.ts';
import type { Language } from '../../../core/domain/words.ts';
import { kiosk } from '../../kiosk.ts';

/** A slip in the visitor's language and what it can be printed on. `undefined`: not known yet; null: there is none. */
export type SlipAtHand = {
  readonly slip: Slip | null | undefined;
  readonly papers: readonly PaperAtHand[] | undefined;
};

/** Asks main for a slip, again when the language changes, and once for the printers. */
export function useSlip(of: SlipOf, language: Language): SlipAtHand {
  const [slip, setSlip] = useState<Slip | null>();
  const [papers, setPapers] = useState<readonly PaperAtHand[]>();
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
    // Without an answer there is still the telephone.
    kiosk.invoke('print:printers', {}).then(setPapers, () => setPapers([]));
  }, []);
  return { slip, papers };
}
