import { utilityProcess } from 'electron';
import type { PreviewOpened } from '../../core/contract/preview.ts';
import type { FolderRequest } from './open-folder.ts';

/** Much longer than the largest pack takes; whoever waits may go back meanwhile. */
const MOST_MS = 120_000;

/** A folder that is being read: what comes of it, and a way to call it off. */
export type Reading = { readonly done: Promise<PreviewOpened>; readonly stop: () => void };

/** Has a process of its own read, check and fill. It answers `ended` when it is stopped, crashes or takes minutes. */
export function startPreviewer(file: string, request: FolderRequest): Reading {
  const child = utilityProcess.fork(file, [], { serviceName: 'balie-preview', stdio: 'ignore' });
  const stop = () => void child.kill();
  const done = new Promise<PreviewOpened>((resolve) => {
    const late = setTimeout(stop, MOST_MS);
    child.once('spawn', () => child.postMessage(request));
    child.once('message', (opened: PreviewOpened) => resolve(opened));
    child.once('exit', () => {
      clearTimeout(late);
      resolve({ kind: 'refused', fault: 'ended', file: '' });
    });
  });
  return { done, stop };
}
