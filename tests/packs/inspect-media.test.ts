import { encode as encodePng } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { inspectMedia } from '../../packs/inspect-media.ts';

const SIZE = { width: 40, height: 30 };
const DOTS = Uint8Array.from({ length: SIZE.width * SIZE.height * 4 }, (_, index) => (index * 37) % 256);
const PNG = encodePng({ ...SIZE, data: DOTS, channels: 4 });
const JPEG = new Uint8Array(encodeJpeg({ ...SIZE, data: DOTS }, 80).data);

describe('a picture', () => {
  it.each([
    ['media/huis.png', PNG, 'image/png'],
    ['media/huis.jpg', JPEG, 'image/jpeg'],
    ['media/huis.jpeg', JPEG, 'image/jpeg'],
  ])('%s is good', (path, bytes, type) => {
    expect(inspectMedia(path, bytes)).toEqual({ path, bytes: bytes.length, type });
  });

  it.each([
    ['media/huis.jpg', PNG, 'This is a PNG picture. Let its name end in ".png", in small letters.'],
    ['media/huis.png', JPEG, 'This is a JPEG picture. Let its name end in ".jpg", in small letters.'],
    ['media/huis.PNG', PNG, 'This is a PNG picture. Let its name end in ".png", in small letters.'],
    ['media/huis', PNG, 'This is a PNG picture. Let its name end in ".png", in small letters.'],
  ])('%s has a name that does not fit what is inside', (path, bytes, fault) => {
    expect(inspectMedia(path, bytes).fault).toBe(fault);
  });

  it.each([
    ['a drawing in XML', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', new TextEncoder().encode('GIF89a......')],
    ['nothing', new Uint8Array()],
  ])('is neither PNG nor JPEG: %s', (_, bytes) => {
    expect(inspectMedia('media/huis.png', bytes)).toEqual({
      path: 'media/huis.png',
      bytes: bytes.length,
      fault: 'This is neither a PNG nor a JPEG picture. Save it again as PNG or JPEG.',
    });
  });

  it.each([
    ['media/huis.png', PNG],
    ['media/huis.jpg', JPEG],
  ])('%s is damaged wherever it is cut off', (path, bytes) => {
    // The first twelve bytes say what it is; less than those is no picture at all.
    for (let length = 12; length < bytes.length; length += 7) {
      expect(inspectMedia(path, bytes.slice(0, length)).fault, `${length} bytes`).toContain('damaged');
    }
  });

  it('is damaged when a single bit of a PNG has fallen over', () => {
    const fallen = PNG.slice();
    fallen[fallen.length - 30] = (fallen[fallen.length - 30] ?? 0) ^ 1;
    expect(inspectMedia('media/huis.png', fallen).fault).toContain('damaged');
  });
});

describe('a small file that says it holds a huge picture', () => {
  it('is refused as PNG before it is unpacked', () => {
    const bomb = PNG.slice();
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    view.setUint32(16, 50_000);
    view.setUint32(20, 50_000);
    expect(inspectMedia('media/huis.png', bomb).fault).toBe(
      'This picture has too many dots. Make it smaller.',
    );
  });

  it('is refused as JPEG before it is unpacked', () => {
    const bomb = JPEG.slice();
    const start = bomb.findIndex((byte, index) => byte === 0xff && bomb[index + 1] === 0xc0);
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    view.setUint16(start + 5, 65_000);
    view.setUint16(start + 7, 65_000);
    expect(inspectMedia('media/huis.jpg', bomb).fault).toBe(
      'This picture has too many dots. Make it smaller.',
    );
  });
});
