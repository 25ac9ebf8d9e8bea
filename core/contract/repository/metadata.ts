import { z } from 'zod';
import { ManifestTarget } from './manifest.ts';
import { LibraryId, readTargetPath } from './names.ts';
import { Sha256 } from './places.ts';

// What this project wants of TUF metadata beyond what TUF itself checks (signatures, versions, expiry: tuf-js does those).
// Fields that are not named here may be there: a later version may add some.

/** A public key. Its id is the SHA-256 of this in canonical JSON, so nothing may stand beside these fields. */
export const PublicKey = z.strictObject({
  keytype: z.literal('ed25519'),
  scheme: z.literal('ed25519'),
  keyval: z.strictObject({ public: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type PublicKey = z.infer<typeof PublicKey>;

/** Keys by id. One key under two ids would count twice towards a threshold. */
export const PublicKeys = z.record(Sha256, PublicKey).refine(
  (keys) => {
    const all = Object.values(keys).map(({ keyval }) => keyval.public);
    return new Set(all).size === all.length;
  },
  { error: 'the same public key is there under two ids' },
);

function roleSigned(least: number) {
  return z
    .object({ keyids: z.array(Sha256).min(least), threshold: z.number().int().min(least) })
    .refine(({ keyids }) => new Set(keyids).size === keyids.length, 'a key is named twice')
    .refine(({ keyids, threshold }) => threshold <= keyids.length, 'fewer keys than the threshold');
}

const signed = {
  spec_version: z.string().regex(/^1\.0(\.\d+)?$/),
  version: z.number().int().min(1),
  expires: z.iso.datetime(),
};

/** How many holders of root keys must agree. */
export const ROOT_THRESHOLD = 2;

/** Who may sign what. The server's two keys are in no role that says what content is. */
export const RootMetadata = z
  .object({
    _type: z.literal('root'),
    ...signed,
    consistent_snapshot: z.literal(true),
    keys: PublicKeys,
    roles: z.strictObject({
      root: roleSigned(ROOT_THRESHOLD),
      targets: roleSigned(ROOT_THRESHOLD),
      snapshot: roleSigned(1),
      timestamp: roleSigned(1),
    }),
  })
  .superRefine(({ keys, roles }, context) => {
    const unknown = Object.values(roles)
      .flatMap(({ keyids }) => keyids)
      .find((id) => !Object.hasOwn(keys, id));
    if (unknown !== undefined)
      context.addIssue({ code: 'custom', message: `the key ${unknown} is not there` });
    const server = [...roles.snapshot.keyids, ...roles.timestamp.keyids];
    if ([...roles.root.keyids, ...roles.targets.keyids].some((id) => server.includes(id)))
      context.addIssue({ code: 'custom', message: 'a key of the server may sign for root or targets' });
  });
export type RootMetadata = z.infer<typeof RootMetadata>;

/** A library's role: it covers the names that begin with the library's own, and nobody after it is asked about those. */
const Delegation = z.intersection(
  roleSigned(1),
  z
    .object({ name: LibraryId, terminating: z.literal(true), paths: z.array(z.string()).length(1) })
    .refine(({ name, paths }) => paths[0] === `${name}/*`, 'a library may sign for its own names only'),
);

/** Which libraries publish, and with which keys. There are no targets of its own. */
export const TargetsMetadata = z.object({
  _type: z.literal('targets'),
  ...signed,
  targets: z.strictObject({}),
  delegations: z
    .strictObject({ keys: PublicKeys, roles: z.array(Delegation).max(1_000) })
    .superRefine(({ keys, roles }, context) => {
      const ids = roles.flatMap(({ keyids }) => keyids);
      if (new Set(ids).size !== ids.length)
        context.addIssue({ code: 'custom', message: 'two libraries share a key' });
      if (new Set(roles.map(({ name }) => name)).size !== roles.length)
        context.addIssue({ code: 'custom', message: 'a library is there twice' });
      if (ids.some((id) => !Object.hasOwn(keys, id)))
        context.addIssue({ code: 'custom', message: 'a key of a library is not there' });
    }),
});
export type TargetsMetadata = z.infer<typeof TargetsMetadata>;

/** What a library publishes: the manifests of its packs, by target path. It delegates no further. */
export const LibraryMetadata = z.object({
  _type: z.literal('targets'),
  ...signed,
  targets: z
    .record(z.string(), ManifestTarget)
    .refine((targets) => Object.keys(targets).length <= 1_000, 'at most 1,000 packs')
    .refine(
      (targets) => Object.keys(targets).every((path) => readTargetPath(path) !== undefined),
      'a target is no manifest of a pack on a channel',
    ),
  delegations: z.undefined().optional(),
});
export type LibraryMetadata = z.infer<typeof LibraryMetadata>;
