import type { KeyObject } from 'node:crypto';
import type { TLSSocket, TlsOptions } from 'node:tls';
import { HELP_PROTOCOL } from '../core/contract/desk/help-line.ts';
import type { DeviceKey } from '../core/contract/sync/device.ts';
import { deviceCertificate } from '../trust/tls/device-certificate.ts';

/** So long the other side has to prove who it is. Milliseconds. */
export const HANDSHAKE_MS = 3_000;

/**
 * TLS 1.3 with the key of this device, both ways, and nothing older or weaker. Certificates are signed by themselves, so Node refuses
 * none: `peerKey` tells whose the other side is, and whoever uses the socket looks at that before anything is read or written.
 */
export function secureOptions(key: KeyObject) {
  return {
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: deviceCertificate(key),
    minVersion: 'TLSv1.3',
    maxVersion: 'TLSv1.3',
    // The only kind of key that devices have. The TLS of Electron takes none of them unless it is named.
    sigalgs: 'ed25519',
    ALPNProtocols: [HELP_PROTOCOL],
    requestCert: true,
    rejectUnauthorized: false,
  } as const satisfies TlsOptions;
}

/** The key of the other side, of which the handshake proved that it holds it; undefined when it showed none of ours. */
export function peerKey(socket: TLSSocket): DeviceKey | undefined {
  if (socket.getProtocol() !== 'TLSv1.3' || socket.alpnProtocol !== HELP_PROTOCOL) return undefined;
  const key = socket.getPeerX509Certificate()?.publicKey;
  return key?.asymmetricKeyType === 'ed25519' ? key.export({ format: 'jwk' }).x : undefined;
}

export type SecureOptions = ReturnType<typeof secureOptions>;
