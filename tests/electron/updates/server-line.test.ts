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
  const line = oneAtATime({
    ...{ tell: () => speak('tell'), tellHandovers: () => speak('handovers') },
    enrol: ({ code }) => speak(code),
  });
  return { line, begun, end: () => ends.shift()?.(), fail: () => fails.at(-1)?.(new Error('broken')) };
}

it.each(['tell', 'tellHandovers'] as const)(
  'tells once for all who ask before it is begun: %s',
  async (way) => {
    const { line, begun, end } = aLine();
    const both = [line[way](), line[way]()];
    await expect.poll(() => begun).toHaveLength(1);
    end();
    expect(await Promise.all(both)).toEqual([DONE, DONE]);
    expect(begun).toHaveLength(1);
  },
);

it.each(['tell', 'tellHandovers'] as const)(
  'tells once more for all who ask while it is told: that may be past what came since: %s',
  async (way) => {
    const { line, begun, end } = aLine();
    const first = line[way]();
    await expect.poll(() => begun).toHaveLength(1);
    const since = [line[way](), line[way]()];
    end();
    expect(await first).toEqual(DONE);
    await expect.poll(() => begun).toHaveLength(2);
    end();
    expect(await Promise.all(since)).toEqual([DONE, DONE]);
    expect(begun).toHaveLength(2);
  },
);

it('tells all and handovers one after the other', async () => {
  const { line, begun, end } = aLine();
  const both = [line.tell(), line.tellHandovers()];
  await expect.poll(() => begun).toEqual(['tell']);
  end();
  await expect.poll(() => begun).toEqual(['tell', 'handovers']);
  end();
  expect(await Promise.all(both)).toEqual([DONE, DONE]);
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
