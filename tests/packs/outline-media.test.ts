import { encode as encodePng } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { inspectMedia } from '../../packs/inspect-media.ts';
import { outlineMedia } from '../../packs/outline-media.ts';

const SIZE = { width: 40, height: 30 };
const DOTS = Uint8Array.from({ length: SIZE.width * SIZE.height * 4 }, (_, index) => (index * 37) % 256);
const PNG = encodePng({ ...SIZE, data: DOTS, channels: 4 });
const JPEG = new Uint8Array(encodeJpeg({ ...SIZE, data: DOTS }, 80).data);
const KINDS = [
  ['media/huis.png', PNG],
  ['media/huis.jpg', JPEG],
] as const;

describe.each(KINDS)('%s, looked at from outside', (path, good) => {
  test('is what it is when it is opened', () => {
    expect(outlineMedia(path, good)).toEqual(inspectMedia(path, good));
    expect(outlineMedia(path, good).fault).toBeUndefined();
  });

  test('is damaged wherever it is cut off', () => {
    for (let length = 12; length < good.length; length++)
      expect(outlineMedia(path, good.slice(0, length)).fault, `${length} bytes`).toContain('damaged');
  });

  test('has the wrong name', () => {
    expect(outlineMedia('media/huis.gif', good).fault).toContain('Let its name end in');
  });

  test('is none of both when it is empty', () => {
    expect(outlineMedia(path, new Uint8Array()).fault).toContain('neither');
  });
});

test.each([1, 7, 60, 100])('pictures of every size and quality pass (%i)', (side) => {
  const data = DOTS.subarray(0, 4 * side * side > DOTS.length ? undefined : 4 * side * side);
  const size = { width: side, height: Math.floor(data.length / side / 4) };
  const dots = data.slice(0, size.width * size.height * 4);
  const png = encodePng({ ...size, data: dots, channels: 4 });
  expect(outlineMedia('media/huis.png', png).fault).toBeUndefined();
  for (const quality of [1, 50, 100])
    expect(
      outlineMedia('media/huis.jpg', encodeJpeg({ ...size, data: dots }, quality).data).fault,
    ).toBeUndefined();
});

test.each([
  ['media/huis.png', PNG, 16],
  ['media/huis.jpg', JPEG, JPEG.findIndex((byte, at) => byte === 0xff && JPEG[at + 1] === 0xc0) + 5],
])('%s that says it is huge is refused', (path, good, at) => {
  const bomb = good.slice();
  bomb.fill(0x7f, at, at + 8);
  expect(outlineMedia(path, bomb).fault).toContain('too many dots');
});
