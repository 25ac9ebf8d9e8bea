import { type Followed, followedFirst, packForVisitors } from '../../core/domain/followed-first.ts';
import { type FlowsTexts, type FlowTexts, flowKey } from '../../core/domain/report/flow-texts.ts';
import type { PublishedUse } from '../../core/domain/report/publication.ts';
import { readFlowsTexts } from '../../db/content/flows-texts.ts';
import { digestPack } from '../../packs/digest-pack-folder.ts';
import type { VersionOnChannel } from '../../trust/repository/list-versions.ts';
import { TrustError } from '../../trust/trust-error.ts';
import type { OpenedVersions } from './opened-versions.ts';

type Flows = PublishedUse['flows'];

/** Of so many flows the texts are remembered: more than all packs of a consortium have. */
const MOST_KNOWN = 2_000;
/** By the digest of the files and the flow: a version never changes. Undefined: it has no such flow. */
const known = new Map<string, FlowTexts | undefined>();

/**
 * What the flows of a month are called in the newest version of their packs, each of the one publisher that the library follows; those of a
 * pack that cannot be read are left out.
 */
export async function flowsTextsIn(
  versions: OpenedVersions,
  flows: Flows,
  followed: Followed,
): Promise<FlowsTexts> {
  if (flows.length === 0) return {};
  const texts: FlowsTexts = {};
  const list = followedFirst((await unlessBad(versions.list)) ?? [], followed);
  for (const pack of new Set(flows.map((flow) => flow.pack))) {
    const version = packForVisitors(list, pack);
    const own = flows.filter((flow) => flow.pack === pack);
    if (version !== undefined) Object.assign(texts, await unlessBad(() => textsOf(versions, version, own)));
  }
  return texts;
}

async function textsOf(versions: OpenedVersions, version: VersionOnChannel, own: Flows): Promise<FlowsTexts> {
  const digest = digestPack(version.manifest.files);
  const keyOf = (flow: string) => `${digest} ${flow}`;
  if (own.some(({ flow }) => !known.has(keyOf(flow)))) {
    const { library, pack, channel, manifest } = version;
    const found = await versions.open({ library, pack, channel, version: manifest.version });
    const read = found?.db === undefined ? {} : readFlowsTexts(found.db, own);
    if (known.size + own.length > MOST_KNOWN) known.clear();
    for (const each of own) known.set(keyOf(each.flow), read[flowKey(each)]);
  }
  return Object.fromEntries(
    own.flatMap((each) => {
      const texts = known.get(keyOf(each.flow));
      return texts === undefined ? [] : [[flowKey(each), texts]];
    }),
  );
}

/** There is no repository, or it or one of its packs is bad: the page of packs says so. */
async function unlessBad<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TrustError) return undefined;
    throw error;
  }
}
