import { readFileSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';

/** Signatures, as APPNOTE.TXT of PKWARE has them, and where fields stand behind them. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;

/**
 * The text of all files in a zip whose name begins so, one after the other: an XLSX is one. It reads by the list at the end, as the programs
 * of people do, and throws where a file is not what that list says of it.
 */
export function textInZip(file: string, begins: string): string {
  const zip = readFileSync(file);
  const end = zip.lastIndexOf(number(END));
  const texts: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error(`The list in ${file} is broken.`);
    const [nameLength, ...more] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as number[];
    const name = zip.toString('utf8', at + 46, at + 46 + Number(nameLength));
    if (name.startsWith(begins)) texts.push(contentAt(zip, at, name).toString('utf8'));
    at += 46 + Number(nameLength) + more.reduce((sum, length) => sum + length, 0);
  }
  if (texts.length === 0) throw new Error(`There is no ${begins} in ${file}.`);
  return texts.join('');
}

function contentAt(zip: Buffer, entry: number, name: string): Buffer {
  const local = zip.readUInt32LE(entry + 42);
  const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const stored = zip.subarray(begins, begins + zip.readUInt32LE(entry + 20));
  const content = zip.readUInt16LE(entry + 10) === DEFLATED ? inflateRawSync(stored) : stored;
  if (crc32(content) !== zip.readUInt32LE(entry + 16)) throw new Error(`${name} is not what was put there.`);
  return content;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
