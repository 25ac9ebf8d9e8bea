import { z } from 'zod';
import { MOST_PEOPLE, Person } from '../../domain/person.ts';
import { DeviceId } from './device.ts';

/** `POST /api/v1/people`, signed by the device: who works at the devices of its library? `nonce`: the answer has the same. */
export const PeopleRequest = z.strictObject({ device: DeviceId, nonce: z.uuidv4() });
export type PeopleRequest = z.infer<typeof PeopleRequest>;

/** The answer, signed by the server for this device and this request: an older one cannot bring back who left. */
export const PeopleAnswer = z.strictObject({
  device: DeviceId,
  nonce: z.uuidv4(),
  people: z.array(Person).max(MOST_PEOPLE),
});
export type PeopleAnswer = z.infer<typeof PeopleAnswer>;
