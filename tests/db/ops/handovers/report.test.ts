import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { NewPartner } from '../../../../core/contract/administration/organisations.ts';
import { type AnsweredHandover, MOST_ANSWERED } from '../../../../core/contract/sync/handovers.ts';
import { afterDesk, type HandoverState } from '../../../../core/domain/desk/handover.ts';
import { type Enrolled, writeEnrolment } from '../../../../db/ops/enrolment.ts';
import { handoversGoing } from '../../../../db/ops/handovers/going.ts';
import {
  findHandover,
  sayOfHandover,
  skipSayings,
  writeHandover,
} from '../../../../db/ops/handovers/handovers.ts';
import { readPartners, writePartners } from '../../../../db/ops/handovers/partners.ts';
import { takeHandoverAnswer, untoldHandovers } from '../../../../db/ops/handovers/report.ts';
import { aStore } from '../../../builders/a-store.ts';

const NOW = new Date('2026-11-26T13:37:42Z');
const by = { now: NOW, key: undefined, person: null };

const DEVICE = randomUUID();

/** A desk, with a server that is as simple as can be. */
function aDesk() {
  const db = aStore('ops');
  let codes = 0;
  const give = (given = NOW, sealed = false) => {
    const id = randomUUID();
    const code = `CODE${String(codes++).padStart(5, '0')}`;
    const partner = { partner: 'wijkteam', partner_name: 'Wijkteam (fictional)' };
    writeHandover(db, { id, code, ...partner, sealed }, { ...by, now: given });
    return id;
  };
  const hearAs = (device: string, ...handovers: AnsweredHandover[]) =>
    takeHandoverAnswer(db, { device, report: randomUUID(), partners: [], refused: [], handovers }, by);
  const hear = (...handovers: AnsweredHandover[]) => hearAs(DEVICE, ...handovers);
  const row = (id: string, more: Partial<AnsweredHandover> = {}): AnsweredHandover => ({
    ...{ id, state: 'given', sealed: 'none', said: 0 },
    ...more,
  });
  const say = (id: string, ...states: HandoverState[]) => {
    for (const to of states) expect(sayOfHandover(db, id, to, by)).toBe(true);
  };
  const untold = () =>
    untoldHandovers(db, 20).map(({ handover, said }) => ({
      id: handover.id,
      said: said.map((each) => each),
    }));
  return { db, give, hear, hearAs, row, say, untold, find: (id: string) => findHandover(db, id) };
}

it('lets go of what was locked to a key that the partner has no more', () => {
  const { db, give, find } = aDesk();
  const partner = (id: string, recipient: string) =>
    ({ id, name: id, kind: 'other', recipient }) as NewPartner;
  const hearOf = (...partners: NewPartner[]) =>
    takeHandoverAnswer(
      db,
      { device: DEVICE, report: randomUUID(), partners, refused: [], handovers: [] },
      by,
    );
  hearOf(partner('wijkteam', 'age1old'), partner('taalhuis', 'age1same'));
  const [locked, none] = [give(NOW, true), give(NOW, false)];
  expect(hearOf(partner('wijkteam', 'age1old'), partner('taalhuis', 'age1other'))).toEqual([]);
  expect(find(locked)?.sealed).toBe('here');
  expect(hearOf(partner('wijkteam', 'age1new'))).toEqual([locked]);
  expect([find(locked)?.sealed, find(none)?.sealed]).toEqual(['deleted', 'none']);
});

it('tells again what a server lost that began from an older copy, with how far it is', () => {
  const { give, hear, row, say, untold, find } = aDesk();
  const [kept, lost] = [give(), give(NOW, true)];
  hear(row(kept), row(lost, { sealed: 'waiting' }));
  say(lost, 'called', 'accepted');
  hear(row(kept), row(lost, { sealed: 'waiting', state: 'accepted', said: 2 }));
  say(lost, 'done');
  expect(untold()).toEqual([{ id: lost, said: [{ number: 3, state: 'done' }] }]);

  hear(row(kept));
  expect(find(lost)).toMatchObject({ told: 'no', state: 'done', sealed: 'deleted' });
  const [told] = untold();
  expect(told?.id).toBe(lost);
  // A server that has never heard of it comes to the same.
  expect(afterDesk('given', told?.said.map(({ state }) => state) ?? [])).toBe('done');
  const last = Math.max(...(told?.said.map(({ number }) => number) ?? []));
  hear(row(kept), row(lost, { state: 'done', said: last }));
  expect(untold()).toEqual([]);
  // What was sealed is not simply "none": the partner has not got it.
  expect(find(lost)).toMatchObject({ told: 'yes', state: 'done', sealed: 'deleted' });
});

it('says again what a server heard and lost of a handover that it still has', () => {
  const { give, hear, row, say, untold, find } = aDesk();
  const id = give();
  say(id, 'called', 'withdrawn');
  hear(row(id, { state: 'withdrawn', said: 2 }));
  hear(row(id, { state: 'given', said: 0 }));
  expect(find(id)).toMatchObject({ state: 'withdrawn' });
  const said = untold()[0]?.said ?? [];
  expect(said.map(({ state }) => state)).toEqual(['withdrawn']);
  expect(said[0]?.number).toBeGreaterThan(2);
});

