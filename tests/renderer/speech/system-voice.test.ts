import { expect, it } from 'vitest';
import { systemVoice } from '../../../renderer/speech/system-voice.ts';

const voice = (lang: string, more: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice => ({
  lang,
  name: lang,
  voiceURI: lang,
  default: false,
  localService: true,
  ...more,
});

it('takes the preferred voice of the machine for the language, however its code is written', () => {
  const preferred = voice('nl_BE', { default: true });
  expect(systemVoice([voice('en-GB'), voice('nl-NL'), preferred], 'nl')).toBe(preferred);
  expect(systemVoice([voice('nl-NL'), voice('nl-BE')], 'nl')?.lang).toBe('nl-NL');
});

it('never takes a voice that needs a network: what is read would leave the kiosk', () => {
  expect(systemVoice([voice('nl-NL', { localService: false, default: true })], 'nl')).toBeUndefined();
});

it('takes no other language', () => {
  expect(systemVoice([voice('nds'), voice('en')], 'nl')).toBeUndefined();
  expect(systemVoice([], 'nl')).toBeUndefined();
});
