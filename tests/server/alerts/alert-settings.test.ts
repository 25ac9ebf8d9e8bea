import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { USUAL_RULES } from '../../../core/domain/alerts/alert-rules.ts';
import { readAlertSettings } from '../../../server/alerts/alert-settings.ts';
import { aDataFolder } from '../../builders/a-store.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const GOOD = {
  rules: { staleDays: 3 },
  mail: { host: 'mail.example', user: 'balie', passwordFile: 'password', from: 'balie@delft.example' },
  libraries: {
    delft: {
      mail: ['kees@delft.example'],
      webhook: { url: 'https://hooks.example/balie', secretFile: 'secret' },
    },
  },
};

function aFile(settings: unknown, files: Record<string, [text: string, mode?: number]> = {}): string {
  const folder = aDataFolder();
  for (const [name, [text, mode]] of Object.entries<[text: string, mode?: number]>({
    ...{ password: ['open\n', 0o600], secret: [`${SECRET}\n`, 0o600] },
    ...files,
  })) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), mode ?? 0o600);
  }
  const file = join(folder, 'alerts.json');
  writeFileSync(file, typeof settings === 'string' ? settings : JSON.stringify(settings));
  return file;
}

it('says from when on who is told how, with secrets from files of their own', () => {
  const { rules, mail, libraries } = readAlertSettings(aFile(GOOD));
  expect(rules).toEqual({ ...USUAL_RULES, staleDays: 3 });
  expect(mail).toMatchObject({ port: 587, tls: 'starttls', password: 'open', ca: undefined });
  expect(libraries.get('delft')).toEqual({
    ...{ language: 'nl', mail: ['kees@delft.example'] },
    webhook: { url: new URL('https://hooks.example/balie'), secret: Buffer.alloc(32, 7) },
  });
  expect(readAlertSettings(aFile({}))).toEqual({ rules: USUAL_RULES, mail: undefined, libraries: new Map() });
});

const withWebhook = (webhook: object) => ({ libraries: { delft: { webhook } } });
const hook = (url: string) => withWebhook({ url, secretFile: 'secret' });

it.each<[string, unknown, RegExp, Parameters<typeof aFile>[1]?]>([
  ['no JSON', '{"rules"', /alerts\.json: it is no JSON .*Mend it/],
  ['a field that nobody knows', { rules: { silentDays: 1 } }, /rules: .*silentDays/],
  ['no number', { rules: { staleDays: '3' } }, /rules\.staleDays: /],
  ['a webhook without TLS', hook('http://hooks.example/'), /delft\.webhook\.url: .*https/],
  ['a webhook into the network', hook('http://10.0.0.1/'), /delft\.webhook\.url: .*https/],
  ['a webhook to a file', hook('file:///etc/passwd'), /delft\.webhook\.url: .*https/],
  ['a webhook with a password', hook('https://a:b@hooks.example/'), /without a name and password/],
  [
    'a secret that others read',
    GOOD,
    /webhook\.secretFile: others may read .*chmod 600/,
    { secret: [SECRET, 0o640] },
  ],
  ['a secret that is none', GOOD, /holds no secret of a webhook.*openssl/, { secret: ['open'] }],
  ['an empty password', GOOD, /mail\.passwordFile: .* is empty/, { password: ['\n'] }],
  [
    'a secret that is not there',
    withWebhook({ url: 'https://x.example/', secretFile: 'gone' }),
    /"[^"]*gone" cannot be read \(ENOENT\)/,
  ],
  ['mail without a server', { libraries: { delft: { mail: ['a@b.example'] } } }, /mail: is missing/],
  ['mail without TLS elsewhere', { mail: { ...GOOD.mail, tls: 'none' } }, /mail\.tls: .*on this machine/],
  ['a name without a password', { mail: { host: 'x', from: 'a@b.example', user: 'x' } }, /mail: has one of/],
  [
    'a forged address',
    { ...GOOD, libraries: { delft: { mail: ['a@b.example\r\nBcc: c@d.example'] } } },
    /delft\.mail\.0: /,
  ],
])('says where and what is wrong: %s', (_, settings, why, files) => {
  expect(() => readAlertSettings(aFile(settings, files))).toThrow(why);
});

it('lets a webhook on this machine do without TLS', () => {
  for (const url of ['http://127.0.0.1:9/', 'http://[::1]:9/', 'http://localhost/'])
    expect(readAlertSettings(aFile(hook(url))).libraries.size).toBe(1);
});
