import type { Spoken } from '../../core/contract/speech.ts';

let context: AudioContext | undefined;

/** The one way to the loudspeaker. Made when something is first heard: a kiosk that nobody listens to opens no sound card. */
function loudspeaker(): AudioContext {
  context ??= new AudioContext();
  return context;
}

/** Lets the loudspeaker rest until the next sound. */
export function rest(): void {
  void context?.suspend();
}

const isOver = ({ aborted }: AbortSignal) => aborted;

/** Plays a sound to its end, or until `stopped`. Rejects when there is nothing to play it with. */
export async function play(sound: Spoken & { kind: 'sound' }, stopped: AbortSignal): Promise<void> {
  if (isOver(stopped)) return;
  const speaker = loudspeaker();
  await speaker.resume();
  // Stopped while the sound card opened: what is begun now would be heard through the next thing that is said.
  if (isOver(stopped)) return;
  const { buffer, byteOffset, byteLength } = sound.samples;
  const samples = new Int16Array(buffer, byteOffset, byteLength / 2);
  const heard = speaker.createBuffer(1, samples.length, sound.rate);
  heard.copyToChannel(
    Float32Array.from(samples, (sample) => sample / 0x8000),
    0,
  );
  const source = new AudioBufferSourceNode(speaker, { buffer: heard });
  source.connect(speaker.destination);
  await new Promise<void>((ended) => {
    source.onended = () => ended();
    source.start();
    const stop = () => {
      source.stop();
      ended(); // At once: a loudspeaker that rests tells of no end.
    };
    stopped.addEventListener('abort', stop, { once: true });
  });
}

/** Two soft notes, the second one higher: a question, not an alarm. */
const CHIME = [
  { hertz: 523.25, at: 0 },
  { hertz: 659.25, at: 0.22 },
] as const;
const CHIME_SECONDS = 0.9;
const LOUDNESS = 0.18;

/** Plays the gentle sound that says: look here. */
export async function chime(): Promise<void> {
  const speaker = loudspeaker();
  await speaker.resume();
  const start = speaker.currentTime;
  await Promise.all(
    CHIME.map(({ hertz, at }) => {
      const note = new OscillatorNode(speaker, { type: 'sine', frequency: hertz });
      const volume = new GainNode(speaker, { gain: 0 });
      volume.gain.setValueAtTime(0, start + at);
      volume.gain.linearRampToValueAtTime(LOUDNESS, start + at + 0.03);
      volume.gain.exponentialRampToValueAtTime(0.001, start + at + CHIME_SECONDS);
      note.connect(volume).connect(speaker.destination);
      note.start(start + at);
      note.stop(start + at + CHIME_SECONDS);
      return new Promise((ended) => {
        note.onended = ended;
      });
    }),
  );
}
