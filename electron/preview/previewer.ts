import type { PackFolder, PreviewOpened } from '../../core/contract/preview.ts';
import { findPackFolders, type PackSearch } from './find-pack-folders.ts';
import { type FolderRequest, openFolder } from './open-folder.ts';

/** What main asks of this process: one thing, and then it ends. */
export type PreviewerRequest = { readonly find: readonly PackSearch[] } | { readonly open: FolderRequest };
export type PreviewerReply = { readonly found: readonly PackFolder[] } | { readonly opened: PreviewOpened };

// A process of its own: anybody may have made the folder that is read here, a stick may hang, and the screens do not feel it.
process.parentPort.once('message', ({ data }) => {
  const request = data as PreviewerRequest;
  const reply: PreviewerReply =
    'find' in request ? { found: findPackFolders(request.find) } : { opened: openFolder(request.open) };
  process.parentPort.postMessage(reply);
  process.exit(0);
});
