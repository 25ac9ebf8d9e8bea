import { z } from 'zod';
import { Month } from '../../domain/report/month.ts';
import { Publication } from '../../domain/report/publication.ts';
import { DeviceId } from './device.ts';

/**
 * `POST /api/v1/publications`, signed by the device: what is told of the first month after this one of its library? `nonce`: the answer
 * has the same.
 */
export const PublicationRequest = z.strictObject({
  device: DeviceId,
  nonce: z.uuidv4(),
  after: Month.nullable(),
});
export type PublicationRequest = z.infer<typeof PublicationRequest>;

/**
 * What a device says in the address besides. `places`: it knows the table of where questions were, which those of before it (decision 45)
 * would refuse with all else that is told of the month. A server of before it reads nothing there.
 */
export const PublicationQuery = z.object({ places: z.literal('yes').optional() });
export type PublicationQuery = z.infer<typeof PublicationQuery>;

/** The answer, signed by the server for this device and this request; null when no later month is told of yet. */
export const PublicationAnswer = z.strictObject({
  device: DeviceId,
  nonce: z.uuidv4(),
  publication: Publication.nullable(),
});
export type PublicationAnswer = z.infer<typeof PublicationAnswer>;
