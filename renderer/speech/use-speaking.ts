import { useSyncExternalStore } from 'react';
import { onSpeaking, type Speaking, speaking } from './speak.ts';

/** What is being said now; draws its component again when that changes. */
export function useSpeaking(): Speaking {
  return useSyncExternalStore(onSpeaking, speaking);
}
