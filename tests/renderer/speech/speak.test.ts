import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Said to it, and never heard to its end. */
let said: { onend: () => void }[];
let told: string[];

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  told = [];
  vi.stubGlobal('window', {
    balie: {
      invoke: (name: string) => {
        told.push(name);
        return Promise.resolve(null);
      },
    },
  });
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      onend = () => undefined;
    },
  );
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [{ lang: 'nl-NL', localService: true, default: true }],
    speak: (utterance: { onend: () => void }) => said.push(utterance),
    cancel: () => undefined,
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
});

const MINUTE_MS = 60_000;

describe('what is read aloud keeps the visit alive', () => {
  it('while it is heard, and not when a voice never tells of its end', async () => {
    const { speakParts, stopSpeaking } = await import('../../../renderer/speech/speak.ts');
    const parts = ['Een.', 'Twee.'].map((text) => ({ text, language: 'nl' }));
    void speakParts(parts, { what: 'test' });
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    said[0]?.onend();
    await vi.advanceTimersByTimeAsync(1.5 * MINUTE_MS);
    // Two and a half minutes, twice a second: each piece has its own time.
    const heard = told.length;
    expect(heard).toBeGreaterThan(290);
    expect(new Set(told)).toEqual(new Set(['session:activity']));
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    const last = told.length;
    expect(last).toBeGreaterThan(heard);
    await vi.advanceTimersByTimeAsync(20 * MINUTE_MS);
    expect(told).toHaveLength(last);
    stopSpeaking();
  });

  it('and no longer when it is stopped before it can be heard', async () => {
    // Sound that comes from main, and a loudspeaker that takes its time to open.
    vi.stubGlobal('speechSynthesis', { getVoices: () => [] });
    const samples = new Uint8Array(2);
    vi.stubGlobal('window', {
      balie: {
        invoke: (name: string) => {
          told.push(name);
          return Promise.resolve(name === 'speech:say' ? { kind: 'sound', samples, rate: 22_050 } : null);
        },
      },
    });
    let opened: () => void = () => undefined;
    const started = vi.fn<() => void>();
    vi.stubGlobal(
      'AudioContext',
      class {
        resume = () =>
          new Promise<void>((resolve) => {
            opened = resolve;
          });
        suspend = () => Promise.resolve();
        createBuffer = () => ({ copyToChannel: () => undefined });
      },
    );
    vi.stubGlobal(
      'AudioBufferSourceNode',
      class {
        connect = () => undefined;
        start = started;
      },
    );
    const { speakParts, stopSpeaking } = await import('../../../renderer/speech/speak.ts');
    const outcome = speakParts([{ text: 'Een.', language: 'nl' }], { what: 'test' });
    await vi.advanceTimersByTimeAsync(10);
    stopSpeaking();
    opened();
    expect(await outcome).toBe('stopped');
    expect(started).not.toHaveBeenCalled();
    told = [];
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(told).toEqual([]);
  });
});
