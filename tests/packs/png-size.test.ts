import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { inspectMedia } from '../../packs/inspect-media.ts';
import { unpacksTooLarge } from '../../packs/png-size.ts';

/** A length, a name, data and a checksum (PNG specification, 5.3). */
function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** One dot, grey, with all that is behind it; `extra` stands before the dots. */
function oneDot(dots: Uint8Array, ...extra: Buffer[]): Buffer {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    ...extra,
    ...[chunk('IDAT', deflateSync(dots)), chunk('IEND', Buffer.alloc(0))],
  ]);
}

const profile = (bytes: number) =>
  chunk('iCCP', Buffer.concat([Buffer.from('icc\0\0', 'latin1'), deflateSync(Buffer.alloc(bytes))]));
const DOT = Buffer.alloc(2);

describe('a PNG', () => {
  it.each([1, 2, 3, 4] as const)('of %d channels unpacks to what its header tells', (channels) => {
    const data = new Uint8Array(1200 * 900 * channels);
    expect(unpacksTooLarge(encode({ width: 1200, height: 900, data, channels }))).toBe(false);
  });

  it('may have a colour profile', () => {
    expect(unpacksTooLarge(oneDot(DOT, profile(3_000)))).toBe(false);
  });

  it('of one dot with megabytes behind it is told before these are there', () => {
    const bomb = oneDot(Buffer.alloc(64_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(unpacksTooLarge(bomb)).toBe(true);
    expect(inspectMedia('media/huis.png', bomb).fault).toMatch(/^There is far more packed in this picture/);
  });

  it('with a colour profile that grows too large is told', () => {
    expect(unpacksTooLarge(oneDot(DOT, profile(64_000_000)))).toBe(true);
  });

  it.each([0, 8, 20, 33, 40])('that is cut off behind %d bytes is left to who reads it', (length) => {
    expect(unpacksTooLarge(oneDot(DOT).subarray(0, length))).toBe(false);
  });
});
