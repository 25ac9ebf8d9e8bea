import type { Manifest } from './manifest.ts';

/**
 * A manifest as it was written down after it was proven, from its JSON. Undefined when it cannot be read any more: a bit of it fell over on
 * the disk, and whoever asks goes on without it until the scrub or an update has written it again.
 */
export function readStoredManifest(body: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(body) as Partial<Manifest> | null;
    return Array.isArray(manifest?.files) ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
