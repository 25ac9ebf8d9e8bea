import type { PackToInstall } from '../../db/content/install-pack.ts';
import { aPack } from './a-pack.ts';

/** What stands on the first page of a pack, so that a test sees which one it is looking at. */
type Parts = {
  readonly id?: string;
  readonly version?: number;
  /** The title of the one flow. */
  readonly title?: string;
  /** The bytes of its one picture. */
  readonly picture?: Uint8Array;
};

/** The small good pack as a store takes it in, with one picture. Its digest differs with every part. */
export function aPackToInstall({
  id = 'klein',
  version = 1,
  title = 'Huur',
  picture = Uint8Array.of(1, 2, 3),
}: Parts = {}): PackToInstall {
  const { about, flows, ...rest } = aPack();
  const pack = {
    ...rest,
    about: { ...about, id, version },
    flows: flows.map((flow) => ({ ...flow, words: { nl: { ...flow.words['nl'], title } as never } })),
    media: [{ path: 'media/huis.png', type: 'image/png' as const, bytes: picture.length }],
  };
  const digest = [id, version, title, picture.length].join('-');
  return { pack, digest, media: new Map([['media/huis.png', picture]]) };
}
