import { expect, test } from 'vitest';
import type { HomePage } from '../../../core/contract/pages.ts';
import { tintOfTopics } from '../../../renderer/visitor/tint-of-topics.ts';

const HOME: HomePage = {
  languages: ['nl'],
  fictional: false,
  topics: [
    { topic: { id: 'geld', picture: 'coins', tint: 'money' }, words: {} },
    { topic: { id: 'zorg', picture: 'heart', tint: 'care' }, words: {} },
  ],
  directory: true,
  troubles: [],
};

test('what belongs to topics has the tint of the first on the home screen', () => {
  expect(tintOfTopics(HOME, ['zorg', 'geld'])).toBe('money');
  expect(tintOfTopics(HOME, ['zorg'])).toBe('care');
});

test('what belongs to no topic that is shown has none, and so the colour of the house', () => {
  expect([tintOfTopics(HOME, []), tintOfTopics(HOME, ['elders'])]).toEqual([undefined, undefined]);
});
