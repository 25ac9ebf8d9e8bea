import { type DeviceProfile, EnrolmentCode, EnrolmentReply } from '../../core/contract/sync/device.ts';
import type { WriteDb } from '../../db/open.ts';
import { writeEnrolment } from '../../db/ops/enrolment.ts';
import { deviceKeyOf, publicDeviceKey } from '../../trust/jws/device-key.ts';
import { askingKey } from './device-key-file.ts';
import { parsed, post, serverAddress } from './post.ts';
import { SyncError } from './sync-error.ts';

/** What it takes to enrol. */
export type EnrolPlan = {
  readonly dataDir: string;
  readonly server: string;
  readonly code: string;
  readonly profile: DeviceProfile;
  readonly appVersion: string;
};

/**
 * Asks a server whether this device may belong to the library that made the code, with a new key: the same one when it asks again
 * because no answer came. It takes the place of what the device belonged to; when the server does not agree, nothing changes. Throws
 * SyncError, SqliteError, or the error of the disk.
 */
export async function enrolDevice(db: WriteDb, plan: EnrolPlan): Promise<EnrolmentReply> {
  const server = serverAddress(plan.server);
  const code = EnrolmentCode.safeParse(plan.code);
  if (!code.success) throw new SyncError('unknown-code', code.error.issues[0]?.message ?? '');
  const asking = askingKey(plan.dataDir, server.href, code.data);
  try {
    const { profile, appVersion } = plan;
    const request = { code: code.data, key: deviceKeyOf(asking.key), profile, appVersion };
    const { body } = await post(server, 'api/v1/enrolments', Buffer.from(JSON.stringify(request)));
    const reply = EnrolmentReply.safeParse(parsed(body));
    if (!reply.success)
      throw new SyncError('not-the-server', `${server.host} does not answer as a server of Balie does.`);
    const { serverKey, ...agreed } = reply.data;
    // Somebody took it away since the answer to the same question was lost.
    if (agreed.state === 'revoked')
      throw new SyncError(
        'unknown-code',
        'The server does not want this device any more. Ask for a new code.',
      );
    publicDeviceKey(serverKey);
    // One is nothing without the other: the store is not committed when the key does not get to its place.
    db.transaction(() => {
      writeEnrolment(db, { ...agreed, server: server.href, server_key: serverKey });
      asking.use();
    }).immediate();
    asking.settle();
    return reply.data;
  } catch (error) {
    // With any other fault the server may have taken it, now or the time before, and answers this key again.
    if (error instanceof SyncError && error.fault === 'unknown-code') asking.settle();
    throw error;
  }
}
