import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Output } from '../core/contract/ipc.ts';
import type { HomePage } from '../core/contract/pages.ts';
import type { Role } from '../core/domain/role.ts';
import { directionOf, type Language } from '../core/domain/words.ts';
import { firstPaint } from './first-paint.ts';
import { ScrollingContext } from './hooks/scrolling-context.ts';
import { useActivity } from './hooks/use-activity.ts';
import { type DisplayState, useDisplay } from './hooks/use-display.ts';
import { useLightPress } from './hooks/use-light-press.ts';
import { WordsContext } from './hooks/use-words.ts';
import { kiosk } from './kiosk.ts';
import { Attract } from './visitor/attract/attract.tsx';
import type { Say } from './words/start-words.ts';

type VisitorProps = {
  readonly home: HomePage;
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  readonly openDisplay: () => void;
  /** Begun at the desk's screen, with this ticket. */
  readonly desk: Output<'desk:ticket'> | undefined;
  readonly leave: (() => void) | undefined;
};
type HelpProps = Pick<DisplayState, 'display' | 'change'> & {
  readonly open: boolean;
  readonly close: () => void;
  readonly first: { readonly language: Language; readonly openAdmin: () => void } | undefined;
};
/** `cameBack`: the screens of visitors were open before. */
type DeskOwn = {
  readonly openVisitor: () => void;
  readonly role: Role;
  readonly enter: (role: Role) => void;
  readonly cameBack: boolean;
  readonly helpWanted: boolean;
  readonly helpShown: () => void;
};
type AdminProps = Pick<VisitorProps, 'language' | 'chooseLanguage' | 'openDisplay'> & {
  /** On the desk's own PC: what is behind the door, and the way to the screens of visitors. */
  readonly desk?: DeskOwn | undefined;
};

/** The rest of the screens. Loaded while the first one is looked at, so that the first one is there at once. */
const loadVisitor = () => import('./visitor/visitor.tsx').then((module) => module.Visitor);
/** The display help and its colours: nobody needs them on the first screen. */
const loadHelp = () => import('./visitor/display/display-help.tsx').then((module) => module.DisplayHelp);

type AlertProps = { readonly language: Language; readonly open: (() => void) | undefined };
type BarProps = { readonly language: Language; readonly back: () => void; readonly children: ReactNode };

/** The screens of whoever looks after the kiosk: loaded for them alone. */
const loadAdmin = () => import('./admin/admin.tsx').then((module) => module.Admin);

/** What stands above the screens of visitors at the desk. */
const loadDeskBar = () => import('./staff/desk-bar.tsx').then((module) => module.DeskBar);

/** What rings there when somebody at a screen asks for help. */
const loadAlert = () => import('./staff/help/help-alert.tsx').then((module) => module.HelpAlert);

/** The desk's own PC begins at the door of its staff. */
const isDesk = kiosk.about.profile === 'desk';

/** What there is to show when main cannot say: the screen then sends visitors to the desk. */
const NOTHING: HomePage = {
  languages: [],
  fictional: false,
  topics: [],
  directory: false,
  troubles: ['no-content'],
};

