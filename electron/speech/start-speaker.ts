import { forkHelper } from '../fork-helper.ts';
import type { SpeakerReply } from './speaker.ts';
import type { Speaker } from './voice.ts';

/**
 * Starts the process that makes sound of text, from its file. A utility process and not Electron run as Node: that
 * is a fuse which a release burns.
 */
export function startSpeaker(file: string): Speaker {
  const child = forkHelper(file, 'balie-speech');
  return {
    post: (request) => child.postMessage(request),
    onReply: (hear) => void child.on('message', (reply: SpeakerReply) => hear(reply)),
    onExit: (hear) => void child.once('exit', hear),
    kill: () => void child.kill(),
  };
}
