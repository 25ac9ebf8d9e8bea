import { decode as decodePng } from 'fast-png';
import { decode as decodeJpeg } from 'jpeg-js';
import type { SourceMedia } from '../core/domain/pack-source.ts';
import { DAMAGED, INTERLACED, judgeMedia, MOST_MEGAPIXELS, OVERFULL, TOO_MANY_DOTS } from './media-kind.ts';
import { unpacksTooLarge } from './png-size.ts';

const MOST_DECODE_MEGABYTES = 256;

/** Opens a picture as a screen would, all of it: half a picture is found here and not in front of a visitor. */
export function inspectMedia(path: string, bytes: Uint8Array): SourceMedia {
  return judgeMedia(path, bytes, (type) => {
    try {
      if (type === 'image/png') {
        if (pngMegapixels(bytes) > MOST_MEGAPIXELS) return TOO_MANY_DOTS;
        if (unpacksTooLarge(bytes)) return OVERFULL;
        if (isInterlacedInBits(bytes)) return INTERLACED;
        decodePng(bytes, { checkCrc: true });
      } else
        decodeJpeg(bytes, {
          maxResolutionInMP: MOST_MEGAPIXELS,
          maxMemoryUsageInMB: MOST_DECODE_MEGABYTES,
          tolerantDecoding: false,
        });
      return undefined;
    } catch (error) {
      // jpeg-js says with these words that one of its two limits was passed.
      return /limit exceeded/i.test((error as Error).message) ? TOO_MANY_DOTS : DAMAGED;
    }
  });
}

/** Width times height from the header (PNG specification, 11.2.2). */
function pngMegapixels(bytes: Uint8Array): number {
  if (bytes.length < 24) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (view.getUint32(16) * view.getUint32(20)) / 1_000_000;
}

/** Seven passes of dots that are smaller than a byte (PNG specification, 8.2 and 11.2.2): fast-png takes each such dot for a byte. */
function isInterlacedInBits(bytes: Uint8Array): boolean {
  const [depth = 0, interlaced = 0] = [bytes[24], bytes[28]];
  return interlaced === 1 && depth < 8;
}
