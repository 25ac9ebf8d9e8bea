import { type Alert, MOST_ALERTS } from '../../core/contract/administration/alert.ts';
import { AlertFinding } from '../../core/domain/alerts/alert.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** The alerts of a library: open ones first, then the newest. Throws the error of the database. */
export async function listAlerts({ db }: ServerStore, library: string): Promise<Alert[]> {
  const rows = await db
    .selectFrom('alerts')
    .innerJoin('libraries', 'libraries.id', 'alerts.library')
    .leftJoin('devices', 'devices.id', 'alerts.device')
    .leftJoin('branches', (join) =>
      join.onRef('branches.library', '=', 'devices.library').onRef('branches.id', '=', 'devices.branch'),
    )
    .selectAll('alerts')
    .select(({ fn }) => fn.coalesce('branches.name', 'libraries.name').as('place'))
    .where('alerts.library', '=', library)
    .orderBy((make) => make.case().when('closed_at', 'is', null).then(0).else(1).end())
    .orderBy('opened_at', 'desc')
    .limit(MOST_ALERTS)
    .execute();
  const ids = rows.map(({ id }) => id);
  const messages =
    ids.length === 0
      ? []
      : await db
          .selectFrom('alert_messages')
          .selectAll()
          .where('alert', 'in', ids)
          .orderBy('about', 'desc')
          .orderBy('way')
          .execute();
  return rows.map((row) => ({
    ...{ id: row.id, device: row.device, place: row.place },
    finding: AlertFinding.parse(JSON.parse(row.finding)),
    ...{ openedAt: row.opened_at, closedAt: row.closed_at },
    messages: messages
      .filter(({ alert }) => alert === row.id)
      .map(({ about, way, told_at, next_try_at, failure }) => ({
        ...{ about, way, toldAt: told_at, nextTry: next_try_at, failure },
      })),
  }));
}
