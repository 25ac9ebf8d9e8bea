import { inflateSync } from 'node:zlib';

/** Behind the signature: chunks of a length, a name, data and a checksum (PNG specification, 5.3). */
const SIGNATURE_BYTES = 8;
const CHUNK_BYTES = 12;
/** Samples a dot by the type of colour: grey, red-green-blue, palette, grey with alpha, all with alpha (PNG specification, 11.2.2). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Some programs leave a little behind the dots. A colour profile, the other part that is unpacked, is smaller than this. */
const SLACK_BYTES = 1_000_000;

/**
 * Does a PNG unpack to more than its header tells? Two megabytes can hold two gigabytes of zeros, whatever the width and the height say.
 * Unpacks at most a little more than the header tells. What is damaged in another way is left to who reads the picture.
 */
export function unpacksTooLarge(png: Uint8Array): boolean {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const chunks = chunksOf(bytes);
  const header = chunks.find(({ name }) => name === 'IHDR')?.data;
  if (header === undefined || header.length < 13) return false;
  const dots = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
  if (isLarger(dots, bytesOfDots(header) + SLACK_BYTES)) return true;
  return chunks.some(({ name, data }) => name === 'iCCP' && isLarger(profileIn(data), SLACK_BYTES));
}

/** A byte for the filter of each row. Interlaced, the rows of the seven passes are shorter and more: never twice as much. */
function bytesOfDots(header: Buffer): number {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, colour = 0] = [header[8], header[9]];
  const row = Math.ceil((width * depth * (SAMPLES[colour] ?? 4)) / 8) + 1;
  return row * height * (header[12] === 1 ? 2 : 1);
}

function isLarger(packed: Buffer, most: number): boolean {
  try {
    inflateSync(packed, { maxOutputLength: most });
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
  }
}

type Chunk = { readonly name: string; readonly data: Buffer };

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at + CHUNK_BYTES <= png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      name: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += CHUNK_BYTES + length;
  }
  return chunks;
}

/** Behind a name that ends with a zero, and the way of packing (PNG specification, 11.3.2.3). */
function profileIn(data: Buffer): Buffer {
  return data.subarray(data.indexOf(0) + 2);
}
