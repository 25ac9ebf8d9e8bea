import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { aDataFolder } from './a-store.ts';

/** A certificate for localhost that nobody vouches for but itself, and its key: files in PEM, gone when the test is over. */
export function aCertificate(): { readonly key: string; readonly cert: string } {
  const folder = aDataFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
      ...['-keyout', key, '-out', cert],
    ],
    { stdio: 'pipe' },
  );
  return { key, cert };
}
