import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount, readInvitation } from '../../../server/accounts/invitations.ts';
import { openServerStore, type ServerStore } from '../../../server/store/open-server-store.ts';
import { SECRETS_FILE, SecretsKeyError } from '../../../server/store/secrets-key.ts';

/** The key that locks secrets, whatever the store. */
export function describeSecretsKey(name: string, database: () => Promise<string | undefined>): void {
  describe(name, () => {
    let data: string;
    let place: { data: string; database: string | undefined };
    let store: ServerStore;
    beforeAll(async () => {
      data = mkdtempSync(join(tmpdir(), 'balie-secrets-'));
      place = { data, database: await database() };
      store = await openServerStore(place);
    });
    afterAll(async () => {
      await store.close();
      rmSync(data, { recursive: true, force: true });
    });
    const invite = async (account: string) =>
      (
        await addAccount(
          store,
          { library: null, role: 'operator', name: account },
          { library: null },
          new Date(),
        )
      )?.token ?? '';

    it('is a file for the account of the server alone', async () => {
      await store.secrets();
      expect(statSync(join(data, SECRETS_FILE)).mode & 0o777).toBe(0o600);
    });

    it('keeps secrets of authenticator apps out of the database, and reads them again', async () => {
      const token = await invite('One');
      const { totpSecret } = await readInvitation(store, token, new Date());
      expect(totpSecret).toMatch(/^[A-Z2-7]{32}$/);
      const rows = await store.db.selectFrom('invitations').selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(totpSecret);
      const other = await openServerStore(place);
      expect((await readInvitation(other, token, new Date())).totpSecret).toBe(totpSecret);
      await other.close();
    });

    it('opens nothing that was put beside somebody else, or changed', async () => {
      const secrets = await store.secrets();
      const sealed = secrets.seal('ABCDEFGH', 'one');
      expect(secrets.open(sealed, 'one')).toBe('ABCDEFGH');
      expect(secrets.seal('ABCDEFGH', 'one')).not.toBe(sealed);
      expect(() => secrets.open(sealed, 'other')).toThrow(SecretsKeyError);
      const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
      expect(() => secrets.open(changed, 'one')).toThrow(SecretsKeyError);
      expect(() => secrets.open('ABCDEFGH', 'one')).toThrow(SecretsKeyError);
    });

    it('seals what an older version kept as it was', async () => {
      const token = await invite('Two');
      await store.db.updateTable('invitations').set({ totp_secret: 'ABCDEFGH' }).execute();
      const again = await openServerStore(place);
      expect((await again.secrets()) && (await readInvitation(again, token, new Date())).totpSecret).toBe(
        'ABCDEFGH',
      );
      const rows = await again.db.selectFrom('invitations').select('totp_secret').execute();
      expect(rows.every(({ totp_secret }) => totp_secret.startsWith('v1.'))).toBe(true);
      await again.close();
    });

    it('is asked for when it is gone: no new one is made in its place', async () => {
      await store.secrets();
      const file = join(data, SECRETS_FILE);
      const key = readFileSync(file, 'utf8');
      rmSync(file);
      const again = await openServerStore(place);
      await expect(again.secrets()).rejects.toThrow('Copy it from the back-up');
      expect(() => statSync(file)).toThrow('ENOENT');
      await again.close();
      expect(key.length).toBeGreaterThan(40);
    });
  });
}
