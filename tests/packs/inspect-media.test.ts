import { crc32, deflateSync } from 'node:zlib';
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

/** A black picture of eight by eight dots of one bit, in seven passes (PNG specification, 5.3, 8.2 and 11.2.2). */
function interlaced(): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const rows = 15; // Of all passes together; each is a filter and a byte.
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 1, 0, 0, 0, 1])),
    ...[chunk('IDAT', deflateSync(Buffer.alloc(2 * rows))), chunk('IEND', Buffer.alloc(0))],
  ]);
}

it('that cannot be looked at to its end is not called damaged', () => {
  expect(inspectMedia('media/huis.png', interlaced()).fault).toBe(
    'This PNG is interlaced and has few colours, so it cannot be looked at to its end. Save it without interlacing.',
  );
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
