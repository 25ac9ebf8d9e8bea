import type { NewPartner } from '../../../core/contract/administration/organisations.ts';
import type { ReadDb, WriteDb } from '../../open.ts';

/** To whom this desk hands over, by id. */
export function readPartners(db: ReadDb): NewPartner[] {
  return db
    .prepare<[], string>('SELECT body FROM partners ORDER BY id')
    .pluck()
    .all()
    .map((body) => JSON.parse(body));
}

/** The server told of these: they take the place of those before. */
export function writePartners(db: WriteDb, partners: readonly NewPartner[]): void {
  db.transaction(() => {
    db.prepare('DELETE FROM partners').run();
    const insert = db.prepare('INSERT INTO partners (id, body) VALUES (?, ?)');
    for (const partner of partners) insert.run(partner.id, JSON.stringify(partner));
  }).immediate();
}
