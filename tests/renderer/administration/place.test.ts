import { expect, it } from 'vitest';
import { hrefOf, readPlace } from '../../../renderer/administration/place/place.ts';

it('finds in an address what was put in it', () => {
  const href = hrefOf(['use', 'zelf redzaam', 'a/b'], { from: '2026-11-01', none: undefined });
  expect(href).toBe('/administration/use/zelf%20redzaam/a%2Fb?from=2026-11-01');
  const place = readPlace(new URL(href, 'http://here'));
  expect(place?.path).toEqual(['use', 'zelf redzaam', 'a/b']);
  expect(place?.query.get('from')).toBe('2026-11-01');
});

it('reads what somebody typed wrong as it stands, and nothing outside of the administration', () => {
  expect(readPlace({ pathname: '/administration/%E0%A4%A', search: '' })?.path).toEqual(['%E0%A4%A']);
  expect(readPlace({ pathname: '/docs', search: '' })).toBeUndefined();
});