/** The attract screen until somebody touches it, then the visit. A new visit is a new page: there is no way back in here. */
export function App({ wordsIn }: { readonly wordsIn: (language: Language) => Say }) {
  const [language, setLanguage] = useState(kiosk.about.language);
  const [begun, setBegun] = useState<
    Pick<VisitorProps, 'home' | 'desk'> & { Visitor: ComponentType<VisitorProps> }
  >();
  const [help, setHelp] = useState<{ Sheet: ComponentType<HelpProps> }>();
  const [helping, setHelping] = useState(false);
  const [admin, setAdmin] = useState<{ Screens: ComponentType<AdminProps> }>();
  const [bar, setBar] = useState<{ Bar: ComponentType<BarProps> }>();
  const [role, setRole] = useState<Role>('visitor');
  const [alert, setAlert] = useState<{ Alert: ComponentType<AlertProps> }>();
  const [helpWanted, wantHelp] = useState(false);
  const { display, change, scrolling } = useDisplay();
  /** How staff see their own screens, while they look at those of visitors. */
  const [own, keep] = useState({ language, display });
  useActivity();
  useLightPress();

  useEffect(() => {
    void firstPaint
      .then(loadVisitor)
      .then(loadHelp)
      .then((Sheet) => setHelp({ Sheet }));
  }, []);

  useEffect(() => {
    // Only when they change: writing them makes the browser look at the style of the whole page again.
    const { documentElement: page } = document;
    if (page.lang !== language) page.lang = language;
    if (page.dir !== directionOf(language)) page.dir = directionOf(language);
  }, [language]);

  const begin = useCallback(async (wanted: Language, atDesk = false) => {
    setLanguage(wanted);
    // A touch must never do nothing: without an answer there is still the way to the desk.
    const topics = kiosk.invoke('content:home', {}).catch(() => NOTHING);
    const ticket = atDesk
      ? kiosk.invoke('desk:ticket', {}).catch(() => ({ ticket: null, place: null }))
      : undefined;
    const [Visitor, home, desk] = await Promise.all([loadVisitor(), topics, ticket]);
    setBegun({ home, desk, Visitor });
  }, []);
  const openDisplay = useCallback(() => setHelping(true), []);
  const openAdmin = useCallback(async () => {
    const Screens = await loadAdmin();
    setHelping(false);
    setAdmin({ Screens });
  }, []);
  useEffect(() => {
    if (!isDesk) return;
    void openAdmin();
    void loadAlert().then((Alert) => setAlert({ Alert }));
  }, [openAdmin]);
  const lookTogether = useCallback(async () => {
    setBar({ Bar: await loadDeskBar() });
    keep({ language, display });
    await begin(language);
  }, [begin, language, display]);
  const leave = useCallback(() => {
    setBegun(undefined);
    setLanguage(own.language);
    change(own.display);
  }, [own, change]);
  const backToDesk = useCallback(() => {
    leave();
    void kiosk.invoke('visit:at', { kind: 'home', language }).catch(() => undefined); // A refusal is main's to log.
  }, [language, leave]);
  const stopTogether = useCallback(() => {
    leave();
    void kiosk.invoke('session:visitor-gone', {}).catch(() => undefined);
  }, [leave]);
  const isTogether = begun !== undefined;
  const openHelp = useCallback(() => {
    // Only from the screens of visitors: else staff would lose how they see their own.
    if (isTogether) backToDesk();
    setHelping(false);
    wantHelp(true);
  }, [isTogether, backToDesk]);
  // Not in a visit: what a visitor answered is not for whoever comes next.
  const isWaiting = begun === undefined && admin === undefined;
  const visitor = begun && (
    <begun.Visitor
      home={begun.home}
      desk={begun.desk}
      language={language}
      chooseLanguage={setLanguage}
      openDisplay={openDisplay}
      leave={bar && stopTogether}
    />
  );

  return (
    <WordsContext value={wordsIn(language)}>
      <ScrollingContext value={scrolling}>
        {admin && begun === undefined ? (
          <admin.Screens
            language={language}
            chooseLanguage={setLanguage}
            openDisplay={openDisplay}
            desk={
              isDesk
                ? {
                    openVisitor: () => void lookTogether(),
                    role,
                    enter: setRole,
                    cameBack: bar !== undefined,
                    helpWanted,
                    helpShown: () => wantHelp(false),
                  }
                : undefined
            }
          />
        ) : begun === undefined ? (
          !isDesk && (
            <Attract
              language={language}
              begin={(wanted) => void begin(wanted)}
              askDesk={() => void begin(language, true)}
              openDisplay={openDisplay}
            />
          )
        ) : bar ? (
          <bar.Bar language={language} back={backToDesk}>
            {visitor}
          </bar.Bar>
        ) : (
          visitor
        )}
        {alert && <alert.Alert language={language} open={role !== 'visitor' ? openHelp : undefined} />}
        {help && (
          <help.Sheet
            display={display}
            change={change}
            open={helping}
            close={() => setHelping(false)}
            first={isWaiting ? { language, openAdmin: () => void openAdmin() } : undefined}
          />
        )}
      </ScrollingContext>
    </WordsContext>
  );
}
