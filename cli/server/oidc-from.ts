import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { OidcFile, type OidcSettings } from '../../server/accounts/oidc-settings.ts';
import { isLoopback } from '../../server/accounts/own-origin.ts';
import { CommandError } from '../command-error.ts';

/**
 * What `--oidc FILE` says, with the secret from the file that it names (from its own folder on); undefined without.
 * Throws CommandError with the place in the file that is wrong.
 */
export function oidcFrom(option: string | boolean | undefined): OidcSettings | undefined {
  if (option === undefined) return undefined;
  const file = String(option);
  const read = OidcFile.safeParse(parse(file));
  if (!read.success) {
    const { path, message } = read.error.issues[0] ?? {
      path: [],
      message: 'is not as docs/operators.md describes it',
    };
    throw new CommandError(`"${file}": ${path.join('.') || 'the whole'}: ${message}. See docs/operators.md.`);
  }
  const { secretFile, ...settings } = read.data;
  const issuer = new URL(settings.issuer);
  if (issuer.protocol !== 'https:' && !isLoopback(issuer))
    throw new CommandError(
      `"${file}": issuer: begins with https://, or anybody on the way could be the issuer.`,
    );
  const secret = readText(resolve(dirname(file), secretFile)).trim();
  if (secret === '')
    throw new CommandError(`"${secretFile}" is empty: the secret of the client belongs in it.`);
  return { ...settings, secret };
}

function parse(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`"${file}" is no JSON. See docs/operators.md.`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`"${file}" cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}
