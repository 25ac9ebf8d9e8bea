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

  /** How often the visitor chose where to go, or came there: what was asked before the last time is not wanted any more. */
  const chosen = useRef(0);
  const goOn = useCallback((made: Move) => {
    chosen.current++;
    make(made);
  }, []);
  const mayFail = useCallback(() => {
    const mine = chosen.current;
    return () => {
      if (mine === chosen.current) goOn({ kind: 'go', place: { kind: 'failed' } });
    };
  }, [goOn]);
  const open = useCallback(
    (target: Target) => {
      const mine = ++chosen.current;
      openPlace(target).then((place) => mine === chosen.current && goOn({ kind: 'go', place }), mayFail());
    },
    [goOn, mayFail],
  );
  const tools = useMemo<VisitTools>(
    () => ({ home, language, move: goOn, open, mayFail, stop, chooseLanguage, openDisplay }),
    [home, language, goOn, open, mayFail, stop, chooseLanguage, openDisplay],
  );

  return (
    <VisitToolsContext value={tools}>
      <VisitContext value={visit}>
        <Unbroken at={visit}>{failed ? <FailedScreen /> : <Screen />}</Unbroken>
        {children}
      </VisitContext>
    </VisitToolsContext>
  );
}
