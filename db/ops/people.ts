import type { Person } from '../../core/domain/person.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { recordAct } from './audit.ts';
import { rowProof } from './row-proof.ts';

/** Somebody as this device knows them. `server`: on the list of the library's server; `here`: added at this device. */
export type KnownPerson = Person & { readonly source: 'here' | 'server'; readonly hasPin: boolean };

const KNOWN = `SELECT id, name, role, source, EXISTS (SELECT 1 FROM pins WHERE who = id) AS hasPin FROM people`;
type Row = Omit<KnownPerson, 'hasPin'> & { readonly hasPin: number };
const known = (row: Row): KnownPerson => ({ ...row, hasPin: row.hasPin === 1 });

/** Everybody who works at this device, by name. */
export function listPeople(db: ReadDb): KnownPerson[] {
  return db.prepare<[], Row>(`${KNOWN} ORDER BY name COLLATE NOCASE, id`).all().map(known);
}

/** One of them; undefined when there is nobody (any more). */
export function readPerson(db: ReadDb, id: string): KnownPerson | undefined {
  const row = db.prepare<[string], Row>(`${KNOWN} WHERE id = ?`).get(id);
  return row && known(row);
}

/** When it was done, by whom, and the key that seals the log. */
type By = { readonly at: string; readonly person: string | null; readonly key: Uint8Array | undefined };

/** What came of adding somebody. `left`: the id is of somebody who left, and the audit log would mix the two. */
export type PersonAdded = 'added' | 'known' | 'left';

/** Adds somebody at this device, if the id is nobody's and never was. Throws SqliteError. */
export function addPersonHere(db: WriteDb, person: Person, { at, person: by, key }: By): PersonAdded {
  return db
    .transaction((): PersonAdded => {
      if (readPerson(db, person.id) !== undefined) return 'known';
      if (db.prepare("SELECT 1 FROM audit WHERE act = 'person-removed' AND detail = ?").get(person.id))
        return 'left';
      recordAct(db, { at, act: 'person-added', person: by, detail: person.id }, key);
      put(db, person, 'here');
      return 'added';
    })
    .immediate();
}

/** Takes somebody away with the PIN; false when there is nobody with this id. Throws SqliteError. */
export function removePerson(db: WriteDb, id: string, { at, person: by, key }: By): boolean {
  return db
    .transaction(() => {
      if (readPerson(db, id) === undefined) return false;
      // First: where nobody works any more, a log that was emptied would be none.
      recordAct(db, { at, act: 'person-removed', person: by, detail: id }, key);
      db.prepare('DELETE FROM people WHERE id = ?').run(id);
      return true;
    })
    .immediate();
}

/**
 * Takes the list of the library's server over: who is new comes, who is not on it any more goes with the PIN. Who was added at this device
 * stays, unless the list has the same id: then the list says who it is, and the PIN is to be chosen anew. Returns whether anything changed. Throws SqliteError; then nothing did.
 */
export function takePeople(db: WriteDb, list: readonly Person[], { at, key }: Omit<By, 'person'>): boolean {
  return db
    .transaction(() => {
      const wanted = new Map(list.map((person) => [person.id, person]));
      let changed = false;
      for (const { id, source } of listPeople(db))
        if (source === 'server' && !wanted.has(id))
          changed = removePerson(db, id, { at, person: null, key }) || changed;
      for (const person of wanted.values()) {
        const before = readPerson(db, person.id);
        if (before?.source === 'server' && before.name === person.name && before.role === person.role)
          continue;
        changed = true;
        if (before === undefined)
          recordAct(db, { at, act: 'person-added', person: null, detail: person.id }, key);
        else if (before.role !== person.role || before.source === 'here')
          recordAct(
            db,
            { at, act: 'person-changed', person: null, detail: `${person.id} (${person.role})` },
            key,
          );
        put(db, person, 'server');
        // A PIN that was chosen for somebody of this device opens nothing for somebody of the library who has the same id.
        if (before?.source === 'here') db.prepare('DELETE FROM pins WHERE who = ?').run(person.id);
      }
      return changed;
    })
    .immediate();
}

function put(db: WriteDb, { id, name, role }: Person, source: KnownPerson['source']): void {
  db.prepare(
    `INSERT INTO people (id, name, role, source, proof) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, source = excluded.source,
       proof = excluded.proof`,
  ).run(id, name, role, source, rowProof([id, name, role, source]));
}
