import { expect, test } from 'vitest';
import { isStopWord } from '../../../../core/domain/search/stop-words.ts';

test('words that say nothing of what a text is about are known by language', () => {
  expect(isStopWord('het', 'nl')).toBe(true);
  expect(isStopWord('het', 'en')).toBe(false);
  expect(isStopWord('the', 'en')).toBe(true);
  expect(isStopWord('huur', 'nl')).toBe(false);
  expect(isStopWord('het', 'ar')).toBe(false);
  expect(isStopWord('constructor', 'constructor')).toBe(false);
});
