import { forkHelper } from '../../fork-helper.ts';
import type { LineReply, LineRequest } from './line-process.ts';

/** The process of the line, while it runs. */
export type LineProcess = {
  readonly post: (request: LineRequest) => void;
  readonly onReply: (hear: (reply: LineReply) => void) => void;
  readonly onExit: (hear: () => void) => void;
};

/** Starts the process that speaks with the other devices of the branch, from its file. */
export function startLine(file: string): LineProcess {
  const child = forkHelper(file, 'balie-desk-line');
  return {
    post: (request) => child.postMessage(request),
    onReply: (hear) => void child.on('message', (reply: LineReply) => hear(reply)),
    onExit: (hear) => void child.once('exit', () => hear()),
  };
}
