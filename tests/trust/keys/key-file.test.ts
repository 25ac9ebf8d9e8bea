import { describe, expect, it } from 'vitest';
import { publicHalf, readKeyFile, readPublicKeyFile } from '../../../trust/keys/key-file.ts';
import { makeKey } from '../../../trust/keys/make-key.ts';
import { openKey } from '../../../trust/keys/open-key.ts';
import { keyIdOf } from '../../../trust/keys/public-key.ts';
import { TrustError } from '../../../trust/trust-error.ts';
import { CHEAP, PASSPHRASE } from '../../builders/a-repository.ts';

// Made once: stretching a passphrase takes a moment.
const made = {
  publisher: makeKey({ for: 'publisher', library: 'bieb', passphrase: PASSPHRASE }, CHEAP),
  root: makeKey({ for: 'root', passphrase: PASSPHRASE }, CHEAP),
};
const publisher = () => made.publisher;
const root = () => made.root;
const open = (file: object, passphrase = PASSPHRASE) =>
  openKey(readKeyFile(JSON.stringify(file), 'k.json'), 'k.json', async () => passphrase);

describe('a key file', () => {
  it('opens with its passphrase, and signs', async () => {
    const file = await publisher();
    const key = await open(file);
    expect(key).toMatchObject({ for: 'publisher', library: 'bieb', id: keyIdOf(file.key) });
    expect(key.sign(Buffer.from('x'))).toMatch(/^[0-9a-f]{128}$/);
  });

  it('does not show the private half without it', async () => {
    const file = await root();
    expect(Object.keys(file).sort()).toEqual(['encrypted', 'for', 'format', 'key']);
    await expect(open(file, 'another passphrase')).rejects.toThrow(
      '"k.json" does not open with this passphrase.',
    );
  });

  it('opens with the same passphrase however its accents are written', async () => {
    const file = await makeKey({ for: 'root', passphrase: 'caf\u00e9 caf\u00e9 caf\u00e9 caf\u00e9' }, CHEAP);
    await expect(open(file, 'cafe\u0301 cafe\u0301 cafe\u0301 cafe\u0301')).resolves.toMatchObject({
      for: 'root',
    });
  });

  it('wants 15 characters', async () => {
    await expect(makeKey({ for: 'root', passphrase: 'x'.repeat(14) }, CHEAP)).rejects.toThrow(
      'at least 15 characters',
    );
    await expect(makeKey({ for: 'root', passphrase: 'x'.repeat(15) }, CHEAP)).resolves.toBeDefined();
  });

  it('cannot be given another library, purpose or public half', async () => {
    const file = await publisher();
    await expect(open({ ...file, library: 'huis' })).rejects.toThrow(TrustError);
    await expect(open({ ...file, key: (await root()).key })).rejects.toThrow(TrustError);
    const { library: _, ...rest } = file as typeof file & { library: string };
    await expect(open({ ...rest, for: 'root' })).rejects.toThrow(TrustError);
  });

  it.each(['salt', 'iv', 'tag', 'data'])('does not open when %s was changed', async (field) => {
    const file = (await root()) as Extract<Awaited<ReturnType<typeof root>>, { for: 'root' }>;
    const text = file.encrypted[field as 'iv'];
    const changed = (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    await expect(open({ ...file, encrypted: { ...file.encrypted, [field]: changed } })).rejects.toThrow(
      TrustError,
    );
  });

  it('does not open with a tag cut short', async () => {
    const file = (await root()) as Extract<Awaited<ReturnType<typeof root>>, { for: 'root' }>;
    const tag = Buffer.from(file.encrypted.tag, 'base64').subarray(0, 4).toString('base64');
    await expect(open({ ...file, encrypted: { ...file.encrypted, tag } })).rejects.toThrow(TrustError);
  });

  it('cannot ask for more memory than a computer has', async () => {
    const file = (await root()) as Extract<Awaited<ReturnType<typeof root>>, { for: 'root' }>;
    const greedy = { ...file, encrypted: { ...file.encrypted, cost: 2 ** 30 } };
    expect(() => readKeyFile(JSON.stringify(greedy), 'k.json')).toThrow('"k.json" is no key file of Balie');
  });

  it('of the server needs no passphrase, and its halves belong together', async () => {
    const file = await makeKey({ for: 'snapshot' });
    await expect(open(file)).resolves.toMatchObject({ for: 'snapshot' });
    const other = await makeKey({ for: 'snapshot' });
    await expect(open({ ...file, key: other.key })).rejects.toThrow('do not belong together');
  });

  it.each(['', '{', 'null', '{"format":2}'])('is not %j', (text) => {
    expect(() => readKeyFile(text, 'k.json')).toThrow('"k.json" is no key file of Balie');
  });
});

describe('the public half', () => {
  it('is read back', async () => {
    const half = publicHalf(await publisher());
    expect(readPublicKeyFile(JSON.stringify(half), 'p.json')).toEqual(half);
    expect(JSON.stringify(half)).not.toContain('encrypted');
  });

  it('has the id of its key', async () => {
    const half = { ...publicHalf(await publisher()), key: (await root()).key };
    expect(() => readPublicKeyFile(JSON.stringify(half), 'p.json')).toThrow('is not that of its key');
  });
});
