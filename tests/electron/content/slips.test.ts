import { describe, expect, it } from 'vitest';
import { Outcome } from '../../../core/domain/flow.ts';
import { installPack } from '../../../db/content/install-pack.ts';
import { makeSlip } from '../../../electron/content/slips.ts';
import { slipWords } from '../../../electron/print/slip-words.ts';
import { ar } from '../../../renderer/words/ar/screens.ts';
import { nl } from '../../../renderer/words/nl/screens.ts';
import { aDirectory } from '../../builders/a-directory.ts';
import { anAttribute, aService } from '../../builders/a-service.ts';
import { aStore } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';

const ANSWERS = { 'huurt-u': 'ja', 'hoe-oud-bent-u': 30 };

function slip(of: Parameters<typeof makeSlip>[1], language = 'nl', today = TODAY) {
  const db = aStore('content');
  installPack(db, aPackToInstall());
  return makeSlip(db, of, { today, now: Date.parse(`${today}T12:00:00Z`) }, slipWords(language));
}

describe('the slip of what a page names', () => {
  it('is that of the outcome the answers lead to', () => {
    const made = slip({ kind: 'outcome', flow: 'huur', answers: ANSWERS });
    expect(made?.title.text).toBe('U kunt geld krijgen');
    expect(made?.desk.text).toBe(nl.takeAlong.desk);
    expect(JSON.stringify(made)).not.toContain('30');
  });

  it('names the services of the directory that the outcome sends to', () => {
    const db = aStore('content');
    const installed = aPackToInstall();
    const flows = installed.pack.flows.map((each) => {
      const wel = Outcome.parse({ ...each.flow.outcomes['wel'], places: { category: 'geldhulp' } });
      return { ...each, flow: { ...each.flow, outcomes: { ...each.flow.outcomes, wel } } };
    });
    installPack(db, { ...installed, pack: { ...installed.pack, flows } });
    aDirectory([aService({ attributes: [anAttribute('category', 'geldhulp')] })], db);
    const moment = { today: TODAY, now: Date.parse(`${TODAY}T12:00:00Z`) };
    const made = makeSlip(db, { kind: 'outcome', flow: 'huur', answers: ANSWERS }, moment, slipWords('nl'));
    expect(made?.sections.at(-1)).toEqual({
      kind: 'places',
      heading: { text: nl.directory.near, language: 'nl' },
      items: [
        {
          title: { text: 'Taalcafé', language: 'nl' },
          place: { text: 'Leesplein 1, Waterrijk', language: 'nl' },
        },
      ],
    });
  });

  it('is that of an article', () => {
    expect(slip({ kind: 'article', article: 'huur-uitleg' })?.title.text).toBe('Geld voor de huur');
  });

  it('is that of a service, as its page is at that moment', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall());
    aDirectory([aService({ phones: [{ id: 'p', number: '099 000 01 01' }] })], db);
    const moment = { today: TODAY, now: Date.parse(`${TODAY}T12:00:00Z`) };
    const made = makeSlip(db, { kind: 'service', service: 'taalcafe' }, moment, slipWords('nl'));
    expect([made?.title.text, made?.about.text]).toEqual(['Taalcafé', 'De bibliotheek']);
    const said = JSON.stringify(made?.sections);
    for (const text of [nl.directory.noCost, '099 000 01 01', 'Leesplein 1, Waterrijk', '9:00'])
      expect(said).toContain(text);
    expect(makeSlip(db, { kind: 'service', service: 'weg' }, moment, slipWords('nl'))).toBeUndefined();
  });

  it('speaks the language of the screens, and Dutch where they do not speak it', () => {
    const of = { kind: 'article', article: 'huur-uitleg' } as const;
    expect(slip(of, 'ar')?.desk).toEqual({ text: ar.takeAlong.desk, language: 'ar' });
    expect(slip(of, 'xx')?.desk).toEqual({ text: nl.takeAlong.desk, language: 'nl' });
    expect(slip(of, 'constructor' as never)?.language).toBe('nl');
  });

  it('is none where there is nothing of that name, no outcome, or when it is outdated', () => {
    expect(slip({ kind: 'outcome', flow: 'weg', answers: ANSWERS })).toBeUndefined();
    expect(slip({ kind: 'outcome', flow: 'huur', answers: { 'huurt-u': 'ja' } })).toBeUndefined();
    expect(slip({ kind: 'article', article: 'weg' })).toBeUndefined();
    expect(slip({ kind: 'article', article: 'huur-uitleg' }, 'nl', '2027-06-02')).toBeUndefined();
  });
});
