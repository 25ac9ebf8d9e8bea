import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { DirectoryRecord } from '../../core/domain/directory/directory-record.ts';
import { readChunks } from './read-chunks.ts';
import { type JsonElement, JsonSplitter, MOST_BYTES } from './split-json.ts';
import { tableNamed } from './table-named.ts';
import { UnreadableDirectoryError } from './unreadable-directory.ts';

const CHUNK_BYTES = 128 * 1024;
/** What the HSDS API calls the list on a page of results. */
const API_LIST = 'contents';

/**
 * Reads HSDS JSON, some records at a time: a list of services as the HSDS API gives them (or one of its pages), one
 * service, or an object with a list for every table. Throws UnreadableDirectoryError when it is no JSON or is cut off.
 */
export async function* readJson(path: string): AsyncGenerator<DirectoryRecord[]> {
  const file = basename(path);
  const single = singleService(path);
  if (single !== undefined) {
    yield [{ kind: 'service', text: single, place: { file, path: '$' } }];
    return;
  }
  const splitter = new JsonSplitter(file);
  const unused = new Set<string>();
  let isFirst = true;
  for await (const read of readChunks(path, CHUNK_BYTES)) {
    const chunk = isFirst ? withoutMark(read, file) : read;
    isFirst = false;
    yield splitter.split(chunk).flatMap((element) => recordOf(element, file, unused));
  }
  splitter.end();
}

function recordOf(element: JsonElement, file: string, unused: Set<string>): DirectoryRecord[] {
  const { list, index } = element;
  const place = { file, path: list === undefined ? `$[${index}]` : `$.${list}[${index}]` };
  const isServices = list === undefined || list === API_LIST;
  const table = isServices ? undefined : tableNamed(list);
  if (!isServices && table === undefined) {
    if (unused.has(list)) return [];
    unused.add(list);
    return [{ kind: 'unused', what: `the list "${list}"`, place: { file } }];
  }
  if (element.fault !== undefined) return [{ kind: 'fault', message: element.fault, place }];
  if (table === undefined) return [{ kind: 'service', text: element.text, place }];
  let record: unknown;
  try {
    record = JSON.parse(element.text);
  } catch {
    return [{ kind: 'fault', message: 'is no JSON', place }];
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return [{ kind: 'fault', message: 'is no record', place }];
  return [{ kind: 'row', table, record: record as Record<string, unknown>, place }];
}

/**
 * The text of a file that is one service, as the HSDS API gives it by its id: an object with a name, which an object of
 * lists has not. Undefined for any other file, also one that is no JSON: what is wrong with that is told as it is split.
 */
function singleService(path: string): string | undefined {
  if (statSync(path).size > MOST_BYTES) return undefined;
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) return undefined;
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const { id, name } = JSON.parse(text) as Record<string, unknown>;
    return typeof id === 'string' && typeof name === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A file without its byte order mark. Of another encoding than UTF-8, the mark is the first sign. */
function withoutMark(chunk: Buffer, file: string): Buffer {
  const start = chunk.subarray(0, 3).toString('hex');
  if (start.startsWith('fffe') || start.startsWith('feff') || chunk.subarray(0, 2).includes(0))
    throw new UnreadableDirectoryError(`${file} is not in UTF-8. Save it as UTF-8 and try again.`);
  return start === 'efbbbf' ? chunk.subarray(3) : chunk;
}
