import { expect, it } from 'vitest';
import type { MailServer } from '../../../server/alerts/alert-settings.ts';
import { mailAlert } from '../../../server/alerts/mail.ts';
import { MaybeToldError, type Message, PartlyToldError } from '../../../server/alerts/tell-alerts.ts';
import { aMailServer } from '../../builders/a-mail-server.ts';
import { aMessage } from '../../builders/a-message.ts';

const TO = {
  language: 'nl',
  mail: ['kees@delft.example', 'balie@Delft.example'],
  webhook: undefined,
} as const;

/** A mail server hears domains in small letters. */
const MAILED = TO.mail.map((address) => address.toLowerCase());

async function send(
  message: Message,
  more: Partial<MailServer> = {},
  options: Parameters<typeof aMailServer>[0] = {},
) {
  const server = await aMailServer(options);
  const plan: MailServer = {
    ...{ host: 'localhost', port: server.port, tls: 'starttls', user: 'balie', password: 'open' },
    ...{ ca: server.ca, from: 'balie@server.example' },
    ...more,
  };
  const sent = mailAlert(plan, TO, message);
  return { server, sent };
}

it('is sent under TLS, to each address, as plain text with a name of its own', async () => {
  const { server, sent } = await send(aMessage());
  await sent;
  expect(server.arrived).toHaveLength(1);
  const [{ to, text, secure } = { to: [], text: '', secure: false }] = server.arrived;
  expect([to, secure]).toEqual([MAILED, true]);
  expect(text).toContain('Subject: Hal (3f8a5d2e): al 26 uur geen contact');
  expect(text).toContain(`Message-ID: <${aMessage().alert.id}.opened@server.example>`);
  expect(text).toContain('Auto-Submitted: auto-generated');
  expect(text).toContain('Content-Type: text/plain');
  expect(text).toContain('Bibliotheek Delft');
});

it.each([
  'Hal\r\nBcc: thief@example.org\r\n\r\nbody',
  'Hal\nSubject: other',
  `Hal${'é'.repeat(400)}\r\n.\r\nRCPT TO:<thief@example.org>`,
  '<thief@example.org>',
])('lets no name of a library or place write a line of its own: %j', async (name) => {
  const { server, sent } = await send(aMessage({ place: name, libraryName: name }));
  await sent;
  const [{ to, text } = { to: [], text: '' }] = server.arrived;
  expect(to).toEqual(MAILED);
  const head = text.slice(0, text.indexOf('\r\n\r\n'));
  expect(head).not.toMatch(/^bcc:/im);
  expect(head.match(/^subject:/gim)).toHaveLength(1);
  expect(
    head
      .match(/^[a-z-]+:/gim)
      ?.map((each) => each.toLowerCase())
      .sort(),
  ).toEqual([
    'auto-submitted:',
    'content-transfer-encoding:',
    'content-type:',
    'date:',
    'from:',
    'message-id:',
    'mime-version:',
    'subject:',
    'to:',
  ]);
});

it.each<[string, Partial<MailServer>, boolean]>([
  ['a server that offers no TLS', {}, true],
  ['a server whose certificate nobody vouches for', { ca: undefined }, false],
  ['a wrong password', { password: 'wrong' }, false],
])('goes not out to %s', async (_, more, hideStartTls) => {
  const { server, sent } = await send(aMessage(), more, { hideStartTls });
  await expect(sent).rejects.toThrow();
  expect(server.arrived).toEqual([]);
});

it('may have arrived where the mail server had all of it and hung up, and not where it refused it then', async () => {
  const cut = await send(aMessage(), {}, { answers: 'by hanging up' });
  await expect(cut.sent).rejects.toBeInstanceOf(MaybeToldError);
  expect(cut.server.arrived).toHaveLength(1);
  const full = await send(aMessage(), {}, { answers: 'with a refusal' });
  await expect(full.sent).rejects.not.toBeInstanceOf(MaybeToldError);
});

it('says of several addresses which ones the mail server refused, and goes to those alone the next time', async () => {
  const { server, sent } = await send(aMessage(), {}, { noMailbox: 'balie@' });
  const error: unknown = await sent.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(PartlyToldError);
  const { refused, message } = error as PartlyToldError;
  expect([refused.length, JSON.stringify(refused).includes('@')]).toEqual([1, false]);
  expect(message).toContain('1 of 2');
  expect(server.arrived.map(({ to }) => to)).toEqual([['kees@delft.example']]);
  const again = await send(aMessage({ refused }));
  await again.sent;
  expect(again.server.arrived.map(({ to }) => to)).toEqual([['balie@delft.example']]);
  const still = await send(aMessage({ refused }), {}, { noMailbox: 'balie@' });
  await expect(still.sent).rejects.toThrow('No such mailbox');
  // Who stands in the settings no more need not be told.
  const gone = await send(aMessage({ refused: ['of somebody else'] }));
  await gone.sent;
  expect(gone.server.arrived).toEqual([]);
});
