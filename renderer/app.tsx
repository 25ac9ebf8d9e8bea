import type { i18n } from 'i18next';
import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { HomePage } from '../core/contract/pages.ts';
import { directionOf, type Language } from '../core/domain/words.ts';
import { useActivity } from './hooks/use-activity.ts';
import { kiosk } from './kiosk.ts';
import { Attract } from './visitor/attract/attract.tsx';

type VisitorProps = {
  readonly home: HomePage;
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
};

/** The rest of the screens. Loaded while the first one is looked at, so that the first one is there at once. */
const loadVisitor = () => import('./visitor/visitor.tsx').then((module) => module.Visitor);

/** The attract screen until somebody touches it, then the visit. A new visit is a new page: there is no way back in here. */
export function App({ words }: { readonly words: i18n }) {
  const [language, setLanguage] = useState(kiosk.about.language);
  const [begun, setBegun] = useState<{ home: HomePage; Visitor: ComponentType<VisitorProps> }>();
  useActivity();

  useEffect(() => {
    void loadVisitor();
  }, []);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);

  const chooseLanguage = useCallback(
    (wanted: Language) => {
      void words.changeLanguage(wanted);
      setLanguage(wanted);
    },
    [words],
  );

  const begin = useCallback(
    async (wanted: Language) => {
      chooseLanguage(wanted);
      const [Visitor, home] = await Promise.all([loadVisitor(), kiosk.invoke('content:home', {})]);
      setBegun({ home, Visitor });
    },
    [chooseLanguage],
  );

  return (
    <I18nextProvider i18n={words}>
      {begun === undefined ? (
        <Attract language={language} begin={(wanted) => void begin(wanted)} />
      ) : (
        <begun.Visitor home={begun.home} language={language} chooseLanguage={chooseLanguage} />
      )}
    </I18nextProvider>
  );
}
