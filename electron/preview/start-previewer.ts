import type { PackFolder, PreviewOpened } from '../../core/contract/preview.ts';
import { forkHelper } from '../fork-helper.ts';
import type { PackSearch } from './find-pack-folders.ts';
import type { FolderRequest } from './open-folder.ts';
import type { PreviewerReply, PreviewerRequest } from './previewer.ts';

/** Much longer than the largest pack takes; whoever waits may go back meanwhile. */
const MOST_MS = 120_000;
/** A stick that has not answered by then hangs. */
const MOST_FIND_MS = 10_000;

/** A folder that is being read: what comes of it, and a way to call it off. */
export type Reading = { readonly done: Promise<PreviewOpened>; readonly stop: () => void };

/** Has a process of its own read, check and fill. It answers `ended` when it is stopped, crashes or takes minutes. */
export function startPreviewer(file: string, request: FolderRequest): Reading {
  const { reply, stop } = ask(file, { open: request }, MOST_MS);
  const done = reply.then(
    (said): PreviewOpened =>
      said !== undefined && 'opened' in said ? said.opened : { kind: 'refused', fault: 'ended', file: '' },
  );
  return { done, stop };
}

/** Has a process of its own look for packs. One that hangs or ends finds none. */
export async function lookForPacks(
  file: string,
  searches: readonly PackSearch[],
): Promise<readonly PackFolder[]> {
  const said = await ask(file, { find: searches }, MOST_FIND_MS).reply;
  return said !== undefined && 'found' in said ? said.found : [];
}

function ask(file: string, request: PreviewerRequest, patienceMs: number) {
  const child = forkHelper(file, 'balie-preview');
  const stop = () => void child.kill();
  const reply = new Promise<PreviewerReply | undefined>((resolve) => {
    const late = setTimeout(stop, patienceMs);
    child.once('spawn', () => child.postMessage(request));
    child.once('message', (said: PreviewerReply) => resolve(said));
    child.once('exit', () => {
      clearTimeout(late);
      resolve(undefined);
    });
  });
  return { reply, stop };
}
