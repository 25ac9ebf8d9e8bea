import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DeskLists } from '../../../../core/domain/desk/desk-lists.ts';
import { type Stay, Staying } from '../../../../renderer/staff/log/staying.tsx';
import { staffSayings } from '../../../../renderer/words/staff-words.ts';

const lists = DeskLists.parse({
  subCategories: [{ id: 'digid', names: { nl: 'DigiD' }, category: 'digital-contact' }],
  organizations: [],
  places: [
    { id: 'balie', names: { nl: 'Balie' } },
    { id: 'jeugd', names: { nl: 'Jeugd' } },
  ],
});
const shown = (last: Partial<Stay>) =>
  renderToStaticMarkup(
    createElement(Staying, {
      last: { channel: 'desk', language: 'nl', place: 'balie', ...last },
      wording: { lists, say: staffSayings('nl'), language: 'nl' },
      change: () => undefined,
    }),
  );

test('what stays for the next question is in sight where it is not the usual', () => {
  expect(shown({})).toBe('');
  expect(shown({ language: 'ar' })).toContain('Arabisch');
  expect(shown({ place: 'jeugd' })).toContain('Jeugd');
  expect(shown({ language: 'zh' })).toContain('zh'); // one that the list does not have
});
