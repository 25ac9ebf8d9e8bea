import { expect, test } from 'vitest';
import { Entry, HomePage, TopicPage } from '../../../core/contract/pages.ts';

const topic = {
  topic: { id: 'geld', picture: 'coins', tint: 'money' },
  words: { nl: { name: 'Geld', hint: 'Huur' } },
};
const entry = {
  kind: 'flow',
  id: 'huur',
  picture: 'house',
  outdated: false,
  titles: { nl: { title: 'Huur' } },
};

test('a topic has entries in the languages there are, and counts its services', () => {
  expect(TopicPage.safeParse({ ...topic, entries: [entry], services: 3 }).success).toBe(true);
  expect(TopicPage.safeParse({ ...topic, entries: [entry], services: -1 }).success).toBe(false);
  expect(Entry.safeParse({ ...entry, kind: 'game' }).success).toBe(false);
});

test('home tells what is wrong with the kiosk by names that the screens know', () => {
  const home = {
    languages: ['nl'],
    fictional: false,
    topics: [topic],
    directory: true,
    troubles: ['disk-full'],
  };
  expect(HomePage.safeParse(home).success).toBe(true);
  expect(HomePage.safeParse({ ...home, troubles: ['it broke'] }).success).toBe(false);
});

test('nothing goes to a screen that the page does not name', () => {
  expect(TopicPage.safeParse({ ...topic, entries: [], services: 0, more: 1 }).success).toBe(false);
});
