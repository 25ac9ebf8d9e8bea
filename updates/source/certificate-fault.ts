/**
 * Why whoever answers over https is not believed. `certificate-date`: by the clock of this machine the certificate is not valid now, and
 * that clock may be wrong. `certificate`: what answers does not prove that it is who was asked.
 */
export type CertificateFault = 'certificate-date' | 'certificate';

const DATES: ReadonlyMap<string, string> = new Map([
  ['CERT_NOT_YET_VALID', 'is not valid yet'],
  ['CERT_HAS_EXPIRED', 'has expired'],
]);
/** The codes of Node for what X.509 and TLS do not take, the two above apart. EPROTO and four of ERR_SSL: what answers does not know https. */
const NOT_PROVEN =
  /^(?:CERT_|ERR_TLS_CERT_|ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNKNOWN_PROTOCOL)$|EPROTO$|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_(?:GET_ISSUER|VERIFY|DECRYPT_CERT)|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED)/;

/** What the code of an error says of a certificate, in a sentence for whoever looks after the kiosk; undefined when it is about something else. */
export function certificateFault(
  code: string,
  host: string,
  now: Date,
): { readonly fault: CertificateFault; readonly message: string } | undefined {
  const date = DATES.get(code);
  if (date !== undefined)
    return {
      fault: 'certificate-date',
      message: `The certificate of ${host} ${date} by the clock of this kiosk, which says ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC. Is that right? Then tell whoever looks after ${host}.`,
    };
  return NOT_PROVEN.test(code)
    ? {
        fault: 'certificate',
        message: `What answers as ${host} does not prove that it is (${code}): it may be a sign-in page of the network, or something in between that reads along. Nothing was taken from it. Use another network, or ask whoever looks after this one.`,
      }
    : undefined;
}
