import type { Handlers } from '../../core/contract/ipc.ts';
import type { Voice } from '../speech/voice.ts';

/** Makes sound of text for the screens. */
export function speechHandlers(voice: Voice): Pick<Handlers, 'speech:say'> {
  return { 'speech:say': ({ text, language }) => voice.say(text, language) };
}
