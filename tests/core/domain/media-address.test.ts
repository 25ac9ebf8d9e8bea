import { expect, it } from 'vitest';
import { mediaAddress, mediaAt } from '../../../core/domain/media-address.ts';

it.each(['huis.png', 'kaarten/buurt.png', 'zelfredzaam/huis.png'])(
  'the address of %s leads back to it, in its own pack',
  (image) => {
    expect(mediaAt(mediaAddress('zelfredzaam', image))).toEqual({
      pack: 'zelfredzaam',
      path: `media/${image}`,
    });
  },
);

it.each(['', 'media/', 'media/huis.png', 'media//huis.png', 'media/zelfredzaam/', 'index.html'])(
  'nothing lies at %j',
  (address) => {
    expect(mediaAt(address)).toBeUndefined();
  },
);
