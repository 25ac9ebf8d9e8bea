/** A pack of a publisher on a channel, as a kiosk follows it. */
type Named = { readonly library: string; readonly pack: string; readonly channel: string };

/** What a library follows: what each of its approved devices shows, and the names of its own publishers in the repository. */
export type Followed = { readonly shown: readonly Named[]; readonly own: ReadonlySet<string> };

/**
 * Packs in the order in which they matter to a library: what most of its devices show, on the channel on which they show it; then those of
 * its own publishers; the rest as it came. Two publishers may have a pack with the same id: counts and a plan name it without saying whose.
 */
export function followedFirst<P extends Named>(packs: readonly P[], { shown, own }: Followed): P[] {
  const devices = new Map<string, number>();
  const ofPack = ({ library, pack }: Named) => `${library}/${pack}`;
  const onChannel = (of: Named) => `${ofPack(of)}/${of.channel}`;
  for (const of of shown)
    for (const key of [ofPack(of), onChannel(of)]) devices.set(key, (devices.get(key) ?? 0) + 1);
  const weights = (of: P) => [
    devices.get(onChannel(of)) ?? 0,
    devices.get(ofPack(of)) ?? 0,
    own.has(of.library) ? 1 : 0,
  ];
  const weighed = packs.map((pack) => ({ pack, weight: weights(pack) }));
  weighed.sort(
    (one, other) =>
      other.weight.map((weight, at) => weight - (one.weight[at] ?? 0)).find((more) => more !== 0) ?? 0,
  );
  return weighed.map(({ pack }) => pack);
}

/** Of packs in that order, the one with an id that visitors of the library see; undefined when there is none for visitors. */
export function packForVisitors<P extends Named>(packs: readonly P[], pack: string): P | undefined {
  return packs.find((each) => each.pack === pack && each.channel === 'stable');
}
