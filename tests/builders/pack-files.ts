import { stringify } from 'yaml';
import { GOOD_FILES } from './a-source.ts';

/** The files of a pack by their path, as an author writes them. */
export type PackFiles = Readonly<Record<string, string>>;

const PAGE = '# Geld voor de huur\n\nU kunt geld krijgen voor de huur.\n';

/** The good pack as files, with other text in some; a file with `undefined` is left out. */
export function packFiles(changed: Readonly<Record<string, string | undefined>> = {}): PackFiles {
  const good = Object.entries(GOOD_FILES).map(([path, data]): [string, string] => [
    path,
    path.endsWith('.md') ? PAGE : stringify(data),
  ]);
  const files = Object.entries({ ...Object.fromEntries(good), ...changed });
  return Object.fromEntries(files.filter((file): file is [string, string] => file[1] !== undefined));
}

/** A good pack with many flows and articles: the one flow and article of the good pack under many names. */
export function largePackFiles(flows: number, articles: number): PackFiles {
  const good = packFiles();
  const shared = Object.entries(good).filter(([path]) => !/^(?:flows|articles)\//.test(path));
  return Object.fromEntries([
    ...shared,
    ...copies(good, 'flows/huur/', flows),
    ...copies(good, 'articles/huur-uitleg/', articles),
  ]);
}

function copies(files: PackFiles, folder: string, count: number): [string, string][] {
  const one = Object.entries(files).filter(([path]) => path.startsWith(folder));
  return Array.from({ length: count }, (_, index) => index).flatMap((index) =>
    one.map(([path, text]): [string, string] => [
      path.replace(folder, `${folder.slice(0, -1)}-${index}/`),
      text.replace(/^id: (.+)$/m, `id: $1-${index}`).replace(/^( *- huur)$/m, '$1-0'),
    ]),
  );
}
