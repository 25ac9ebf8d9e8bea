/** Longer than any name that a pack needs, short enough for every file system with a folder before it. */
const MOST_CHARACTERS = 200;
const MOST_FOLDERS = 3;

/** One name between slashes: it begins and ends with a letter or digit, so no `..`, no hidden file, no trailing point. */
const NAME = '[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*';
const PATH = new RegExp(`^${NAME}(?:/${NAME}){0,${MOST_FOLDERS}}$`);

/** What JavaScript finds on every object, and what Windows takes for a device, whatever follows the point. */
const TAKEN =
  /(?:^|\/)(?:constructor|tostring|valueof|hasownproperty|isprototypeof|propertyisenumerable|tolocalestring|con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)/i;

/**
 * What is wrong with the paths of the files of a pack, else undefined. A path has forward slashes and only ASCII letters and
 * digits, with points, hyphens and underscores between them: so it is never absolute, never leads out of the folder, and is the
 * same name on every disk. No two differ by capitals only (one file on many disks), none is a folder too. They stand in the
 * order of their character codes, so that equal packs have equal manifests.
 */
export function faultOfPaths(paths: readonly string[]): string | undefined {
  let before = '';
  for (const path of paths) {
    const fault = faultOfPath(path);
    if (fault !== undefined) return `"${path.slice(0, MOST_CHARACTERS)}": ${fault}`;
    if (path <= before) return `"${path}" stands after "${before}"; sort the files by path, each once`;
    before = path;
  }
  return faultOfTwins(paths) ?? faultOfFolders(paths);
}

function faultOfPath(path: string): string | undefined {
  if (path.length > MOST_CHARACTERS) return `use at most ${MOST_CHARACTERS} characters`;
  if (!PATH.test(path))
    return `use letters, digits, and points, hyphens or underscores between them, in at most ${MOST_FOLDERS} folders`;
  return TAKEN.test(path) ? 'this name means something else to a computer; choose another' : undefined;
}

/** Without capitals there are no twins: equal paths were found by their order. */
function faultOfTwins(paths: readonly string[]): string | undefined {
  if (!paths.some((path) => /[A-Z]/.test(path))) return undefined;
  const folded = new Set<string>();
  for (const path of paths) {
    const name = path.toLowerCase();
    if (folded.has(name)) return `"${path}" is there twice but for its capitals; rename one`;
    folded.add(name);
  }
  return undefined;
}

function faultOfFolders(paths: readonly string[]): string | undefined {
  const folders = new Set<string>();
  let last = '';
  for (const path of paths) {
    const end = path.lastIndexOf('/');
    if (end < 0 || (end === last.length && path.startsWith(last))) continue;
    last = path.slice(0, end);
    for (let at = last.indexOf('/'); at > 0; at = last.indexOf('/', at + 1))
      folders.add(last.slice(0, at).toLowerCase());
    folders.add(last.toLowerCase());
  }
  const both = paths.find((path) => folders.has(path.toLowerCase()));
  return both === undefined ? undefined : `"${both}" is a file and a folder; rename one`;
}
