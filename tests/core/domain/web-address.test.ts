import { describe, expect, it } from 'vitest';
import { webAddressFault } from '../../../core/domain/web-address.ts';

describe('a web address in a pack', () => {
  it.each([
    'https://www.uwv.nl',
    'https://www.uwv.nl/',
    'https://www.uwv.nl/ww/aanvragen?stap=1&taal=nl#begin',
    'https://www.uwv.nl/@kanaal',
    'https://nl.wikipedia.org/wiki/Balie_(meubel)',
    'https://www.uwv.nl/zoek?soort[]=ww&plaats[]',
  ])('can be %s', (address) => {
    expect(webAddressFault(address)).toBeUndefined();
  });

  it.each([
    ['https://www.uwv.nl/ww aanvragen', 'space'],
    ['https://www.uwv.nl/ of bel', 'space'],
    ['https://www.uwv.nl\t', 'space'],
    ['https://www.uwv.nl/ww,', 'ends in a sign'],
    ['https://www.uwv.nl/ww).', 'ends in a sign'],
    ['https://www.uwv.nl/ww)', 'ends in a sign'],
    ['https://www.uwv.nl/ww]', 'ends in a sign'],
    ['https://www.uwv.nl/”ww', 'quote'],
    ['https://www.toeslagen.nl@evil.example', 'leads elsewhere'],
    ['https://www.toeslagen.nl:443@evil.example/ww', 'leads elsewhere'],
  ])('cannot be "%s": it %s', (address, why) => {
    expect(webAddressFault(address)).toContain(why);
  });
});
