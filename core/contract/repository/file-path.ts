/** Longer than any name that a pack needs, short enough for every file system with a folder before it. */
const MOST_CHARACTERS = 200;
const MOST_FOLDERS = 3;

/** One name between slashes: it begins and ends with a letter or digit, so no `..`, no hidden file, no trailing point. */
const NAME = '[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*';
const PATH = new RegExp(`^${NAME}(?:/${NAME}){0,${MOST_FOLDERS}}$`);

/** What JavaScript finds on every object, and what Windows takes for a device, whatever follows the point. In small letters. */
const TAKEN_NAME =
  '(?:constructor|tostring|valueof|hasownproperty|isprototypeof|propertyisenumerable|tolocalestring|con|prn|aux|nul|com\\d|lpt\\d)(?:[./]|$)';
const TAKEN = new RegExp(`(?:^|/)${TAKEN_NAME}`);

/** A path that is right and needs no second look, as nearly all: in small letters, without a name that is taken. In one go. */
const PLAIN_NAME = `(?!${TAKEN_NAME})[a-z0-9]+(?:[._-]+[a-z0-9]+)*`;
const PLAIN = new RegExp(`^${PLAIN_NAME}(?:/${PLAIN_NAME}){0,${MOST_FOLDERS}}$`);

/**
 * What is wrong with the paths of the files of a pack, else undefined. A path has forward slashes and only ASCII letters and
 * digits, with points, hyphens and underscores between them: so it is never absolute, never leads out of the folder, and is the
 * same name on every disk. No two differ by capitals only (one file on many disks), none is a folder too. They stand in the
 * order of their character codes, so that equal packs have equal manifests.
 */
export function faultOfPaths(paths: readonly string[]): string | undefined {
  let before = '';
  let arePlain = true;
  for (const path of paths) {
    const isPlain = path.length <= MOST_CHARACTERS && PLAIN.test(path);
    const fault = isPlain ? undefined : faultOfPath(path);
    if (fault !== undefined) return `"${path.slice(0, MOST_CHARACTERS)}": ${fault}`;
    arePlain &&= isPlain;
    if (path <= before) return `"${path}" stands after "${before}"; sort the files by path, each once`;
    before = path;
  }
  return arePlain ? faultTogether(paths, (path) => path) : faultOfFolded(paths);
}

/** The same paths as a disk has them that knows no capitals, in the order of these. */
function faultOfFolded(paths: readonly string[]): string | undefined {
  const folded = new Map<string, string>();
  for (const path of paths) {
    const small = path.toLowerCase();
    if (TAKEN.test(small)) return `"${path}": this name means something else to a computer; choose another`;
    if (folded.has(small)) return `"${path}" is there twice but for its capitals; rename one`;
    folded.set(small, path);
  }
  return faultTogether([...folded.keys()].sort(), (small) => folded.get(small) as string);
}

/**
 * What is wrong with sorted paths without capitals. Between a file and what lies in a folder of that name stand only paths that
 * begin with that name, so those that the one at hand begins with are enough to know.
 */
function faultTogether(paths: readonly string[], asWritten: (path: string) => string): string | undefined {
  const begun: string[] = [];
  for (const path of paths) {
    let last = begun.at(-1);
    while (last !== undefined && (last.length >= path.length || !path.startsWith(last))) {
      begun.pop();
      last = begun.at(-1);
    }
    if (last !== undefined && path[last.length] === '/')
      return `"${asWritten(last)}" is a file and a folder; rename one`;
    begun.push(path);
  }
  return undefined;
}

function faultOfPath(path: string): string | undefined {
  if (path.length > MOST_CHARACTERS) return `use at most ${MOST_CHARACTERS} characters`;
  return PATH.test(path)
    ? undefined
    : `use letters, digits, and points, hyphens or underscores between them, in at most ${MOST_FOLDERS} folders`;
}
