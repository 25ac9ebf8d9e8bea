import type { FlowsTexts } from '../../core/domain/report/flow-texts.ts';
import type { PublishedUse } from '../../core/domain/report/publication.ts';
import { readFlowsTexts } from '../../db/content/flows-texts.ts';
import { TrustError } from '../../trust/trust-error.ts';
import type { OpenedVersions } from './opened-versions.ts';

/** What the flows of a month are called in the newest version of their packs; those of a pack that cannot be read are left out. */
export async function flowsTextsIn(
  versions: OpenedVersions,
  flows: PublishedUse['flows'],
): Promise<FlowsTexts> {
  const packs = new Set(flows.map(({ pack }) => pack));
  if (packs.size === 0) return {};
  const texts: FlowsTexts = {};
  try {
    for (const { library, pack, channel, manifest, newest } of await versions.list())
      if (packs.has(pack) && channel === 'stable' && newest) {
        const found = await versions.open({ library, pack, channel, version: manifest.version });
        const own = flows.filter((each) => each.pack === pack);
        if (found?.db !== undefined) Object.assign(texts, readFlowsTexts(found.db, own));
      }
  } catch (error) {
    if (!(error instanceof TrustError)) throw error; // There is no repository, or a bad one: the page of packs says so.
  }
  return texts;
}
