import { describe, expect, it } from 'vitest';
import { Contact } from '../../../core/domain/contact.ts';
import {
  addressOf,
  checkedOf,
  contactsOf,
  itemOf,
  said,
  sectionOf,
} from '../../../core/domain/slip-parts.ts';
import { dutch, SLIP_WORDS } from '../../builders/a-slip.ts';

const setting = { parameters: {}, today: '2026-11-28' };
const named = (parts: object, outdated = false) => ({
  contact: Contact.parse({
    ...{ picture: 'phone', phone: '0800 0543', free: true, url: 'https://www.belastingdienst.nl/x' },
    ...{ source: 'https://www.belastingdienst.nl', checked_on: '2026-11-03', review_by: '2027-06-01' },
    ...parts,
  }),
  words: { nl: { name: 'BelastingTelefoon', text: 'U belt.', hours: 'Op werkdagen' } },
  outdated,
});

describe('a text on a slip', () => {
  it('is in the language of the slip, else says in which it is', () => {
    const texts = { nl: { name: 'Huur' }, en: { name: 'Rent' } };
    expect(said(texts, 'en', ({ name }) => name)).toEqual({ text: 'Rent', language: 'en' });
    expect(said(texts, 'ar', ({ name }) => name)).toEqual(dutch('Huur'));
  });

  it('is none when there is nothing to say', () => {
    expect(said({}, 'nl', () => 'x')).toBeUndefined();
    expect(said({ nl: { name: '' } }, 'nl', ({ name }) => name)).toBeUndefined();
  });
});

describe('a section', () => {
  it('leaves out empty parts and empty items, and is none without any', () => {
    const items = [itemOf({ title: dutch('Bel'), text: undefined }), itemOf({ title: undefined })];
    expect(sectionOf('steps', dutch('Doen'), items)).toEqual([
      { kind: 'steps', heading: dutch('Doen'), items: [{ title: dutch('Bel') }] },
    ]);
    expect(sectionOf('steps', dutch('Doen'), [{}])).toEqual([]);
  });
});

describe('whom to call or visit', () => {
  const item = (contact: ReturnType<typeof named>) => contactsOf([contact], setting, SLIP_WORDS)[0]?.items[0];

  it('has a number, what it costs, when to call and a page', () => {
    expect(item(named({}))).toEqual({
      title: dutch('BelastingTelefoon'),
      text: dutch('U belt.'),
      phone: '0800 0543',
      phoneNote: dutch('gratis'),
      note: dutch('Op werkdagen'),
      site: 'belastingdienst.nl',
    });
  });

  it('is in this building, and says when as well: whoever reads it is at home', () => {
    const desk = named({ here: true });
    expect(item(desk)?.note).toEqual(dutch(`${SLIP_WORDS.here} · Op werkdagen`));
    const { hours, ...words } = desk.words.nl;
    expect(hours).toBeDefined();
    expect(contactsOf([{ ...desk, words: { nl: words } }], setting, SLIP_WORDS)[0]?.items[0]?.note).toEqual(
      dutch(SLIP_WORDS.here),
    );
    // In another language than the slip, they would be said as if they were in it.
    const foreign = { ...desk, words: { ar: desk.words.nl } };
    expect(contactsOf([foreign], setting, SLIP_WORDS)[0]?.items[0]?.note).toEqual(dutch(SLIP_WORDS.here));
  });

  it('keeps the name and loses the number when nobody looked at it in time', () => {
    const late = item(named({}, true));
    expect(late).toMatchObject({ title: dutch('BelastingTelefoon'), note: dutch('wordt nagekeken') });
    expect(late).not.toHaveProperty('phone');
    expect(late).not.toHaveProperty('site');
  });

  it('has the first page that was looked at in time', () => {
    const other = named({ url: 'https://www.svb.nl' });
    expect(addressOf([named({}, true), other])).toBe('https://www.svb.nl');
    expect(addressOf([named({}, true)])).toBeUndefined();
  });
});

describe('the last line', () => {
  const source = { title: 'x', url: 'https://www.svb.nl/aow', checked_on: '2026-11-03' };

  it('says when the page was looked at and where its facts come from', () => {
    expect(checkedOf([source], [], SLIP_WORDS)).toEqual(dutch('Nagekeken op 3 november 2026 · bron: svb.nl'));
  });

  it('is none where nothing has a source', () => {
    expect(checkedOf([], [], SLIP_WORDS)).toBeUndefined();
  });
});
