import { decode as decodePng } from 'fast-png';
import { decode as decodeJpeg } from 'jpeg-js';
import type { SourceMedia } from '../core/domain/pack-source.ts';

/** Larger pictures than this many million dots are refused before they are unpacked: a small file can hold a huge one. */
const MOST_MEGAPIXELS = 24;
const MOST_DECODE_MEGABYTES = 256;
const TOO_MANY_DOTS = 'This picture has too many dots. Make it smaller.';

/** Opens a picture as a screen would, all of it: half a picture is found here and not in front of a visitor. */
export function inspectMedia(path: string, bytes: Uint8Array): SourceMedia {
  const type = typeOf(bytes);
  const found = { path, bytes: bytes.length };
  if (type === undefined) return { ...found, fault: 'This is neither a PNG nor a JPEG picture.' };
  if (!hasName(path, type))
    return { ...found, type, fault: `The name does not fit what is inside (${type}).` };
  try {
    if (type === 'image/png') {
      if (pngMegapixels(bytes) > MOST_MEGAPIXELS) return { ...found, type, fault: TOO_MANY_DOTS };
      decodePng(bytes, { checkCrc: true });
    } else
      decodeJpeg(bytes, {
        maxResolutionInMP: MOST_MEGAPIXELS,
        maxMemoryUsageInMB: MOST_DECODE_MEGABYTES,
        tolerantDecoding: false,
      });
    return { ...found, type };
  } catch (error) {
    // jpeg-js says with these words that one of its two limits was passed.
    const tooLarge = /limit exceeded/i.test((error as Error).message);
    return {
      ...found,
      type,
      fault: tooLarge ? TOO_MANY_DOTS : 'This picture is damaged and cannot be opened.',
    };
  }
}

function typeOf(bytes: Uint8Array): SourceMedia['type'] {
  const starts = (...values: number[]) => values.every((value, index) => bytes[index] === value);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  return starts(0xff, 0xd8, 0xff) ? 'image/jpeg' : undefined;
}

function hasName(path: string, type: 'image/png' | 'image/jpeg'): boolean {
  return type === 'image/png' ? path.endsWith('.png') : /\.jpe?g$/.test(path);
}

/** Width times height from the header (PNG specification, 11.2.2). */
function pngMegapixels(bytes: Uint8Array): number {
  if (bytes.length < 24) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (view.getUint32(16) * view.getUint32(20)) / 1_000_000;
}
