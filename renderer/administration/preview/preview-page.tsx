import { StrictMode, useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { PACK_ROUTES, type VersionName } from '../../../core/contract/administration/packs.ts';
import type { PackInPreview } from '../../../core/contract/preview.ts';
import adminStyles from '../../admin/admin.module.css';
import { PreviewVisit } from '../../admin/preview/preview-visit.tsx';
import { AdminWordsContext } from '../../admin/use-admin-words.ts';
import { ScrollingContext } from '../../hooks/scrolling-context.ts';
import { useDisplay } from '../../hooks/use-display.ts';
import { WordsContext } from '../../hooks/use-words.ts';
import { DisplayHelp } from '../../visitor/display/display-help.tsx';
import { adminSayings } from '../../words/admin-words.ts';
import { startWords } from '../../words/start-words.ts';
import { ask } from '../api/ask.ts';
import { startLanguage } from '../language.ts';
import { hrefOf } from '../place/place.ts';

const language = startLanguage();
const admin = { say: adminSayings(language), language };
const words = startWords()(language);

/** Shows the screens of a version in a page of their own, under the band that says so. */
export function showPreview(root: HTMLElement, name: VersionName | undefined): void {
  document.documentElement.lang = language;
  if (name === undefined) {
    location.replace(hrefOf([]));
    return;
  }
  createRoot(root).render(
    <StrictMode>
      <AdminWordsContext value={admin}>
        <WordsContext value={words}>
          <Preview name={name} />
        </WordsContext>
      </AdminWordsContext>
    </StrictMode>,
  );
}

function Preview({ name }: { readonly name: VersionName }) {
  const { library, pack, channel, version } = name;
  const [shown, setShown] = useState<PackInPreview>();
  const [helping, setHelping] = useState(false);
  const { display, change, scrolling } = useDisplay();
  const back = useCallback(
    () => location.assign(hrefOf(['packs', library, pack, channel, String(version)])),
    [library, pack, channel, version],
  );
  useEffect(() => {
    ask(PACK_ROUTES.open, { params: { library, pack, channel, version } }).then(
      (opened) => (opened.kind === 'read' && opened.pack !== null ? setShown(opened.pack) : back()),
      back, // there it says why
    );
  }, [library, pack, channel, version, back]);
  const flow = new URLSearchParams(location.search).get('flow');
  if (shown === undefined) return null;
  return (
    <ScrollingContext value={scrolling}>
      <div className={adminStyles.admin}>
        <PreviewVisit
          pack={shown}
          openDisplay={() => setHelping(true)}
          back={back}
          {...(flow !== null && { flow })}
        />
      </div>
      <DisplayHelp display={display} change={change} open={helping} close={() => setHelping(false)} />
    </ScrollingContext>
  );
}