it('takes nothing for lost that the server forgets of age, that this device never told, or of which an answer has no place', () => {
  const { db, give, hear, row, untold, find } = aDesk();
  const [old, ahead, young] = [
    give(new Date(NOW.getTime() - 59.5 * 86_400_000)),
    give(new Date(NOW.getTime() + 400 * 86_400_000)),
    give(),
  ];
  hear(row(old), row(ahead), row(young));
  db.prepare("UPDATE handovers SET told = 'refused' WHERE id = ?").run(young);
  hear();
  expect(untold()).toEqual([]);
  expect([old, ahead, young].map((id) => find(id)?.told)).toEqual(['yes', 'yes', 'refused']);
  // Five hundred are told of: who is not among them may be older.
  db.prepare("UPDATE handovers SET told = 'yes'").run();
  hear(...Array.from({ length: MOST_ANSWERED }, () => row(randomUUID())));
  expect(untold()).toEqual([]);
});

const PARTNER: NewPartner = {
  ...{ id: 'wijkteam', name: 'Wijkteam (fictional)', kind: 'social-work', contact: 'Team of the quarter' },
  ...{ asks: [], review_by: '2099-12-31' },
};
const ENROLLED: Enrolled = {
  ...{ server: 'https://balie.example/', device: DEVICE, library: 'bieb', branch: 'Centrum' },
  ...{ state: 'approved', server_key: 'A'.repeat(43) },
};

it('takes nothing for lost that it told under another id, from before it was enrolled anew', () => {
  const { db, give, hear, hearAs, row, untold, find } = aDesk();
  writeEnrolment(db, ENROLLED);
  const [waiting, waits] = [give(NOW, true), give()];
  hear(row(waiting, { sealed: 'waiting' }));
  const fresh = randomUUID();
  writeEnrolment(db, { ...ENROLLED, device: fresh });
  hearAs(fresh);
  expect(find(waiting)).toMatchObject({ told: 'yes', sealed: 'waiting' });
  // What waited goes to the same library as ever.
  expect(untold().map(({ id }) => id)).toEqual([waits]);
});

it.each([
  ['library', { library: 'elders' }],
  ['server', { server: 'https://elders.example/', server_key: 'B'.repeat(43) }],
])('tells another %s of no handover of before, and hands over to no partner of before', (_, other) => {
  const { db, give, hear, row, say, untold, find } = aDesk();
  writeEnrolment(db, ENROLLED);
  writePartners(db, [PARTNER]);
  const [waiting, here, open] = [give(NOW, true), give(NOW, true), give()];
  hear(row(waiting, { sealed: 'waiting' }), row(open));
  say(open, 'called');
  writeEnrolment(db, { ...ENROLLED, ...other });
  hear();
  say(open, 'accepted');
  expect(untold()).toEqual([]);
  expect([waiting, here, open].map((id) => find(id)?.told)).toEqual(['refused', 'refused', 'refused']);
  // Its file has no purpose any more, and goes.
  expect(find(here)?.sealed).toBe('deleted');
  expect(readPartners(db)).toEqual([]);
  const given = give();
  expect(untold().map(({ id }) => id)).toEqual([given]);
});

it('is heard after its store came back as an older copy: what is said then is new to the server', () => {
  const { db, give, hear, row, say, untold, find } = aDesk();
  const id = give();
  say(id, 'called');
  hear(row(id, { state: 'called', said: 1 }));
  // The copy is of now. After it "accepted" and "no-show" are said and heard; then the store rots, and the copy takes its place.
  skipSayings(db);
  say(id, 'withdrawn');
  expect(untold()[0]?.said[0]?.number).toBeGreaterThan(3);
  hear(row(id, { state: 'no-show', said: 3 }));
  expect(find(id)).toMatchObject({ state: 'withdrawn' });
  expect(untold()).toHaveLength(1);
});

it('knows whether something waits for the server, and whether what it knows can go further', () => {
  const { db, give, hear, row, say } = aDesk();
  const about = { server: 'https://balie.example/', device: DEVICE, library: 'delft', branch: 'centrum' };
  writeEnrolment(db, { ...about, state: 'waiting', server_key: 'A'.repeat(43) });
  const id = give();
  const going = () => handoversGoing(db);
  expect(going()).toEqual({ isUntold: false, goesOn: false }); // nobody hears it
  writeEnrolment(db, { ...about, state: 'approved', server_key: 'A'.repeat(43) });
  expect(going()).toEqual({ isUntold: true, goesOn: false });
  hear(row(id));
  expect(going()).toEqual({ isUntold: false, goesOn: true });
  say(id, 'withdrawn');
  expect(going()).toEqual({ isUntold: true, goesOn: false });
  hear(row(id, { state: 'withdrawn', said: 1 }));
  expect(going()).toEqual({ isUntold: false, goesOn: false });
});
