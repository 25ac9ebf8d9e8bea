import { shownVersions } from '../../db/content/updates/shown-versions.ts';
import { noteShownVersions } from '../../db/ops/versions-shown.ts';
import type { ContentHouse } from '../content/content-house.ts';

/** Writes down since when which versions are on the screen, where that has changed. */
export function noteShown(house: Pick<ContentHouse, 'change' | 'write'>, now: Date): void {
  const shown = house.change(shownVersions);
  if (shown !== undefined) house.write((ops) => noteShownVersions(ops, shown, now.toISOString()));
}
