import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { WordsContext } from '../../../renderer/hooks/use-words.ts';
import { staffSayings } from '../../../renderer/words/staff-words.ts';

vi.stubGlobal('window', { balie: { about: { profile: 'desk', language: 'nl' } } });
vi.stubGlobal('speechSynthesis', { getVoices: () => [] });
const { StaffHome } = await import('../../../renderer/staff/staff-home.tsx');
const { StaffContext } = await import('../../../renderer/staff/use-staff.ts');

const nothing = () => undefined;
const shown = (quietAtLog: number | null) =>
  renderToStaticMarkup(
    createElement(
      WordsContext,
      { value: (key: string) => key },
      createElement(
        StaffContext,
        {
          value: {
            ...{ say: staffSayings('nl'), language: 'nl', openDisplay: nothing, lock: nothing },
            ...{ openVisitor: nothing, openAdmin: nothing, helpWanted: false, helpShown: nothing },
            quietAtLog: nothing,
          },
        },
        createElement(StaffHome, { cameBack: false, quietAtLog }),
      ),
    ),
  );

test('a reminder comes below all that is pressed, so that it moves nothing, and says that it is of this computer', () => {
  const [before, after] = [shown(null), shown(3)].map((html) => html.split('</main>'));
  expect(after?.[0]).toBe(before?.[0]);
  expect(after?.[1]).toContain('Op deze computer is 3 uur niets gelogd.');
  // What is there before it says anything is heard.
  expect(before?.[1]).toMatch(/^<p role="status"[^>]*><\/p>/);
});
