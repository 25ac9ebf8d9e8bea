import { expect, it } from 'vitest';
import { oneAtATime, type Spoken } from '../../../electron/updates/server-line.ts';

const DONE: Spoken = { ok: true };
const WANTED = { server: 'https://server.example', code: '7K2M-Q9XB-41TD' };

/** A line on which each word ends when the test says so. */
function aLine() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const fails: ((error: Error) => void)[] = [];
  const speak = (name: string) =>
    new Promise<Spoken>((resolve, reject) => {
      begun.push(name);
      ends.push(() => resolve(DONE));
      fails.push(reject);
    });
  const line = oneAtATime({ tell: () => speak('tell'), enrol: ({ code }) => speak(code) });
  return { line, begun, end: () => ends.shift()?.(), fail: () => fails.at(-1)?.(new Error('broken')) };
}

it('is not told twice at once: who asks meanwhile hears what comes of it', async () => {
  const { line, begun, end } = aLine();
  const both = [line.tell(), line.tell()];
  await expect.poll(() => begun).toEqual(['tell']);
  end();
  expect(await Promise.all(both)).toEqual([DONE, DONE]);
  const again = line.tell();
  await expect.poll(() => begun).toEqual(['tell', 'tell']);
  end();
  await again;
});

it('enrols after what is being told, and tells after what enrols', async () => {
  const { line, begun, end } = aLine();
  const told = line.tell();
  const enrolled = line.enrol(WANTED);
  await expect.poll(() => begun).toEqual(['tell']);
  end();
  await told;
  const later = line.tell();
  await expect.poll(() => begun).toEqual(['tell', WANTED.code]);
  end();
  await enrolled;
  await expect.poll(() => begun).toEqual(['tell', WANTED.code, 'tell']);
  end();
  expect(await later).toEqual(DONE);
});

it('goes on after something broke', async () => {
  const { line, begun, end, fail } = aLine();
  const told = line.tell();
  await expect.poll(() => begun).toEqual(['tell']);
  fail();
  await expect(told).rejects.toThrow('broken');
  end();
  const enrolled = line.enrol(WANTED);
  await expect.poll(() => begun).toEqual(['tell', WANTED.code]);
  end();
  expect(await enrolled).toEqual(DONE);
});
