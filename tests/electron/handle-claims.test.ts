import { expect, test } from 'vitest';
import { handleClaims } from '../../electron/handle-claims.ts';

test('a handle goes to whoever opened it last, and is given back once', () => {
  const claims = handleClaims();
  const [first, second] = [{}, {}];
  claims.claim(first, [50, 51]);
  claims.claim(second, [50]); // the number came free and was used again, before the first one had started
  expect(claims.release(first)).toEqual([51]);
  expect(claims.release(second)).toEqual([50]);
  expect(claims.release(second)).toEqual([]);
});
