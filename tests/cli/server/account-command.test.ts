import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAccountCommand, endAccountCommand } from '../../../cli/server/account-command.ts';
import { addLibraryCommand } from '../../../cli/server/library-command.ts';
import { oidcFrom } from '../../../cli/server/oidc-from.ts';
import { originFrom } from '../../../cli/server/origin-from.ts';
import { serveCommand } from '../../../cli/server/serve-command.ts';
import { readAudit } from '../../../server/accounts/audit.ts';
import { makeLog } from '../../../server/http/log.ts';
import { startServer } from '../../../server/start-server.ts';
import { openServerStore } from '../../../server/store/open-server-store.ts';
import { aBrowser } from '../../builders/a-browser.ts';
import { runLongCommand } from '../../builders/run-balie.ts';

const data = mkdtempSync(join(tmpdir(), 'balie-accounts-'));
const inData = ['--data', data];
beforeAll(() => runLongCommand(addLibraryCommand, 'delft', '--name', 'Bibliotheek Delft', ...inData));
afterAll(() => rmSync(data, { recursive: true, force: true }));

it('makes an account whose link works at the server, until it is ended', async () => {
  const server = await startServer({ data }, { port: 0 }, makeLog({ write: () => undefined }));
  const lead = ['--library', 'delft', '--name', 'Desk lead'];
  const { out } = await runLongCommand(
    addAccountCommand,
    ...lead,
    '--role',
    'administrator',
    '--origin',
    'https://balie.example',
    ...inData,
  );
  const [, token] = /^https:\/\/balie\.example\/administration\/invitation#([\w-]{43})$/m.exec(out) ?? [];
  const ask = () => aBrowser(server.address).post('/api/v1/invitation', { token });
  expect(await (await ask()).json()).toMatchObject({
    account: { name: 'Desk lead', library: 'delft', role: 'administrator' },
    libraryName: 'Bibliotheek Delft',
  });
  await expect(addAccountCommand([...lead, '--role', 'reader', ...inData])).rejects.toThrow(
    'There is an account "Desk lead" already',
  );
  await runLongCommand(endAccountCommand, ...lead, ...inData);
  expect((await ask()).status).toBe(403);
  const operator = await runLongCommand(
    addAccountCommand,
    '--role',
    'operator',
    '--name',
    'Operator',
    ...inData,
  );
  expect(operator.out).toMatch(/^http:\/\/localhost:8787\/administration/);
  await server.stop();
  const store = await openServerStore({ data });
  expect((await readAudit(store.db, 'delft')).entries).toMatchObject([
    { by: null, what: 'account-ended', onWhat: 'Desk lead' },
    { by: null, what: 'account-added', onWhat: 'Desk lead (administrator)' },
    { by: null, what: 'library-added', onWhat: 'delft' },
  ]);
  await store.close();
});

it.each([
  [addAccountCommand, ['--role', 'king', '--name', 'x'], '--role is one of: reader, editor'],
  [addAccountCommand, ['--role', 'reader', '--name', 'x'], '--library ID is missing'],
  [addAccountCommand, ['--role', 'reader', '--library', 'gouda', '--name', 'x'], 'balie server library add'],
  [addAccountCommand, ['--role', 'operator', '--library', 'delft', '--name', 'x'], 'leave --library out'],
  [addAccountCommand, ['--role', 'operator', '--name', 'two\nlines'], '--name NAME is missing'],
  [endAccountCommand, ['--library', 'delft', '--name', 'Nobody'], 'There is no account "Nobody" at "delft"'],
  [endAccountCommand, ['--name', 'Nobody'], 'There is no account "Nobody" of an operator'],
  [serveCommand, ['--origin', 'http://balie.example'], 'begins with https://'],
  [serveCommand, ['--oidc', '/nowhere.json'], 'cannot be read: ENOENT'],
  [serveCommand, ['--proxy', '10.0.0.5', '--proxy', 'proxy.example'], '"proxy.example" is no address'],
  [serveCommand, ['--proxy', '10.0.0.0/33'], 'is no address'],
  [serveCommand, ['--proxy', 'fd00::/129'], 'is no address'],
  [serveCommand, ['--proxy', '10.0.0.5/'], 'is no address'],
  [serveCommand, ['--proxy', 'loopback'], 'is no address'],
  [serveCommand, ['--proxy', '0.0.0.0/0'], 'is everybody'],
])('says what is wrong and what to do: %o %j', async (command, args, words) => {
  await expect(command([...args, ...inData])).rejects.toThrow(words);
});

it('takes an origin that nobody on the way reads', () => {
  expect(originFrom(undefined)).toBeUndefined();
  expect(originFrom('https://balie.example/')).toBe('https://balie.example');
  expect(originFrom('http://localhost:8787')).toBe('http://localhost:8787');
  for (const wrong of [
    'balie.example',
    'https://balie.example/pad',
    'ftp://localhost',
    'https://a@balie.example',
    '',
  ])
    expect(() => originFrom(wrong), wrong).toThrow('--origin');
});

it('reads the file of the sign-in of an organisation, and says where it is wrong', () => {
  const file = join(data, 'oidc.json');
  const good = {
    ...{
      issuer: 'https://login.example',
      clientId: 'balie',
      secretFile: 'oidc.secret',
      label: 'Sign in',
      claim: 'roles',
    },
    roles: [{ value: 'desk', library: 'delft', role: 'editor' }],
  };
  const read = (content: unknown) => {
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return oidcFrom(file);
  };
  expect(() => read(good)).toThrow('oidc.secret" cannot be read: ENOENT');
  writeFileSync(join(data, 'oidc.secret'), ' \n');
  expect(() => read(good)).toThrow('is empty');
  writeFileSync(join(data, 'oidc.secret'), 'known to two\n');
  const { secretFile, ...rest } = good;
  expect(secretFile).toBe('oidc.secret');
  expect(read(good)).toEqual({ ...rest, scope: 'openid', secret: 'known to two' });
  expect(() => read('{')).toThrow('is no JSON');
  expect(() => read({ ...good, issuer: 'http://login.example' })).toThrow('issuer: begins with https://');
  expect(() => read({ ...good, clientId: '' })).toThrow('clientId');
  expect(() => read({ ...good, roles: [{ value: 'desk', role: 'editor' }] })).toThrow('roles.0');
  expect(() => read({ ...good, more: 1 })).toThrow('the whole');
});
