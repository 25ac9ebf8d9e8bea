import { describe, expect, it } from 'vitest';
import { checkMedia, MOST_MEDIA_BYTES } from '../../../../core/domain/check/check-media.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import type { SourceMedia } from '../../../../core/domain/pack-source.ts';
import { aPack } from '../../../builders/a-pack.ts';
import { aSource } from '../../../builders/a-source.ts';

const huis: SourceMedia = { path: 'media/huis.png', bytes: 1000, type: 'image/png' };

function said(media: SourceMedia[], image?: string, alt?: string): string[] {
  const articles = aPack().articles.map(({ article, texts }) => ({
    article: { ...article, ...(image === undefined ? {} : { image }) },
    texts: { nl: { ...(texts['nl'] as (typeof texts)[string]), ...(alt === undefined ? {} : { alt }) } },
  }));
  return checkMedia(aPack({ articles }), aSource({}, media)).map(
    ({ rule, file, field, message }) => `[${rule}] ${file} ${fieldText(field)}: ${message}`,
  );
}

describe('a picture', () => {
  it('is left in peace when an article shows and describes it', () => {
    expect(said([])).toEqual([]);
    expect(said([huis], 'huis.png', 'Een huis')).toEqual([]);
  });

  it('is used', () => {
    expect(said([huis])).toEqual([
      '[media] media/huis.png : Nothing uses this picture. Remove it, or name it in an article.',
    ]);
  });

  it('is there when an article names it', () => {
    expect(said([], 'huis.png', 'Een huis')).toEqual([
      '[media] articles/huur-uitleg/article.yaml image: "huis.png" is not in the folder media. Add it, or correct the name.',
    ]);
  });

  it.each(['huis.jpg', 'Huis.PNG', 'media/huis.png', 'media\\\\huis.png'])(
    'is told once when an article nearly names it: %s',
    (image) => {
      expect(said([huis], image, 'Een huis')).toEqual([
        `[media] articles/huur-uitleg/article.yaml image: "${image}" is not in the folder media. Did you mean "huis.png"?`,
      ]);
    },
  );

  it('is told when an article names another one that is there', () => {
    const other = { ...huis, path: 'media/huisje.png' };
    expect(said([huis, other], 'huis.png', 'Een huis')).toEqual([
      '[media] media/huisje.png : Nothing uses this picture. Remove it, or name it in an article.',
    ]);
  });

  it('can be opened', () => {
    const fault = 'This picture is damaged and cannot be opened. Save it again as PNG or JPEG.';
    expect(said([{ ...huis, fault }], 'huis.png', 'Een huis')).toEqual([
      '[media] media/huis.png : This picture is damaged and cannot be opened. Save it again as PNG or JPEG.',
    ]);
  });

  it('is small enough to carry', () => {
    expect(said([{ ...huis, bytes: MOST_MEDIA_BYTES }], 'huis.png', 'Een huis')).toEqual([]);
    expect(said([{ ...huis, bytes: MOST_MEDIA_BYTES + 1 }], 'huis.png', 'Een huis')).toEqual([
      '[media] media/huis.png : This picture has 2000001 bytes; at most 2000000 fit. Make it smaller.',
    ]);
  });

  it('is described in every language', () => {
    expect(said([huis], 'huis.png')).toEqual([
      '[media] articles/huur-uitleg/nl.md : The picture of this article has no description. Begin the file with a line "alt: …".',
    ]);
  });

  it.each(['', '…', '12'])('is described in words, and not as "%s"', (alt) => {
    expect(said([huis], 'huis.png', alt)[0]).toContain('has no description');
  });
});

/** How often the check looks at a path, of a pack of which every article has a picture of its own. */
function looksAt(count: number): number {
  let looks = 0;
  const [first] = aPack().articles;
  if (first === undefined) throw new Error('The pack has no article.');
  const articles = Array.from({ length: count }, (_, index) => ({
    article: { ...first.article, id: `uitleg-${index}`, image: `foto-${index}.png` },
    texts: { nl: { ...(first.texts['nl'] as (typeof first.texts)[string]), alt: 'Een huis' } },
  }));
  const media = articles.map(({ article: { image } }) => ({
    ...huis,
    get path() {
      looks += 1;
      return `media/${image}`;
    },
  }));
  expect(checkMedia(aPack({ articles }), aSource({}, media))).toEqual([]);
  return looks;
}

it('looks at four times as many paths of four times as many pictures', () => {
  // Counted and not timed: a loop over all inside another makes it sixteen times, and one more sixty-four.
  expect(looksAt(200) / looksAt(50)).toBeLessThan(5);
});
