import type { SourceMedia } from '../core/domain/pack-source.ts';
import { DAMAGED, judgeMedia, MOST_MEGAPIXELS, TOO_MANY_DOTS } from './media-kind.ts';

/**
 * Looks at a picture from outside: its kind, its name, how many dots it says it has, and whether it is there to its end. For pictures
 * that were opened when they were published, and whose digest says that they are the same (decision 22). What a
 * screen can open passes.
 */
export function outlineMedia(path: string, bytes: Uint8Array): SourceMedia {
  return judgeMedia(path, bytes, (type) => {
    const outline = type === 'image/png' ? pngOutline(bytes) : jpegOutline(bytes);
    if (outline === undefined) return DAMAGED;
    return outline.width * outline.height > MOST_MEGAPIXELS * 1_000_000 ? TOO_MANY_DOTS : undefined;
  });
}

type Outline = { readonly width: number; readonly height: number };

/** Chunks from the header to IEND (PNG specification, 5.3 and 11.2): length, type, data, CRC. Undefined when they do not lead there. */
function pngOutline(bytes: Uint8Array): Outline | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const typeAt = (at: number) => view.toString('latin1', at + 4, at + 8);
  if (view.length < 33 || typeAt(8) !== 'IHDR') return undefined;
  let hasData = false;
  for (let at = 8; at + 12 <= view.length; at += 12 + view.readUInt32BE(at)) {
    const type = typeAt(at);
    if (type === 'IDAT') hasData = true;
    if (type === 'IEND')
      return hasData ? { width: view.readUInt32BE(16), height: view.readUInt32BE(20) } : undefined;
  }
  return undefined;
}

const START_OF_SCAN = 0xda;
/** SOF0 to SOF15, without the three numbers among them that say something else (ITU T.81, table B.1). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Segments up to the scan, one of which says the size, and an end after it. Undefined when something of that is missing. */
function jpegOutline(bytes: Uint8Array): Outline | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let outline: Outline | undefined;
  for (let at = 2; at + 9 < view.length && view[at] === 0xff; ) {
    const marker = view[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // A marker may have any number of these before it.
      continue;
    }
    if (isFrame(marker)) outline = { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) };
    if (marker === START_OF_SCAN)
      return view.lastIndexOf('ffd9', undefined, 'hex') > at ? outline : undefined;
    at += 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
}
