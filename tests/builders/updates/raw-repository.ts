import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import type { PackOnChannel } from '../../../core/contract/repository/names.ts';
import { blobPlace, manifestPlace } from '../../../core/contract/repository/places.ts';
import { packFiles } from '../pack-files.ts';

// A repository that signs whatever it is told, also what no publisher would: the attacks need one. What is right in it is
// written by the rules of TUF and of decision 17, and not by the code that it is there to try.

/** The time at which all tests of updates are set, in milliseconds since 1970. */
export const NOW = Date.UTC(2026, 10, 24, 12);
const DAY = 86_400_000;
export const STABLE: PackOnChannel = { library: 'bieb', pack: 'klein', channel: 'stable' };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Fields = { [name: string]: Json };

/** A key pair, with its id and public half as TUF writes them. */
export type TestKey = { readonly id: string; readonly public: Fields; readonly secret: KeyObject };

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** OLPC canonical JSON, in which TUF signs: keys sorted, no spaces, in texts only quote and backslash escaped. */
function canonical(value: Json): string {
  if (typeof value === 'string') return `"${value.replaceAll(/[\\"]/g, '\\$&')}"`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value as Fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, each]) => `${canonical(name)}:${canonical(each)}`).join(',')}}`;
}

/** A fresh key. */
export function aKey(): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const shown = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: raw } };
  return { id: sha256(canonical(shown)), public: shown, secret: privateKey };
}

/** Metadata with the signatures of these keys. */
export function signed(body: Json, keys: readonly TestKey[]): Json {
  const text = Buffer.from(canonical(body));
  const signatures = keys.map(({ id, secret }) => ({
    keyid: id,
    sig: sign(null, text, secret).toString('hex'),
  }));
  return { signed: body, signatures };
}

/** A day so many days after the tests. */
export const inDays = (days: number) => new Date(NOW + days * DAY).toISOString().replace(/\.\d+Z$/, 'Z');

const keysById = (keys: readonly TestKey[]): Fields =>
  Object.fromEntries(keys.map((key) => [key.id, key.public]));
const role = (keys: readonly TestKey[], threshold: number): Fields => ({
  keyids: keys.map(({ id }) => id),
  threshold,
});

/** What of a repository a test may change before it signs. */
export type Change = (body: Fields) => void;
type Role = 'root' | 'targets' | 'snapshot' | 'timestamp' | 'bieb';

/** A repository in a folder of its own, with one library. It is gone when the test is over. */
export class RawRepository {
  readonly folder: string;
  readonly keys = {
    root: [aKey(), aKey(), aKey()] as TestKey[],
    snapshot: [aKey()],
    timestamp: [aKey()],
    bieb: [aKey()],
  };
  readonly versions: Record<Role, number> = { root: 0, targets: 0, snapshot: 0, timestamp: 0, bieb: 0 };
  /** The targets of the library, by path. */
  readonly targets: Record<string, Json> = {};

  constructor(folder: string) {
    this.folder = folder;
    this.signRoot();
    this.signTargets();
  }

  /** The first root, as it comes with the app. */
  get bundledRoot(): Buffer {
    return readFileSync(join(this.folder, 'metadata/1.root.json'));
  }

  write(place: string, bytes: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, place)), { recursive: true });
    writeFileSync(join(this.folder, place), bytes);
  }

  sign(name: string, body: Json, keys: readonly TestKey[]): void {
    this.write(`metadata/${name}.json`, JSON.stringify(signed(body, keys)));
  }

  #head(of: Role, days: number): Fields {
    const type = of === 'bieb' ? 'targets' : of;
    this.versions[of]++;
    return { _type: type, spec_version: '1.0.31', version: this.versions[of], expires: inDays(days) };
  }

  /** A next root, signed by two of the keys that it names and two of those before it. */
  signRoot(change: Change = () => undefined, signers = this.keys.root.slice(0, 2)): void {
    const { root, snapshot, timestamp } = this.keys;
    const body: Fields = {
      ...this.#head('root', 730),
      consistent_snapshot: true,
      keys: keysById([...root, ...snapshot, ...timestamp]),
      roles: {
        root: role(root, 2),
        targets: role(root, 2),
        snapshot: role(snapshot, 1),
        timestamp: role(timestamp, 1),
      },
    };
    change(body);
    this.sign(`${this.versions.root}.root`, body, signers);
  }

  signTargets(change: Change = () => undefined, signers = this.keys.root.slice(0, 2)): void {
    const delegation = { ...role(this.keys.bieb, 1), name: 'bieb', terminating: true, paths: ['bieb/*'] };
    const body: Fields = {
      ...this.#head('targets', 730),
      targets: {},
      delegations: { keys: keysById(this.keys.bieb), roles: [delegation] },
    };
    change(body);
    this.sign(`${this.versions.targets}.targets`, body, signers);
  }

  signLibrary(change: Change = () => undefined, signers = this.keys.bieb): void {
    const body: Fields = { ...this.#head('bieb', 365), targets: { ...this.targets } };
    change(body);
    this.sign(`${this.versions.bieb}.bieb`, body, signers);
  }

  signSnapshot(change: Change = () => undefined, signers = this.keys.snapshot): void {
    const body: Fields = {
      ...this.#head('snapshot', 180),
      meta: {
        'targets.json': { version: this.versions.targets },
        'bieb.json': { version: this.versions.bieb },
      },
    };
    change(body);
    this.sign(`${this.versions.snapshot}.snapshot`, body, signers);
  }

  signTimestamp(change: Change = () => undefined, signers = this.keys.timestamp): void {
    const body: Fields = {
      ...this.#head('timestamp', 30),
      meta: { 'snapshot.json': { version: this.versions.snapshot } },
    };
    change(body);
    this.sign('timestamp', body, signers);
  }

  /** What the server signs after something changed. */
  announce(): void {
    this.signSnapshot();
    this.signTimestamp();
  }

  /** Puts the bytes of a manifest where they belong, and in the list of the library. */
  addTarget(stored: Uint8Array, unpacked: number, of = STABLE): void {
    const digest = sha256(stored);
    this.write(manifestPlace(of, digest), stored);
    this.targets[`${of.library}/${of.pack}.${of.channel}.json.gz`] = {
      length: stored.length,
      hashes: { sha256: digest },
      custom: { unpacked },
    };
  }

  /** Writes contents and manifest of a version, without signing anything. */
  addPack(
    version: number,
    files: Readonly<Record<string, string | Uint8Array>> = packOf(version),
    of = STABLE,
    change: Change = () => undefined,
  ): void {
    const list = Object.entries(files)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, content]) => {
        const bytes = Buffer.from(content);
        this.write(blobPlace(sha256(bytes)), bytes);
        return { path, length: bytes.length, sha256: sha256(bytes) };
      });
    const { library, pack } = of;
    const manifest: Fields = { format: 1, library, pack, version, created_at: inDays(0), files: list };
    change(manifest);
    const text = JSON.stringify(manifest);
    this.addTarget(gzipSync(text), Buffer.byteLength(text), of);
  }

  /** Publishes and announces a version, as all of them together do when nothing goes wrong. */
  publish(version: number, files?: Readonly<Record<string, string | Uint8Array>>, of = STABLE): void {
    this.addPack(version, files, of);
    this.signLibrary();
    this.announce();
  }
}

/** The files of the small good pack in this version; the title of its one flow says which. */
export function packOf(version: number, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const good = packFiles();
  const about = String(good['pack.yaml']).replace(/^version: .*$/m, `version: ${version}`);
  const words = String(good['flows/huur/words.nl.yaml']).replace(/^title: .*$/m, `title: Versie ${version}`);
  return { ...good, 'pack.yaml': about, 'flows/huur/words.nl.yaml': words, ...more };
}

/** A repository in which nothing is wrong, with the small pack in these versions. */
export function aRawRepository(...versions: number[]): RawRepository {
  const folder = mkdtempSync(join(tmpdir(), 'balie-repository-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const repository = new RawRepository(folder);
  for (const version of versions) repository.publish(version);
  return repository;
}
