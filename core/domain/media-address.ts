import type { Id } from './id.ts';

/** A picture of a pack: which pack, and its path in there, as `media/huis.png`. */
export type MediaPlace = { readonly pack: Id; readonly path: string };

/** Where a page finds a picture of a pack, beside itself: two packs may each have one of the same name. */
export function mediaAddress(pack: Id, image: string): string {
  return `media/${pack}/${image}`;
}

/** What lies at such an address; undefined when it is none. */
export function mediaAt(address: string): MediaPlace | undefined {
  const [, pack, image] = /^media\/([^/]+)\/(.+)$/.exec(address) ?? [];
  return pack === undefined || image === undefined ? undefined : { pack, path: `media/${image}` };
}
