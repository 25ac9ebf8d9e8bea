import { z } from 'zod';
import { CalendarDate } from '../../domain/calendar-date-schema.ts';
import { ServiceEdit } from '../../domain/directory/edit-service.ts';
import { HsdsId } from '../../domain/directory/hsds-values.ts';
import { Done } from './account.ts';
import { MOST_EDIT_BYTES, MOST_SERVICE_BYTES } from './directory-sizes.ts';
import type { Route } from './route.ts';

const oneService = z.strictObject({ service: HsdsId });
const moment = z.iso.datetime();
/** As `formOf` gives it. */
const Form = z.strictObject({
  name: z.string(),
  organization: z.string(),
  description: z.string(),
  application_process: z.string(),
  fees_description: z.string(),
  email: z.string(),
  phone: z.string(),
  url: z.string(),
  status: ServiceEdit.shape.status,
  assured_date: z.string(),
});

/** A service in the list: its name, who offers it, and when it has to be looked at. */
export const ServiceInList = z.strictObject({
  id: HsdsId,
  name: z.string(),
  organization: z.string(),
  email: z.string().nullable(),
  assuredDate: z.string().nullable(),
  reviewBy: CalendarDate,
  due: z.enum(['overdue', 'soon', 'fine']),
  remindedAt: moment.nullable(),
});
export type ServiceInList = z.infer<typeof ServiceInList>;

/** The routes of the directory of a library. */
export const DIRECTORY_ROUTES = {
  list: {
    method: 'GET',
    path: '/api/v1/directory/services',
    role: 'reader',
    summary: 'The services of the library, those first that have to be looked at.',
    reply: z.strictObject({ services: z.array(ServiceInList) }),
  },
  one: {
    method: 'GET',
    path: '/api/v1/directory/services/:service',
    role: 'reader',
    summary: 'A service, as the form has it. `changedAt` goes back with a change.',
    params: oneService,
    reply: z.strictObject({ form: Form, reviewBy: CalendarDate, changedAt: moment }),
  },
  add: {
    method: 'POST',
    path: '/api/v1/directory/services',
    role: 'editor',
    summary: 'Adds a service.',
    body: z.strictObject({ edit: ServiceEdit, reviewBy: CalendarDate }),
    mostBytes: MOST_EDIT_BYTES,
    reply: z.strictObject({ id: HsdsId }),
  },
  save: {
    method: 'PUT',
    path: '/api/v1/directory/services/:service',
    role: 'editor',
    summary: 'Changes a service; refused as `taken` when somebody else did since it was read.',
    params: oneService,
    body: z.strictObject({ edit: ServiceEdit, reviewBy: CalendarDate, changedAt: moment }),
    mostBytes: MOST_EDIT_BYTES,
    reply: z.strictObject({ changedAt: moment }),
  },
  remove: {
    method: 'DELETE',
    path: '/api/v1/directory/services/:service',
    role: 'editor',
    summary: 'Takes a service out, with the addresses in it and when its contact was reminded.',
    params: oneService,
    reply: Done,
  },
  bringIn: {
    method: 'POST',
    path: '/api/v1/directory/brought-in',
    role: 'editor',
    summary:
      'Takes a service in as HSDS has it, in the place of one with its id. `remarks`: what was left out, and why.',
    body: z.strictObject({ service: z.looseObject({}) }),
    mostBytes: MOST_SERVICE_BYTES,
    reply: z.strictObject({ taken: z.boolean(), remarks: z.array(z.string()) }),
  },
  remind: {
    method: 'POST',
    path: '/api/v1/directory/services/:service/reminder',
    role: 'editor',
    summary: 'Writes down that the contact of a service is asked to look at it; who asks sends the e-mail.',
    params: oneService,
    reply: z.strictObject({ email: z.string() }),
  },
  takeOut: {
    method: 'GET',
    path: '/api/v1/directory/services.json',
    role: 'reader',
    summary: 'All services as HSDS has them: what `balie directory import` takes.',
    reply: z.array(z.looseObject({})),
  },
} as const satisfies Record<string, Route>;
