import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpeakerReply, SpeakerRequest } from '../../../electron/speech/speaker.ts';
import { makeVoice, type Speaker } from '../../../electron/speech/voice.ts';

/** A process that answers when the test says so: what is tested is what happens when it does not. */
function aSpeaker() {
  const asked: SpeakerRequest[] = [];
  let reply: (reply: SpeakerReply) => void = () => undefined;
  let exit = () => undefined as unknown;
  const speaker: Speaker = {
    post: (request) => void asked.push(request),
    onReply: (hear) => {
      reply = hear;
    },
    onExit: (hear) => {
      exit = hear;
    },
    kill: vi.fn(() => exit() as undefined),
  };
  const sound = { kind: 'sound', rate: 22_050, samples: new Uint8Array(2) } as const;
  return {
    speaker,
    asked,
    sound,
    answer: () => {
      for (const { id } of asked.splice(0)) reply({ id, spoken: sound });
    },
    die: () => exit(),
  };
}

function aVoice() {
  const started: ReturnType<typeof aSpeaker>[] = [];
  const troubles: string[] = [];
  const voice = makeVoice({
    startSpeaker: () => {
      const one = aSpeaker();
      started.push(one);
      return one.speaker;
    },
    idleMs: 30_000,
    patienceMs: 20_000,
    trouble: (code) => void troubles.push(code),
  });
  const speaker = (place: number) => {
    const found = started[place];
    if (found === undefined) throw new Error(`no process ${place}`);
    return found;
  };
  return { voice, started, speaker, troubles };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the voice', () => {
  it('starts no process before there is something to say, and one for all that is said', async () => {
    const { voice, started, speaker } = aVoice();
    expect(started).toHaveLength(0);
    const both = Promise.all([voice.say('een', 'nl'), voice.say('twee', 'nl')]);
    expect(speaker(0).asked.map(({ text }) => text)).toEqual(['een', 'twee']);
    speaker(0).answer();
    expect(await both).toEqual([speaker(0).sound, speaker(0).sound]);
    expect(started).toHaveLength(1);
  });

  it('ends the process when nobody had a text for a while, and starts another one later', async () => {
    const { voice, started, speaker, troubles } = aVoice();
    const first = voice.say('een', 'nl');
    vi.advanceTimersByTime(10_000);
    speaker(0).answer();
    await first;
    vi.advanceTimersByTime(29_000);
    const second = voice.say('twee', 'nl');
    vi.advanceTimersByTime(10_000);
    expect(speaker(0).speaker.kill).not.toHaveBeenCalled();
    speaker(0).answer();
    await second;
    vi.advanceTimersByTime(30_000);
    expect(speaker(0).speaker.kill).toHaveBeenCalledOnce();
    void voice.say('drie', 'nl');
    expect(started).toHaveLength(2);
    expect(troubles).toEqual([]);
  });

  it('gives up a text that takes too long, and the process with it', async () => {
    const { voice, speaker, troubles } = aVoice();
    const said = voice.say('een', 'nl');
    vi.advanceTimersByTime(20_000);
    expect(await said).toEqual({ kind: 'failed' });
    expect(speaker(0).speaker.kill).toHaveBeenCalledOnce();
    expect(troubles).toEqual(['speech-late']);
  });

  it('says that it failed when the process ends by itself, and goes on with another one', async () => {
    const { voice, speaker, troubles } = aVoice();
    const said = voice.say('een', 'nl');
    speaker(0).die();
    expect(await said).toEqual({ kind: 'failed' });
    expect(troubles).toEqual(['speech-ended']);
    const again = voice.say('twee', 'nl');
    speaker(1).answer();
    expect(await again).toEqual(speaker(1).sound);
    vi.advanceTimersByTime(25_000);
    expect(troubles).toEqual(['speech-ended']);
  });

  it('takes only some texts at a time, however many are asked for', async () => {
    const { voice, speaker } = aVoice();
    const all = Array.from({ length: 200 }, () => voice.say('een', 'nl'));
    expect(await all.at(-1)).toEqual({ kind: 'failed' });
    expect(speaker(0).asked).toHaveLength(8);
    speaker(0).answer();
    expect(await all[0]).toEqual(speaker(0).sound);
  });

  it('is silent at once when told to: nobody waits, and the process is gone', async () => {
    const { voice, speaker, troubles } = aVoice();
    voice.silence();
    const said = voice.say('een', 'nl');
    voice.silence();
    expect(await said).toEqual({ kind: 'failed' });
    expect(speaker(0).speaker.kill).toHaveBeenCalledOnce();
    expect(troubles).toEqual([]);
  });
});
