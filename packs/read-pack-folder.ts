import { MOST_MEDIA_BYTES } from '../core/domain/check/check-media.ts';
import type { PackSource, SourceFile, SourceMedia } from '../core/domain/pack-source.ts';
import { inspectMedia } from './inspect-media.ts';
import { isMediaPath, type PackFiles, packFilesIn } from './pack-files.ts';
import { readArticleText } from './read-article-text.ts';
import { readYaml } from './read-yaml.ts';

/** A text file larger than this is no text that an author wrote, and is not read. */
const MOST_TEXT_BYTES = 256_000;

/**
 * Reads a pack from its folder as it lies there, without judging it.
 * Throws UnreadablePackError when there is no such folder.
 */
export function readPackFolder(folder: string): PackSource {
  return readPackFiles(packFilesIn(folder));
}

/** How closely a picture is looked at; `read` gives its bytes, when they are needed. */
export type LookAtMedia = (path: string, read: () => Uint8Array) => SourceMedia;

/**
 * Reads a pack as its files are, without judging it. A file that cannot be read is a fault of the pack. `look` is how closely its
 * pictures are looked at.
 */
export function readPackFiles(
  files: PackFiles,
  look: LookAtMedia = (path, read) => inspectMedia(path, read()),
): PackSource {
  return {
    files: files.paths.filter((path) => !isMediaPath(path)).map((path) => readTextFile(files, path)),
    media: files.paths.filter(isMediaPath).map((path) => readMedia(files, path, look)),
  };
}

/** A picture that is too large for a pack is not opened: the check says so by its size. */
function readMedia(files: PackFiles, path: string, look: LookAtMedia): SourceMedia {
  try {
    const bytes = files.sizeOf(path);
    return bytes > MOST_MEDIA_BYTES ? { path, bytes } : look(path, () => files.read(path));
  } catch (error) {
    // Only what a disk says: what is wrong with how contents are kept is not the author's to mend.
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    return { path, bytes: 0, fault: `This picture ${unreadable(error)}` };
  }
}

function unreadable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return `cannot be read (${code}). Look at its permissions, or copy the folder again.`;
}

function readTextFile(files: PackFiles, path: string): SourceFile {
  const refuse = (message: string): SourceFile => ({
    path,
    data: undefined,
    faults: [{ line: 1, message }],
    lineOf: () => 1,
  });
  let bytes: Uint8Array;
  try {
    if (files.sizeOf(path) > MOST_TEXT_BYTES)
      return refuse(`This file is larger than ${MOST_TEXT_BYTES} bytes. Split it.`);
    bytes = files.read(path);
  } catch (error) {
    // As with a picture: what is wrong with how contents are kept is not the author's to mend.
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    return refuse(`This file ${unreadable(error)}`);
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) return refuse('This file is not saved as UTF-8 text. Save it again as UTF-8.');
  if (path.endsWith('.yaml')) return readYaml(path, text);
  return path.endsWith('.md')
    ? readArticleText(path, text)
    : { path, data: undefined, faults: [], lineOf: () => undefined };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
