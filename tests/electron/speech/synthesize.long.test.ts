import { beforeAll, describe, expect, it } from 'vitest';
import type { Spoken } from '../../../core/contract/speech.ts';
import { MOST_SPOKEN, SPOKEN } from '../../../core/domain/speech.ts';
import { loadSynthesizer } from '../../../electron/speech/synthesize.ts';

let say: (text: string, language: string) => Spoken;
beforeAll(async () => {
  say = await loadSynthesizer();
}, 60_000);

/** How long it lasts, and how loud it is on the whole. */
function heard(spoken: Spoken): { seconds: number; loudness: number } {
  if (spoken.kind !== 'sound') throw new Error(`no sound but ${spoken.kind}`);
  const { samples, rate } = spoken;
  const values = new Int16Array(samples.buffer, samples.byteOffset, samples.length / 2);
  const power = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  return { seconds: values.length / rate, loudness: Math.sqrt(power) };
}

const WORDS: Readonly<Record<string, string>> = {
  nl: 'Waar kunnen wij u mee helpen?',
  en: 'What can we help you with?',
  ar: 'بماذا يمكننا مساعدتك؟',
  uk: 'Чим ми можемо вам допомогти?',
  pl: 'W czym możemy pomóc?',
  tr: 'Size nasıl yardımcı olabiliriz?',
};

describe('the voices that come with the app', () => {
  it.each(SPOKEN)('speak %s: not silent, and longer for a longer text', (language) => {
    const once = heard(say(WORDS[language] ?? '', language));
    const thrice = heard(say(`${WORDS[language]} `.repeat(3), language));
    expect(once.loudness).toBeGreaterThan(500);
    expect(once.seconds).toBeGreaterThan(0.8);
    expect(thrice.seconds).toBeGreaterThan(2 * once.seconds);
  });

  it('speak each language in its own way', () => {
    const lengths = new Set(SPOKEN.map((language) => heard(say('Amsterdam 112', language)).seconds));
    expect(lengths.size).toBe(SPOKEN.length);
  });

  it.each([
    ['digits', '€ 1.250,50 op 3-12-2026'],
    ['short forms', 'bijv. de WMO, o.a. t/m dhr. Bakker'],
    ['signs that give orders to a voice', '<speak><break time="60s"/></speak> [[h@l]] dag'],
    ['one long word', 'a'.repeat(MOST_SPOKEN)],
    ['another script', 'huur дім بيت 家'],
  ])('say %s', (_, text) => {
    const { seconds, loudness } = heard(say(text, 'nl'));
    expect(loudness).toBeGreaterThan(300);
    expect(seconds).toBeLessThan(120);
  });

  it('say nothing of pictures and signs alone', () => {
    expect(say('🙂🙂', 'nl')).toEqual({ kind: 'nothing' });
    expect(say(' …', 'nl')).toEqual({ kind: 'nothing' });
  });

  it('have no voice for other languages, or for what is no language', () => {
    expect(say('dag', 'xx')).toEqual({ kind: 'no-voice' });
    expect(say('dag', '../nl')).toEqual({ kind: 'no-voice' });
  });
});
