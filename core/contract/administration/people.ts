import { z } from 'zod';
import { Person } from '../../domain/person.ts';
import { Done } from './account.ts';
import type { Route } from './route.ts';

/** A name is one line that can be read: PostgreSQL keeps no text with a zero in it. */
const PersonName = Person.shape.name.regex(/^\P{Cc}*$/u, 'is no single line of text');

/** Somebody who is put on the list. */
export const NewPerson = Person.extend({ name: PersonName });
export type NewPerson = z.infer<typeof NewPerson>;

const onePerson = z.strictObject({ person: Person.shape.id });

/** Who works at the devices of the library, by id. */
export const PersonList = z.strictObject({ people: z.array(Person) });
export type PersonList = z.infer<typeof PersonList>;

/** What can be changed of somebody: the id stands in the logs of the devices, and stays. */
export const PersonChange = NewPerson.omit({ id: true });
export type PersonChange = z.infer<typeof PersonChange>;

/** The routes of who works at the devices (decision 33). No PIN goes by here: each device has its own. */
export const PEOPLE_ROUTES = {
  list: {
    method: 'GET',
    path: '/api/v1/staff',
    role: 'administrator',
    summary: 'Who works at the devices of the library.',
    reply: PersonList,
  },
  add: {
    method: 'POST',
    path: '/api/v1/staff',
    role: 'administrator',
    summary: 'Lets somebody work at the devices of the library.',
    body: NewPerson,
    reply: Done,
  },
  change: {
    method: 'PUT',
    path: '/api/v1/staff/:person',
    role: 'administrator',
    summary: 'Gives somebody another name to show, or another role.',
    params: onePerson,
    body: PersonChange,
    reply: Done,
  },
  remove: {
    method: 'DELETE',
    path: '/api/v1/staff/:person',
    role: 'administrator',
    summary: 'Takes somebody off the list: the devices shut them out at their next contact.',
    params: onePerson,
    reply: Done,
  },
} as const satisfies Record<string, Route>;
