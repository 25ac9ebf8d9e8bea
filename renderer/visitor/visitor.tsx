import { useCallback, useMemo, useReducer, useState } from 'react';
import type { HomePage } from '../../core/contract/pages.ts';
import type { Language } from '../../core/domain/words.ts';
import { kiosk } from '../kiosk.ts';
import { IdleWarning } from './idle-warning.tsx';
import { openPlace, type Target } from './open-place.ts';
import { Screen } from './screen.tsx';
import { FailedScreen } from './screens/failed.tsx';
import { VisitContext, type VisitTools, VisitToolsContext } from './use-visit.ts';
import { move, type Visit } from './visit.ts';

type Props = {
  readonly home: HomePage;
  /** The visit begins at the desk's screen, with this ticket; without it, at home. */
  readonly desk: { readonly ticket: number | null } | undefined;
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  readonly openDisplay: () => void;
};

/** One visit, from the home screen on. It holds the places and the answers; nothing of it is written anywhere. */
export function Visitor({ home, desk, language, chooseLanguage, openDisplay }: Props) {
  const [visit, make] = useReducer(move, {
    places: [
      { kind: 'home', page: home },
      ...(desk === undefined ? [] : [{ kind: 'desk', ...desk } as const]),
    ],
    moved: 'on',
  } satisfies Visit);
  const [failed, setFailed] = useState(false);

  const open = useCallback((target: Target) => {
    openPlace(target).then(
      (place) => make({ kind: 'go', place }),
      () => setFailed(true),
    );
  }, []);
  const stop = useCallback(() => {
    kiosk.invoke('session:end', {}).catch(() => setFailed(true));
  }, []);
  const tools = useMemo<VisitTools>(
    () => ({ home, language, move: make, open, stop, chooseLanguage, openDisplay }),
    [home, language, open, stop, chooseLanguage, openDisplay],
  );

  return (
    <VisitToolsContext value={tools}>
      <VisitContext value={visit}>
        {failed ? <FailedScreen /> : <Screen />}
        <IdleWarning language={language} stop={stop} />
      </VisitContext>
    </VisitToolsContext>
  );
}
