import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { LibraryId } from '../../core/contract/repository/names.ts';
import { AlertRules, USUAL_RULES } from '../../core/domain/alerts/alert-rules.ts';

/** A file of settings, or a secret that it names, is not as it must be. The message says where, what and what to do. */
export class AlertSettingsError extends Error {}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]', '::1'];

/**
 * Where a webhook goes. Only https, because it tells how a library's devices fare, and because a server that asks whatever address it is
 * given lends its place in the network to others (server-side request forgery): what is inside answers http. On this computer http will do.
 */
const WebhookUrl = z.string().max(500).refine(isSafeUrl, {
  error:
    'is no address for a webhook. Write it as https://…, without a name and password; http:// only on this machine',
});

function isSafeUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
}

const MailServer = z
  .strictObject({
    host: z.string().min(1).max(253),
    port: z.number().int().min(1).max(65_535).default(587),
    /** `starttls` and `direct` end when there is no TLS; `none` only on this machine. */
    tls: z.enum(['starttls', 'direct', 'none']).default('starttls'),
    user: z.string().min(1).max(200).optional(),
    passwordFile: z.string().min(1).optional(),
    /** Whom to trust beside the usual authorities: a certificate in PEM. */
    caFile: z.string().min(1).optional(),
    from: z.email(),
  })
  .refine(({ tls, host }) => tls !== 'none' || LOOPBACK.includes(host), {
    error:
      'is "none", which only a mail server on this machine may be asked with. Use "starttls" or "direct"',
    path: ['tls'],
  })
  .refine(({ user, passwordFile }) => (user === undefined) === (passwordFile === undefined), {
    error: 'has one of user and passwordFile. Give both, or neither',
  });

const ForLibrary = z.strictObject({
  language: z.enum(['nl', 'en']).default('nl'),
  mail: z.array(z.email()).max(20).default([]),
  webhook: z.strictObject({ url: WebhookUrl, secretFile: z.string().min(1) }).optional(),
  /** The contacts of services are reminded by mail of a review; their answers go to `replyTo`. */
  reminders: z.strictObject({ replyTo: z.email() }).optional(),
});

const AlertFile = z
  .strictObject({
    rules: AlertRules.default(USUAL_RULES),
    mail: MailServer.optional(),
    libraries: z.record(LibraryId, ForLibrary).default({}),
  })
  .refine(
    ({ mail, libraries }) =>
      mail !== undefined ||
      Object.values(libraries).every((each) => each.mail.length === 0 && each.reminders === undefined),
    { error: 'is missing, though a library wants mail. Say which server sends it', path: ['mail'] },
  );

/** How a library is told. */
export type LibraryAlerts = {
  readonly language: 'nl' | 'en';
  readonly mail: readonly string[];
  readonly webhook: { readonly url: URL; readonly secret: Buffer } | undefined;
  readonly reminders?: { readonly replyTo: string } | undefined;
};

/** Who sends mail, with its secrets. */
export type MailServer = Omit<z.infer<typeof MailServer>, 'passwordFile' | 'caFile'> & {
  readonly password: string | undefined;
  readonly ca: string | undefined;
};

/** From when on libraries are warned, and how they are told. */
export type AlertSettings = {
  readonly rules: AlertRules;
  readonly mail: MailServer | undefined;
  readonly libraries: ReadonlyMap<string, LibraryAlerts>;
};

/** Without a file: the usual rules, and nobody is told; alerts stand on the page. */
export const NOBODY_TOLD: AlertSettings = { rules: USUAL_RULES, mail: undefined, libraries: new Map() };

/** Reads the file of settings, and the secrets in the files that it names (relative to it). Throws AlertSettingsError. */
export function readAlertSettings(file: string): AlertSettings {
  const read = AlertFile.safeParse(parse(file));
  if (!read.success) {
    const { path, message } = read.error.issues[0] ?? { path: [], message: 'is no file of settings' };
    throw new AlertSettingsError(`${file}: ${path.join('.') || 'it'}: ${message}.`);
  }
  const { rules, mail, libraries } = read.data;
  const secretOf = (name: string, place: string) => readSecret(resolve(dirname(file), name), file, place);
  const server = (): MailServer | undefined => {
    if (mail === undefined) return undefined;
    const { passwordFile, caFile, ...rest } = mail;
    return {
      ...rest,
      password: passwordFile === undefined ? undefined : secretOf(passwordFile, 'mail.passwordFile'),
      ca: caFile === undefined ? undefined : readText(resolve(dirname(file), caFile), file, 'mail.caFile'),
    };
  };
  const told = Object.entries(libraries).map(([id, { webhook, ...rest }]): [string, LibraryAlerts] => {
    const place = `libraries.${id}.webhook.secretFile`;
    const secret = webhook && webhookSecret(secretOf(webhook.secretFile, place), file, place);
    return [id, { ...rest, webhook: webhook && secret && { url: new URL(webhook.url), secret } }];
  });
  return { rules, mail: server(), libraries: new Map(told) };
}

function parse(file: string): unknown {
  const text = readText(file, file, 'it');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AlertSettingsError(`${file}: it is no JSON (${(error as Error).message}). Mend it there.`);
  }
}

function readText(path: string, file: string, place: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new AlertSettingsError(
      `${file}: ${place}: "${path}" cannot be read (${code}). Look at its place and rights.`,
    );
  }
}

/** A secret is for the account of the server alone. */
function readSecret(path: string, file: string, place: string): string {
  const text = readText(path, file, place).trim();
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new AlertSettingsError(`${file}: ${place}: others may read "${path}". Run: chmod 600 ${path}`);
  if (text === '')
    throw new AlertSettingsError(`${file}: ${place}: "${path}" is empty. Write the secret into it.`);
  return text;
}

/** As Standard Webhooks writes one: `whsec_` and 24 to 64 bytes in base64. */
function webhookSecret(text: string, file: string, place: string): Buffer {
  const found = /^whsec_(?<bytes>[A-Za-z0-9+/]{32,88}={0,2})$/.exec(text)?.groups?.['bytes'];
  if (found !== undefined) return Buffer.from(found, 'base64');
  throw new AlertSettingsError(
    `${file}: ${place}: it holds no secret of a webhook. Make one: echo "whsec_$(openssl rand -base64 32)"`,
  );
}
