import { expect } from 'vitest';
import { AlertsReply } from '../../../core/contract/administration/alert.ts';
import { USUAL_RULES } from '../../../core/domain/alerts/alert-rules.ts';
import type { Published } from '../../../server/alerts/read-published.ts';
import type { Teller } from '../../../server/alerts/tell-alerts.ts';
import { updateAlerts } from '../../../server/alerts/update-alerts.ts';
import { aSignedInBrowser } from '../../builders/a-browser.ts';
import type { OwnServer } from '../../builders/a-server.ts';

/** A repository that says nothing, and was read as a whole. */
export const NOTHING: Published = { packs: [], expiries: new Map(), unread: new Set() };

/** A server without alerts, and without a device of which there could be any, where nobody looked before. */
export async function forgetAlerts({ store: { db } }: OwnServer): Promise<void> {
  await db.deleteFrom('alert_messages').execute();
  await db.deleteFrom('alerts').execute();
  await db.updateTable('devices').set({ state: 'revoked' }).execute();
  await db.deleteFrom('turns').execute();
  await db.deleteFrom('times_away').execute();
}

/** What the tests of alerts do with a server, which is there by the first test. */
export function anAlertRoom(serverOf: () => OwnServer) {
  const later = (ms: number) => new Date(Date.now() + ms);
  const update = (now: Date, published = NOTHING) =>
    updateAlerts(
      serverOf().store,
      {
        rules: USUAL_RULES,
        published,
        waysOf: () => ['mail', 'webhook'],
        hoursOf: () => [],
        away: [],
      },
      now,
    );
  const list = async (library = 'delft') => {
    const browser = await aSignedInBrowser(serverOf().store, serverOf().addresses[0], 'reader', library);
    const reply = await browser.get('/api/v1/alerts');
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-store']);
    return AlertsReply.parse(await reply.json()).alerts;
  };
  const kinds = async () => (await list()).map(({ finding, closedAt }) => [finding.kind, closedAt !== null]);
  /** Tells by both ways, and keeps what was told. */
  const collector = (tell: Teller = async () => undefined) => {
    const told: string[] = [];
    const teller =
      (way: string): Teller =>
      async (message) => {
        await tell(message);
        told.push(`${way} ${message.about} ${message.finding.kind} ${message.place}`);
      };
    return { told, tellers: { mail: teller('mail'), webhook: teller('webhook') } };
  };
  return { later, update, list, kinds, collector };
}
