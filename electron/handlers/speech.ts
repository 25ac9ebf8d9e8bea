import type { Handlers } from '../../core/contract/ipc.ts';
import type { Happening } from '../../core/contract/sync/count.ts';
import type { Voice } from '../speech/voice.ts';

/** Makes sound of text for the screens. */
export function speechHandlers(
  voice: Voice,
  count: (happening: Happening) => void,
): Pick<Handlers, 'speech:say'> {
  return {
    'speech:say': ({ text, language }) => {
      count({ type: 'read-aloud', body: { language } });
      return voice.say(text, language);
    },
  };
}
