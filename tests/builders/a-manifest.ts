import type { Manifest, ManifestFile } from '../../core/contract/repository/manifest.ts';

/** A manifest with these files, by their path the sign that their digest consists of. */
export function aManifest(
  files: Readonly<Record<string, string>> = { 'media/huis.png': 'a', 'pack.yaml': 'b' },
): Manifest {
  return {
    format: 1,
    library: 'bieb',
    pack: 'pakket',
    version: 1,
    created_at: '2026-11-26T10:00:00Z',
    files: Object.entries(files).map(
      ([path, sign]): ManifestFile => ({ path, length: path.length, sha256: sign.repeat(64) }),
    ),
  };
}
