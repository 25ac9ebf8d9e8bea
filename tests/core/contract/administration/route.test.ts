import { expect, it } from 'vitest';
import { addressOf } from '../../../../core/contract/administration/route.ts';

it('puts parameters in their places and the question behind it, so that none becomes another address', () => {
  const path = '/api/v1/devices/:device/approval';
  expect(addressOf({ path }, { params: { device: 'a/../b?c' } })).toBe(
    '/api/v1/devices/a%2F..%2Fb%3Fc/approval',
  );
  expect(
    addressOf({ path: '/api/v1/use' }, { query: { from: '2026-11-01', flow: undefined, q: 'a&b' } }),
  ).toBe('/api/v1/use?from=2026-11-01&q=a%26b');
});
