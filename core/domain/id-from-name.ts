import { Id } from './id.ts';

/** What stands for a name of which nothing can be an id: of another script, or of figures alone. */
const INSTEAD = 'partner';

/** An id that looks like a name and that nobody has yet, of at most so many characters: "Wijkteam Óost" is `wijkteam-oost`. */
export function idFromName(name: string, taken: ReadonlySet<string>, most: number): Id {
  const own = idLike(name, most) ?? INSTEAD;
  for (let number = 1; ; number++) {
    const id = number === 1 ? own : `${own}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** An id that looks like a name, with room for a number behind it; undefined when nothing of the name can be one. */
export function idLike(name: string, most: number): Id | undefined {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const cut = (words ?? [])
    .join('-')
    .slice(0, most - 4)
    .replace(/-$/, '');
  return Id.safeParse(cut).data;
}
