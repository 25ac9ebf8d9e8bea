import { type ReactNode, useCallback, useMemo, useReducer, useRef, useState } from 'react';
import type { HomePage } from '../../core/contract/pages.ts';
import type { Language } from '../../core/domain/words.ts';
import { kiosk } from '../kiosk.ts';
import { IdleWarning } from './idle-warning.tsx';
import { openPlace, type Target } from './open-place.ts';
import { Screen } from './screen.tsx';
import { FailedScreen } from './screens/failed.tsx';
import { Unbroken } from './unbroken.tsx';
import { VisitContext, type VisitTools, VisitToolsContext } from './use-visit.ts';
import { type AtDesk, type Move, move, type Place, type Visit } from './visit.ts';
import { Whereabouts } from './whereabouts.tsx';

type Props = {
  readonly home: HomePage;
  /** The visit begins at the desk's screen, with this ticket; without it, at home. */
  readonly desk: AtDesk | undefined;
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  readonly openDisplay: () => void;
  /** What the visitor ends is not the visit of this page: staff look at the screens with them. */
  readonly leave: (() => void) | undefined;
};

/** One visit, from the home screen on. It ends when the visitor wants, or is not there any more. */
export function Visitor({ home, desk, language, leave, ...tools }: Props) {
  const [failed, setFailed] = useState(false);
  const end = useCallback(() => {
    kiosk.invoke('session:end', {}).catch(() => setFailed(true));
  }, []);
  const stop = leave ?? end;
  return (
    <VisitScreens
      {...{ home, language, stop, failed, ...tools }}
      at={desk === undefined ? undefined : { kind: 'desk', ...desk }}
    >
      <Whereabouts />
      <IdleWarning language={language} stop={stop} />
    </VisitScreens>
  );
}

type ScreensProps = Omit<Props, 'desk' | 'leave'> & {
  /** Where the visit begins, when not at home. */
  readonly at: Place | undefined;
  readonly stop: () => void;
  readonly failed?: boolean;
  readonly children?: ReactNode;
};

/** The screens of a visit. They hold the places and the answers; nothing of it is written anywhere. */
export function VisitScreens({ home, at, stop, failed = false, children, ...given }: ScreensProps) {
  const { language, chooseLanguage, openDisplay } = given;
  const [visit, make] = useReducer(move, {
    places: [{ kind: 'home', page: home }, ...(at === undefined ? [] : [at])],
    moved: 'on',
  } satisfies Visit);
  const [lost, setLost] = useState(false);

  /** How often the visitor chose where to go: a place that comes late, after another choice, is not wanted any more. */
  const chosen = useRef(0);
  const goOn = useCallback((made: Move) => {
    chosen.current++;
    setLost(false);
    make(made);
  }, []);
  const open = useCallback((target: Target) => {
    const mine = ++chosen.current;
    setLost(false);
    openPlace(target).then(
      (place) => mine === chosen.current && make({ kind: 'go', place }),
      () => mine === chosen.current && setLost(true),
    );
  }, []);
  const tools = useMemo<VisitTools>(
    () => ({ home, language, move: goOn, open, stop, chooseLanguage, openDisplay }),
    [home, language, goOn, open, stop, chooseLanguage, openDisplay],
  );

  return (
    <VisitToolsContext value={tools}>
      <VisitContext value={visit}>
        <Unbroken at={visit}>{failed || lost ? <FailedScreen /> : <Screen />}</Unbroken>
        {children}
      </VisitContext>
    </VisitToolsContext>
  );
}
