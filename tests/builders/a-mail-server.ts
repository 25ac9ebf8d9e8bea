import { readFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { aCertificate } from './a-certificate.ts';

/** A mail as it arrived: to whom it went, and its bytes. */
export type Arrived = { readonly to: readonly string[]; readonly text: string; readonly secure: boolean };

/**
 * A real mail server on loopback with STARTTLS; it wants a name and a password, and has no mailboxes whose address begins with `noMailbox`.
 * `ca` is its certificate. `answers`: what it does with a mail that it has as a whole; `then` takes it, as a mail server does.
 */
export async function aMailServer(
  options: {
    readonly hideStartTls?: boolean;
    readonly noMailbox?: string;
    readonly answers?: 'then' | 'never' | 'by hanging up' | 'with a refusal';
  } = {},
) {
  const { key, cert: ca } = aCertificate();
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    key: readFileSync(key),
    cert: readFileSync(ca),
    hideSTARTTLS: options.hideStartTls ?? false,
    disabledCommands: options.hideStartTls ? ['STARTTLS'] : [],
    onAuth: ({ username, password }, _session, done) =>
      username === 'balie' && password === 'open'
        ? done(null, { user: username })
        : done(new Error('Wrong name or password')),
    onRcptTo: ({ address }, _session, done) =>
      options.noMailbox !== undefined && address.startsWith(options.noMailbox)
        ? done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
        : done(),
    onData: (stream, { envelope, secure }, done) => {
      let text = '';
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.on('end', () => {
        arrived.push({ to: envelope.rcptTo.map(({ address }) => address), text, secure });
        if (options.answers === 'never') return;
        if (options.answers === 'by hanging up') for (const socket of sockets) socket.destroy();
        else if (options.answers === 'with a refusal')
          done(Object.assign(new Error('No room for this mail'), { responseCode: 452 }));
        else done();
      });
    },
  });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('error', () => undefined); // a client that does not trust it hangs up
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return {
    arrived,
    port: (server.server.address() as AddressInfo).port,
    caFile: ca,
    ca: readFileSync(ca, 'utf8'),
  };
}
