import type { Manifest } from '../../core/contract/repository/manifest.ts';
import type { Channel } from '../../core/contract/repository/names.ts';
import type { SigningKey } from '../../trust/keys/open-key.ts';
import { bringContents, type Plan, planPublishing, publishManifest } from '../../trust/repository/publish.ts';
import type { Repository } from '../../trust/repository/read-repository.ts';
import { type SharedPages, sharedPages } from '../../trust/repository/shared-pages.ts';
import { TrustError } from '../../trust/trust-error.ts';
import { readContent } from './build-manifest.ts';

/** A slow line for a library, and what each content costs beside its bytes. */
const BYTES_A_SECOND = 1_250_000;
const SECONDS_A_CONTENT = 0.02;

/** What to publish, and where. */
export type Publishing = {
  readonly repository: Repository;
  readonly key: SigningKey;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly channel: Channel;
  /** Only say what would change. */
  readonly look: boolean;
};

/**
 * Publishes a checked pack folder: tells what changes, brings what is missing or damaged, signs. Of a version that is there already it mends
 * what was lost since. Prints as it goes.
 */
export async function publishFolder({
  repository,
  key,
  folder,
  manifest,
  channel,
  look,
}: Publishing): Promise<void> {
  const plan = await planPublishing(repository, key, manifest, channel);
  const bring = () =>
    bringContents(repository, plan, async (path, digest) => readContent(folder, path, digest));
  if (plan.again) {
    const there = `Version ${manifest.version} of ${manifest.pack} is on ${channel} already.`;
    const { contents, bytes } = look ? { contents: 0, bytes: 0 } : await bring();
    console.log(
      contents === 0
        ? `${there} Nothing to do.`
        : `${there} ${contents} contents (${bytes} bytes) were missing or damaged there, and are whole again.`,
    );
    return;
  }
  for (const line of changeLines(plan)) console.log(line);
  await warnOfShared(repository, manifest, channel);
  if (look) return;
  const brought = await bring();
  const list = await publishManifest(repository, key, plan, channel, new Date());
  console.log(
    `Brought ${brought.contents} contents (${brought.bytes} bytes) and signed ${key.library} ${list}. The server's next "balie repository refresh" announces it.`,
  );
}

/** A repository that answers no more is told of by what follows: this is a warning, and holds nothing up. */
async function warnOfShared(...of: Parameters<typeof sharedPages>): Promise<void> {
  try {
    for (const shared of await sharedPages(...of)) console.log(sharedLine(of[1].pack, shared));
  } catch (error) {
    if (!(error instanceof TrustError)) throw error;
    console.log(`Whether other packs have pages of the same name is not known: ${error.message}`);
  }
}

/** What a kiosk does with pages of one name, for the person who publishes the second. */
export function sharedLine(mine: string, { pack, library, pages }: SharedPages): string {
  const [shown, hidden] = [mine, pack].sort();
  const some = pages.length > 5 ? [...pages.slice(0, 5), `and ${pages.length - 5} more`] : pages;
  return `warning: ${pack} of ${library} has pages of the same name (${some.join(', ')}). A kiosk that follows both shows those of ${shown}, which comes first by name, and no visitor sees those of ${hidden}. Give one another id.`;
}

/** What a new version changes, for the person who publishes it. */
export function changeLines({ change, before, lost, path, manifest }: Plan): string[] {
  const { added, changed, removed, contents, bytes } = change;
  const seconds = Math.ceil(bytes / BYTES_A_SECOND + contents.length * SECONDS_A_CONTENT);
  const list = (sign: string, paths: readonly string[]) => [
    ...paths.slice(0, 20).map((each) => `  ${sign} ${each}`),
    ...(paths.length > 20 ? [`  ${sign} and ${paths.length - 20} more`] : []),
  ];
  return [
    ...(lost === undefined
      ? []
      : [
          `${lost} What was published before cannot be compared; this takes its place. Kiosks refuse a lower version than they show, and another content under the same one.`,
        ]),
    `${path}: ${before === undefined ? 'new' : `version ${before}`} -> version ${manifest.version}`,
    ...list('+', added),
    ...list('~', changed),
    ...list('-', removed),
    `${added.length} added, ${changed.length} changed, ${removed.length} removed; ${bytes} bytes in ${contents.length} contents, about ${seconds} s at 10 Mbit/s.`,
  ];
}
