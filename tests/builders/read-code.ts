import { decode } from 'fast-png';
import jsQR from 'jsqr';

/** What a telephone or a scanner reads in a picture (PNG) of a QR code; undefined when there is none in it. */
export function readCode(picture: Uint8Array): string | undefined {
  const { width, height, data, channels } = decode(picture);
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++)
    for (let channel = 0; channel < 3; channel++)
      pixels[at * 4 + channel] = Number(data[at * channels + channel]);
  return jsQR(pixels, width, height)?.data;
}
