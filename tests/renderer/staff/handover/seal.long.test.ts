import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { AgeRecipient } from '../../../../core/domain/age-recipient.ts';
import { seal } from '../../../../renderer/staff/handover/seal.ts';

const folder = mkdtempSync(join(tmpdir(), 'balie-seal-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A key pair of Debian's own age: the file of its secret half, and its public half. */
function aPartnerKey(name: string): { readonly file: string; readonly recipient: string } {
  const file = join(folder, name);
  execFileSync('age-keygen', ['-o', file], { stdio: 'ignore' });
  return { file, recipient: execFileSync('age-keygen', ['-y', file], { encoding: 'utf8' }).trim() };
}

const TEXT = 'Naam: Zoë Çelik-’t Hart\nTelefoon: 06 12 34 56 78\n';

it("locks a text so that Debian's age opens it with the partner's key, and with no other", async () => {
  const partner = aPartnerKey('partner');
  const stranger = aPartnerKey('stranger');
  const locked = Buffer.from(await seal(TEXT, partner.recipient), 'base64');
  const file = join(folder, 'text.age');
  writeFileSync(file, locked);
  expect(execFileSync('age', ['--decrypt', '--identity', partner.file, file], { encoding: 'utf8' })).toBe(
    TEXT,
  );
  expect(() =>
    execFileSync('age', ['--decrypt', '--identity', stranger.file, file], { stdio: 'pipe' }),
  ).toThrow(/no identity matched/);
  expect(locked.includes('Çelik')).toBe(false);
  expect(locked.includes('06 12')).toBe(false);
});

it('locks the same text to something else each time', async () => {
  const { recipient } = aPartnerKey('again');
  expect(await seal(TEXT, recipient)).not.toBe(await seal(TEXT, recipient));
});

it('locks nothing to a key that has no secret half', async () => {
  // The point 0, with a good checksum: whatever is locked to it, everybody can open.
  const everybody = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z';
  expect(AgeRecipient.parse(everybody)).toBe(everybody);
  await expect(seal(TEXT, everybody)).rejects.toThrow();
});
