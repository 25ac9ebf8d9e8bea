import { z } from 'zod';
import { AlertFinding } from '../../domain/alerts/alert.ts';
import { DeviceId } from '../sync/device.ts';

/** So many alerts are listed at most, open ones first. */
export const MOST_ALERTS = 200;

const moment = z.iso.datetime();

/** An alert, as the administration shows it. Its words are made of `finding` (`alertText`). */
export const Alert = z.strictObject({
  id: z.uuidv4(),
  /** Null for what the library publishes. */
  device: DeviceId.nullable(),
  /** The name of the branch where the device stands; of the library for what it publishes. */
  place: z.string(),
  finding: AlertFinding,
  openedAt: moment,
  /** Null while it is so. */
  closedAt: moment.nullable(),
  /** Who was told, by which way; `failure` says why the last try came to nothing, `nextTry` when the next one is. */
  messages: z.array(
    z.strictObject({
      about: z.enum(['opened', 'closed']),
      way: z.enum(['webhook', 'mail']),
      toldAt: moment.nullable(),
      nextTry: moment.nullable(),
      failure: z.string().nullable(),
    }),
  ),
});
export type Alert = z.infer<typeof Alert>;

/** `GET /api/v1/alerts`: those of one library that are open, and the newest that are closed. */
export const AlertsReply = z.strictObject({ alerts: z.array(Alert).max(MOST_ALERTS) });
export type AlertsReply = z.infer<typeof AlertsReply>;
