import { type FolderRequest, openFolder } from './open-folder.ts';

// A process of its own: anybody may have made the folder that is read here, and the screens do not feel it.
process.parentPort.once('message', ({ data }) => {
  process.parentPort.postMessage(openFolder(data as FolderRequest));
  process.exit(0);
});
