import { didYouMean } from '../did-you-mean.ts';
import type { Pack } from '../pack.ts';
import type { Field, PackSource } from '../pack-source.ts';
import type { Remark } from './finding.ts';

/** The largest picture a pack may hold: a stick and a slow line must carry it. */
export const MOST_MEDIA_BYTES = 2_000_000;

/** Pictures are there, used, readable and small enough, and described for those who do not see them. */
export function checkMedia(pack: Pack, source: PackSource): Remark[] {
  // Both once, before the loops: a pack can have a thousand pictures.
  const names = new Set(source.media.map(({ path }) => path.slice(FOLDER.length)));
  const used = pack.articles.flatMap(({ article: { id, image }, texts }) =>
    image === undefined ? [] : [{ id, image, meant: meantBy(image, names), texts }],
  );
  const meantNames = new Set(used.map(({ image, meant }) => meant ?? image));
  const files = source.media.flatMap(({ path, bytes, fault }) => [
    ...(fault === undefined ? [] : [error(path, [], fault)]),
    ...(bytes > MOST_MEDIA_BYTES
      ? [
          error(
            path,
            [],
            `This picture has ${bytes} bytes; at most ${MOST_MEDIA_BYTES} fit. Make it smaller.`,
          ),
        ]
      : []),
    ...(meantNames.has(path.slice(FOLDER.length))
      ? []
      : [error(path, [], 'Nothing uses this picture. Remove it, or name it in an article.')]),
  ]);
  const uses = used.flatMap(({ id, image, meant, texts }) => [
    ...(names.has(image) ? [] : [error(`articles/${id}/article.yaml`, ['image'], notThere(image, meant))]),
    ...Object.entries(texts)
      .filter(([, { alt = '' }]) => !/\p{L}/u.test(alt))
      .map(([language, { alt }]): Remark => {
        const remark = error(`articles/${id}/${language}.md`, [], NO_DESCRIPTION);
        // One without a letter is a rule of its own: packs were published with it, and a kiosk can show them.
        return alt === undefined ? remark : { ...remark, rule: 'description' };
      }),
  ]);
  return [...files, ...uses];
}

const FOLDER = 'media/';

const NO_DESCRIPTION = 'The picture of this article has no description. Begin the file with a line "alt: …".';

function notThere(image: string, meant: string | undefined): string {
  return `"${image}" is not in the folder media. ${meant === undefined ? 'Add it, or correct the name.' : `Did you mean "${meant}"?`}`;
}

/** The picture that an article most likely means by a name that no picture has; undefined when there is none, or the name is right. */
function meantBy(image: string, names: ReadonlySet<string>): string | undefined {
  return names.has(image) ? undefined : didYouMean(image.replace(/^.*[/\\]/, ''), names);
}

function error(file: string, field: Field, message: string): Remark {
  return { severity: 'error', rule: 'media', file, field, message };
}
