import type { PackSource } from '../pack-source.ts';
import type { Remark } from './finding.ts';

/** The id inside flow.yaml and article.yaml is the name of their folder, so that both always find each other. */
export function checkIds(source: PackSource): Remark[] {
  return source.files.flatMap(({ path, data }): Remark[] => {
    // A folder that no id could be called after is told as one without a place.
    const folder = /^(?:flows|articles)\/([a-z0-9-]+)\/(?:flow|article)\.yaml$/.exec(path)?.[1];
    const id = (data as { id?: unknown } | null)?.id;
    if (folder === undefined || typeof id !== 'string' || id === folder) return [];
    return [
      {
        severity: 'error',
        rule: 'id',
        file: path,
        field: ['id'],
        message: `The folder is called "${folder}". Make the id and the folder's name the same.`,
      },
    ];
  });
}
