/** Longer than any name that a pack needs, short enough for every file system with a folder before it. */
const MOST_CHARACTERS = 200;
const MOST_FOLDERS = 3;

/** One name between slashes: it begins and ends with a letter or digit, so no `..`, no hidden file, no trailing point. */
const NAME = '[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*';
const PATH = new RegExp(`^${NAME}(?:/${NAME}){0,${MOST_FOLDERS}}$`);

/** What JavaScript finds on every object, and what Windows takes for a device, whatever follows the point. In small letters. */
const TAKEN =
  /(?:^|[/\n])(?:constructor|tostring|valueof|hasownproperty|isprototypeof|propertyisenumerable|tolocalestring|con|prn|aux|nul|com\d|lpt\d)(?:[./\n]|$)/;

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
  return faultTogether(paths);
}

/** All paths in one text: asked of 20,000 one by one, the same takes three times as long. */
function faultTogether(paths: readonly string[]): string | undefined {
  const joined = paths.join('\n');
  const hasCapitals = /[A-Z]/.test(joined);
  const folded = hasCapitals ? joined.toLowerCase() : joined;
  const small = hasCapitals ? folded.split('\n') : paths;
  const taken = TAKEN.test(folded) ? small.findIndex((path) => TAKEN.test(path)) : -1;
  if (taken >= 0) return `"${paths[taken]}": this name means something else to a computer; choose another`;
  // Without capitals there are no twins: equal paths were found by their order.
  const twin = hasCapitals ? findTwin(small) : -1;
  if (twin >= 0) return `"${paths[twin]}" is there twice but for its capitals; rename one`;
  const folders = foldersOf(small);
  const both = small.findIndex((path) => folders.has(path));
  return both < 0 ? undefined : `"${paths[both]}" is a file and a folder; rename one`;
}

function faultOfPath(path: string): string | undefined {
  if (path.length > MOST_CHARACTERS) return `use at most ${MOST_CHARACTERS} characters`;
  return PATH.test(path)
    ? undefined
    : `use letters, digits, and points, hyphens or underscores between them, in at most ${MOST_FOLDERS} folders`;
}

function findTwin(paths: readonly string[]): number {
  const seen = new Set<string>();
  return paths.findIndex((path) => seen.size === seen.add(path).size);
}

function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  let last = '';
  for (const path of paths) {
    const end = path.lastIndexOf('/');
    if (end < 0 || (end === last.length && path.startsWith(last))) continue;
    last = path.slice(0, end);
    for (let at = last.indexOf('/'); at > 0; at = last.indexOf('/', at + 1)) folders.add(last.slice(0, at));
    folders.add(last);
  }
  return folders;
}
