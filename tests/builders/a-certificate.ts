import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aDataFolder } from './a-store.ts';

/** A certificate and its key: files in PEM. */
export type TestCertificate = { readonly key: string; readonly cert: string };

const NAMES = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
const NEW_KEY = [
  '-newkey',
  'ec',
  '-pkeyopt',
  'ec_paramgen_curve:prime256v1',
  '-nodes',
  '-subj',
  '/CN=localhost',
];

function openssl(...options: string[]): void {
  execFileSync('openssl', options, { stdio: 'pipe' });
}

/** A certificate for localhost that nobody vouches for but itself, and its key; gone when the test is over. */
export function aCertificate(): TestCertificate {
  const folder = aDataFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  openssl('req', '-x509', ...NEW_KEY, ...['-days', '2', '-addext', NAMES], ...['-keyout', key, '-out', cert]);
  return { key, cert };
}

/** The same for a time of its own: from and until in years. Only `openssl ca` of Debian can be told when one begins. */
export function aCertificateOf(from: number, until: number): TestCertificate {
  const folder = aDataFolder();
  const at = (name: string) => join(folder, name);
  writeFileSync(at('index.txt'), '');
  writeFileSync(at('serial'), '01');
  writeFileSync(
    at('ca.cnf'),
    `[ca]\ndefault_ca = own\n[own]\ndatabase = ${at('index.txt')}\nserial = ${at('serial')}\nnew_certs_dir = ${folder}\ndefault_md = sha256\npolicy = any\nx509_extensions = names\n[any]\ncommonName = supplied\n[names]\n${NAMES}\n`,
  );
  openssl('req', '-new', ...NEW_KEY, ...['-keyout', at('key.pem'), '-out', at('wanted.pem')]);
  openssl(
    ...['ca', '-selfsign', '-batch', '-notext', '-config', at('ca.cnf')],
    ...['-keyfile', at('key.pem'), '-in', at('wanted.pem'), '-out', at('cert.pem')],
    ...['-startdate', `${from}0101000000Z`, '-enddate', `${until}0101000000Z`],
  );
  return { key: at('key.pem'), cert: at('cert.pem') };
}
