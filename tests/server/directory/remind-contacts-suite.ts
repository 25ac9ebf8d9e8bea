import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { USUAL_RULES } from '../../../core/domain/alerts/alert-rules.ts';
import { formOf, ServiceEdit } from '../../../core/domain/directory/edit-service.ts';
import type { AlertSettings } from '../../../server/alerts/alert-settings.ts';
import {
  bringIn,
  listServices,
  removeService,
  saveService,
} from '../../../server/directory/directory-services.ts';
import { remindContacts } from '../../../server/directory/remind-contacts.ts';
import { reminderChores } from '../../../server/directory/reminder-chore.ts';
import { aMailServer } from '../../builders/a-mail-server.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';
import { aSchedule, aService } from '../../builders/a-service.ts';

type ServerOfMail = {
  readonly port: number;
  readonly answers: NonNullable<Parameters<typeof aMailServer>[0]>['answers'];
};

const NOW = new Date('2026-11-27T12:00:00.000Z');

/** Reminders to the contact of a service, whatever the store. */
export function describeReminders(name: string, database: () => Promise<string | undefined>): void {
  describe(name, () => {
    let server: OwnServer;
    beforeAll(async () => {
      server = await startOwnServer(await database());
    });
    afterAll(() => server.remove());
    beforeEach(async () => {
      await server.store.db.deleteFrom('directory_services').execute();
    });

    const keep = (change: object, library = 'delft', now = NOW) =>
      bringIn(server.store.db, library, aService({ email: 'taal@voorbeeld.example', ...change }), now);
    const only = async () => {
      const [kept] = await listServices(server.store.db, 'delft');
      if (kept === undefined) throw new Error('No service is there.');
      return kept;
    };
    /** What an editor does on the page, with the only service of Delft. */
    const save = async (change: object, reviewBy?: string) => {
      const { id, service, changed_at: changedAt, review_by } = await only();
      const edit = ServiceEdit.parse({ ...formOf(service), ...change });
      const of = { library: 'delft', id, changedAt };
      expect(await saveService(server.store.db, of, edit, reviewBy ?? review_by, NOW)).toBeTypeOf('object');
    };
    const remindedAt = async (library = 'delft') =>
      (await listServices(server.store.db, library)).map(({ reminded_at }) => reminded_at);

    async function chore(
      reminders: { replyTo: string } | undefined,
      { port, answers = 'then' }: Partial<Pick<ServerOfMail, 'port' | 'answers'>> = {},
    ) {
      const mail = await aMailServer({ noMailbox: 'weg', answers });
      const settings: AlertSettings = {
        rules: USUAL_RULES,
        mail: {
          ...{ host: 'localhost', port: port ?? mail.port, tls: 'starttls', user: 'balie', password: 'open' },
          ...{ ca: mail.ca, from: 'balie@server.example' },
        },
        libraries: new Map(
          ['delft', 'gouda'].map((id) => [id, { language: 'nl', mail: [], webhook: undefined, reminders }]),
        ),
      };
      const [first] = reminderChores(server.store, settings, answers === 'never' ? 5000 : undefined);
      return { mail, run: (now = NOW, goesOn = () => true) => first?.run(now, goesOn) };
    }

    it('reminds the contact of a service by mail, once for each review, whoever else looks', async () => {
      await keep({ assured_date: '2025-11-01', name: 'Taalcafé\nBcc: thief@example.org' });
      const { mail, run } = await chore({ replyTo: 'balie@delft.example' });
      const [one, other] = await Promise.all([run(), run()]);
      expect([one, other].filter((done) => done !== undefined)).toEqual([{ reminded: 1, failed: 0 }]);
      expect(await run()).toBeUndefined();
      expect(mail.arrived).toHaveLength(1);
      const [{ to, text } = { to: [], text: '' }] = mail.arrived;
      expect(to).toEqual(['taal@voorbeeld.example']);
      expect(text).toContain('Reply-To: balie@delft.example');
      expect(text).toContain('Klopt alles nog?');
      expect(text.slice(0, text.indexOf('\r\n\r\n'))).not.toMatch(/^bcc:/im);
      expect(await remindedAt()).toEqual([NOW.toISOString()]);
    });

    it('asks for an answer before no day that has passed', async () => {
      await keep({ id: 'overdue', assured_date: '2025-11-01' });
      await keep({ id: 'never', assured_date: undefined });
      const { mail, run } = await chore({ replyTo: 'balie@delft.example' });
      await run();
      const bodies = mail.arrived.map(({ text }) => text.slice(text.indexOf('\r\n\r\n')));
      expect(bodies).toHaveLength(2);
      for (const body of bodies) expect(body).not.toContain('2026');
    });

    it('reminds nobody of what an editor put right while the mail before it went out', async () => {
      const later = new Date(NOW.getTime() + 1000);
      const change = { id: 'two', email: 'new@voorbeeld.example', assured_date: '2025-11-02' };
      for (const id of ['one', 'two']) await keep({ id, assured_date: '2025-11-01' });
      const sent: string[] = [];
      const remind = (now: Date) =>
        remindContacts(
          server.store,
          (library) => (library === 'delft' ? { language: 'nl', replyTo: 'balie@delft.example' } : undefined),
          async ({ to }) => {
            sent.push(to);
            await keep(change, 'delft', later);
            return 'sent';
          },
          now,
          () => true,
        );
      expect(await remind(NOW)).toEqual({ reminded: 1, failed: 0 });
      expect([sent, (await remindedAt()).sort()]).toEqual([
        ['taal@voorbeeld.example'],
        [NOW.toISOString(), null],
      ]);
      expect(await remind(later)).toEqual({ reminded: 1, failed: 0 });
      expect(sent).toEqual(['taal@voorbeeld.example', 'new@voorbeeld.example']);
    });

    it('sends no further mail when the server is to stop, and takes them up afterwards', async () => {
      for (const id of ['one', 'two']) await keep({ id, assured_date: '2025-11-01' });
      const { mail, run } = await chore({ replyTo: 'balie@delft.example' });
      expect(await run(NOW, () => mail.arrived.length === 0)).toEqual({ reminded: 1, failed: 0 });
      expect(await run(NOW, () => false)).toBeUndefined();
      expect((await remindedAt()).sort()).toEqual([NOW.toISOString(), null]);
      expect(await run()).toEqual({ reminded: 1, failed: 0 });
      expect(mail.arrived).toHaveLength(2);
    });

    it('has a service with a schedule that an earlier version took, without that schedule', async () => {
      await keep({ assured_date: '2025-11-01' });
      const old = { id: 'old', freq: 'MONTHLY' as const, opens_at: '09:00', closes_at: '17:00' };
      const record = JSON.stringify(aService({ schedules: [old, aSchedule()] }));
      await server.store.db.updateTable('directory_services').set({ record }).execute();
      const [listed] = await listServices(server.store.db, 'delft');
      expect(listed?.service.schedules).toEqual([aSchedule()]);
    });

    it.each([
      ['its review is far off', { assured_date: '2026-11-01' }],
      ['it ended', { assured_date: '2025-01-01', status: 'defunct' }],
    ])('reminds nobody when %s', async (_, change) => {
      await keep(change);
      const { mail, run } = await chore({ replyTo: 'balie@delft.example' });
      expect(await run()).toBeUndefined();
      expect(mail.arrived).toEqual([]);
    });

    it('reminds nobody for a library that did not ask for it', async () => {
      await keep({ assured_date: '2025-11-01' });
      await keep({ assured_date: '2025-11-01' }, 'gouda');
      const { run } = await chore(undefined);
      expect(await run()).toBeUndefined();
      expect([...(await remindedAt()), ...(await remindedAt('gouda'))]).toEqual([null, null]);
    });

    it('reminds nobody of a service that was taken out, also while the mails before it went out', async () => {
      for (const id of ['one', 'two']) await keep({ id, assured_date: '2025-11-01' });
      const sent: string[] = [];
      const reminds = () => ({ language: 'nl', replyTo: 'balie@delft.example' }) as const;
      const send = async ({ to }: { to: string }) => {
        sent.push(to);
        for (const id of ['one', 'two']) await removeService(server.store.db, 'delft', id);
        return 'sent' as const;
      };
      const remind = () => remindContacts(server.store, reminds, send, NOW, () => true);
      expect(await remind()).toEqual({ reminded: 1, failed: 0 });
      expect(await remind()).toEqual({ reminded: 0, failed: 0 });
      expect([sent.length, await remindedAt()]).toEqual([1, []]);
    });

    it('tries again what did not go out', async () => {
      await keep({ assured_date: '2025-11-01' });
      const away = await chore({ replyTo: 'balie@delft.example' }, { port: 1 });
      expect(await away.run()).toEqual({ reminded: 0, failed: 1 });
      expect(await remindedAt()).toEqual([null]);
      const { mail, run } = await chore({ replyTo: 'balie@delft.example' });
      expect(await run()).toEqual({ reminded: 1, failed: 0 });
      expect(mail.arrived).toHaveLength(1);
    });

    it.each(['never', 'by hanging up'] as const)(
      'reminds nobody twice where the mail server has the mail and answers %s',
      async (answers) => {
        for (const id of ['one', 'two']) await keep({ id, assured_date: '2025-11-01' });
        const slow = await chore({ replyTo: 'balie@delft.example' }, { answers });
        expect(await slow.run()).toEqual({ reminded: 1, failed: 0 });
        expect((await remindedAt()).sort()).toEqual([NOW.toISOString(), null]);
        const { mail, run } = await chore({ replyTo: 'balie@delft.example' });
        expect(await run()).toEqual({ reminded: 1, failed: 0 });
        expect(await run()).toBeUndefined();
        expect([slow.mail.arrived.length, mail.arrived.length]).toEqual([1, 1]);
      },
    );

    it('tries again what a mail server refused after it had all of it', async () => {
      await keep({ assured_date: '2025-11-01' });
      const full = await chore({ replyTo: 'balie@delft.example' }, { answers: 'with a refusal' });
      expect(await full.run()).toEqual({ reminded: 0, failed: 1 });
      expect(await remindedAt()).toEqual([null]);
    });

    it('goes on past addresses that are refused, and tries those again a day later', async () => {
      for (let number = 1; number <= 25; number++)
        await keep({
          id: `weg-${number}`,
          email: `weg-${number}@voorbeeld.example`,
          assured_date: '2025-01-01',
        });
      await keep({ id: 'last', assured_date: '2025-11-01' });
      await keep({ id: 'other', assured_date: '2025-11-01' }, 'gouda');
      const { mail, run } = await chore({ replyTo: 'balie@delft.example' });
      expect(await run()).toEqual({ reminded: 0, failed: 20 });
      expect(await run()).toEqual({ reminded: 2, failed: 5 });
      expect(mail.arrived).toHaveLength(2);
      expect(await run()).toBeUndefined();
      // Whoever corrects an address need not wait.
      await keep({ id: 'weg-25', assured_date: '2025-01-01' });
      expect(await run()).toEqual({ reminded: 1, failed: 0 });
      expect(await run(new Date(NOW.getTime() + 24 * 3_600_000))).toEqual({ reminded: 0, failed: 20 });
    });

    it('does not wait for the day that a clock once showed that was ahead', async () => {
      await keep({ email: 'weg@voorbeeld.example', assured_date: '2025-11-01' });
      const { run } = await chore({ replyTo: 'balie@delft.example' });
      expect(await run(new Date(NOW.getTime() + 400 * 24 * 3_600_000))).toEqual({ reminded: 0, failed: 1 });
      expect(await run()).toEqual({ reminded: 0, failed: 1 });
      expect(await run()).toBeUndefined();
    });

    it.each([
      ['0001-01-01', '2-01-01'],
      ['9999-12-31', '10000-12-31'],
    ])(
      'takes what says that it was assured on %s for never assured, and reminds of the others too',
      async (assured_date, before) => {
        await keep({ id: 'new', assured_date });
        await keep({ id: 'kept', assured_date });
        await server.store.db
          .updateTable('directory_services')
          .set({ review_by: before })
          .where('id', '=', 'kept')
          .execute();
        await keep({ id: 'other', assured_date: '2025-11-01' }, 'gouda');
        const { mail, run } = await chore({ replyTo: 'balie@delft.example' });
        expect(await run()).toEqual({ reminded: 3, failed: 0 });
        expect(mail.arrived).toHaveLength(3);
        // Whoever looks at it and says so on a day that can be has a year again.
        await keep({ id: 'new', assured_date: '2026-11-20' });
        const [listed] = (await listServices(server.store.db, 'delft')).filter(({ id }) => id === 'new');
        expect(listed).toMatchObject({ review_by: '2027-11-20', reminded_at: null });
      },
    );

    it('does not remind anew of what is brought in again, unless its review was put off', async () => {
      const week = new Date(NOW.getTime() + 7 * 24 * 3_600_000);
      await keep({ id: 'assured', assured_date: '2025-11-01' });
      await keep({ id: 'never', assured_date: undefined });
      const { mail, run } = await chore({ replyTo: 'balie@delft.example' });
      expect(await run()).toEqual({ reminded: 2, failed: 0 });
      await keep({ id: 'assured', assured_date: '2025-11-01', name: 'Taalcafé' }, 'delft', week);
      await keep({ id: 'never', assured_date: undefined }, 'delft', week);
      expect(await run(week)).toBeUndefined();
      expect(mail.arrived).toHaveLength(2);
      await keep({ id: 'assured', assured_date: '2025-12-10' }, 'delft', week);
      expect(await run(week)).toEqual({ reminded: 1, failed: 0 });
    });

    it('keeps the review day that an editor set when the list comes in again, until somebody looked since', async () => {
      const day = '2026-12-15';
      const week = new Date(NOW.getTime() + 7 * 24 * 3_600_000);
      await keep({ assured_date: '2026-07-01' });
      expect((await only()).review_by).toBe('2027-07-01');
      await save({}, day);
      const { run } = await chore({ replyTo: 'balie@delft.example' });
      expect(await run()).toEqual({ reminded: 1, failed: 0 });
      // What the page gives out, and what the list of before still says.
      const out = JSON.parse(JSON.stringify((await only()).service));
      await bringIn(server.store.db, 'delft', out, week);
      expect(await only()).toMatchObject({ review_by: day, reminded_at: NOW.toISOString() });
      await keep({ assured_date: '2026-06-01' }, 'delft', week);
      expect(await only()).toMatchObject({ review_by: day, reminded_at: NOW.toISOString() });
      expect(await run(week)).toBeUndefined();
      await keep({ assured_date: '2026-11-30' }, 'delft', week);
      expect(await only()).toMatchObject({ review_by: '2027-11-30', reminded_at: null });
    });

    it('reminds at an address that was put right, and at the same one never twice', async () => {
      await keep({ assured_date: '2025-11-01' });
      const { mail, run } = await chore({ replyTo: 'balie@delft.example' });
      const arrivedAt = () => mail.arrived.map(({ to }) => to.join());
      expect(await run()).toEqual({ reminded: 1, failed: 0 });
      await save({ phone: '010 1234567' });
      expect(await run()).toBeUndefined();
      await save({ email: 'new@voorbeeld.example' });
      expect(await run()).toEqual({ reminded: 1, failed: 0 });
      await save({ phone: '' });
      expect(await run()).toBeUndefined();
      await keep({ assured_date: '2025-11-01', email: 'list@voorbeeld.example' });
      expect(await run()).toEqual({ reminded: 1, failed: 0 });
      expect(await run()).toBeUndefined();
      expect(arrivedAt()).toEqual(['taal', 'new', 'list'].map((name) => `${name}@voorbeeld.example`));
    });
  });
}
