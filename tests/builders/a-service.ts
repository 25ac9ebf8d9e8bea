import type { Attribute } from '../../core/domain/directory/attribute.ts';
import { TAXONOMIES } from '../../core/domain/directory/marks.ts';
import type { Schedule } from '../../core/domain/directory/schedule.ts';
import type { Service } from '../../core/domain/directory/service.ts';

/** An attribute that ties a record to a term of one of Balie's taxonomies. */
export function anAttribute(
  taxonomy: keyof typeof TAXONOMIES,
  code: string,
  more: Partial<Pick<Attribute, 'label' | 'value'>> = {},
): Attribute {
  const term = { id: `term-${taxonomy}-${code}`, code, name: code, taxonomy: TAXONOMIES[taxonomy] };
  return { id: `${taxonomy}-${code}-${more.label ?? ''}`, ...more, taxonomy_term: term };
}

/** Open from Monday to Friday, nine to five, changed in some fields. */
export function aSchedule(changed: Partial<Schedule> = {}): Schedule {
  const week = { freq: 'WEEKLY' as const, byday: 'MO,TU,WE,TH,FR' };
  return { id: 'week', ...week, opens_at: '09:00', closes_at: '17:00', ...changed };
}

/** A small service with an organization and a place, changed in some fields. */
export function aService(changed: Partial<Service> = {}): Service {
  return {
    id: 'taalcafe',
    name: 'Taalcafé',
    description: 'U oefent Nederlands.',
    status: 'active',
    schedules: [aSchedule()],
    service_at_locations: [
      {
        id: 'taalcafe-bieb',
        location: {
          id: 'bieb',
          location_type: 'physical',
          name: 'Bibliotheek',
          addresses: [{ id: 'bieb-adres', address_1: 'Leesplein 1', city: 'Waterrijk', region: 'Centrum' }],
          accessibility: [
            {
              id: 'bieb-lift',
              description: 'Er is een lift.',
              attributes: [anAttribute('mark', 'wheelchair')],
            },
          ],
        },
      },
    ],
    languages: [{ id: 'taalcafe-ar', code: 'ar' }],
    organization: { id: 'bibliotheek', name: 'De bibliotheek' },
    cost_options: [{ id: 'taalcafe-gratis', amount: 0 }],
    attributes: [
      anAttribute('topic', 'ontmoeten'),
      anAttribute('translation', 'en', { label: 'name', value: 'Language café' }),
    ],
    ...changed,
  };
}
