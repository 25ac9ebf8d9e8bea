import { expect, test } from 'vitest';
import { attach, detach } from '../../../../core/domain/directory/detach.ts';
import { aService } from '../../../builders/a-service.ts';

const find = (shared: ReturnType<typeof detach>['shared']) => (kind: string, id: string) =>
  shared.find((each) => each.kind === kind && each.record.id === id)?.record;

test('an id stands where a shared record was, and the record comes back in its place', () => {
  const service = aService();
  const { body, shared } = detach(service);
  expect(body).toMatchObject({
    organization_id: 'bibliotheek',
    service_at_locations: [{ location_id: 'bieb' }],
  });
  expect(body).not.toHaveProperty('organization');
  expect(JSON.stringify(attach(body, find(shared)))).toBe(JSON.stringify(service));
});

test('a service that shares nothing is left as it is', () => {
  const { organization: _, service_at_locations: __, ...own } = aService();
  expect(detach(own)).toEqual({ body: own, shared: [] });
  expect(attach(own, () => undefined)).toEqual(own);
});

test('what is not found is left out, and nothing stands in its place', () => {
  const again = attach(detach(aService()).body, () => undefined);
  expect(again).not.toHaveProperty('organization');
  expect(again).not.toHaveProperty('organization_id');
  expect(again.service_at_locations).toEqual([{ id: 'taalcafe-bieb' }]);
});
