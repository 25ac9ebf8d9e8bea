import { describe, expect, it } from 'vitest';
import { installPack } from '../../db/content/install-pack.ts';
import { flowPage } from '../../db/content/pages.ts';
import { factSheet } from '../../maps/fact-sheet.ts';
import { aStore } from '../builders/a-store.ts';
import { aPackToInstall } from '../builders/pack-to-install.ts';
import { TODAY } from '../builders/today.ts';
import { shippedPack } from '../flows/shipped-pack.ts';

function page() {
  const db = aStore('content');
  installPack(db, aPackToInstall());
  const found = flowPage(db, 'huur', TODAY);
  if (found === null) throw new Error('There is no such flow.');
  return found;
}

describe('a sheet to check facts on', () => {
  it('has every screen once, numbered as one comes upon them', () => {
    const sheet = factSheet(page(), 'nl');
    expect(sheet?.screens.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Huurt u een huis?',
      '2 Hoe oud bent u?',
      '3 Dit is niet voor u',
      '4 Vraag het aan de balie',
      '5 U bent te jong',
      '6 U kunt geld krijgen',
    ]);
    expect(sheet?.screens.filter(({ isStart }) => isStart).map(({ number }) => number)).toEqual([1]);
  });

  it('says of every answer to which screen it leads, and why it is asked', () => {
    const [first, second] = factSheet(page(), 'nl')?.screens ?? [];
    expect(first?.why).toBe('Het geld is voor mensen die huren.');
    expect(first?.ways).toEqual([
      { text: 'Ja', way: 'answer', indent: false, to: { number: 2, title: 'Hoe oud bent u?' } },
      { text: 'Nee', way: 'answer', indent: false, to: { number: 3, title: 'Dit is niet voor u' } },
      expect.objectContaining({ way: 'dont-know', to: { number: 4, title: 'Vraag het aan de balie' } }),
    ]);
    expect(second?.ways[0]).toMatchObject({ text: 'minder dan 18 jaar', to: { number: 5 } });
  });

  it('gives the amounts that a screen says or judges by, with their days and sources', () => {
    const sheet = factSheet(page(), 'nl');
    expect(sheet?.screens.map(({ values }) => values.length)).toEqual([0, 1, 0, 0, 1, 0]);
    expect(sheet?.screens[4]?.text).toBe('U moet 18 jaar zijn.');
    expect(sheet?.values).toMatchObject([{ id: 'huur.leeftijd', today: '18 jaar' }]);
    expect(sheet?.values[0]?.values[0]?.source).toMatch(/^https:/);
    expect(sheet?.sources).toHaveLength(1);
  });

  it('is not there in a language in which nothing is written: nothing falls back', () => {
    expect(factSheet(page(), 'ar')).toBeUndefined();
    expect(factSheet(page(), 'constructor')).toBeUndefined();
  });

  it('holds all words of every shipped flow, in both languages', () => {
    const pack = shippedPack();
    const db = aStore('content');
    const media = new Map(pack.media.map(({ path }) => [path, Uint8Array.of(1)]));
    installPack(db, { pack, digest: 'shipped', media });
    for (const { flow, words } of pack.flows)
      for (const language of ['nl', 'en']) {
        const found = flowPage(db, flow.id, TODAY);
        const sheet = found && factSheet(found, language);
        const all = JSON.stringify(sheet);
        for (const question of Object.values(words[language]?.questions ?? {})) {
          expect(all).toContain(JSON.stringify(question.ask).slice(1, -1));
          for (const { label, note } of Object.values(question.answers ?? {})) {
            expect(all).toContain(JSON.stringify(label).slice(1, -1));
            if (note !== undefined && !note.includes('{'))
              expect(all).toContain(JSON.stringify(note).slice(1, -1));
          }
        }
        expect(sheet?.screens).toHaveLength(
          Object.keys(flow.questions).length + Object.keys(flow.outcomes).length,
        );
        expect(all).not.toContain('{{');
      }
  });
});
