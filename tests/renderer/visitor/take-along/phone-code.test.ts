import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { WordsContext } from '../../../../renderer/hooks/use-words.ts';
import { PhoneCode } from '../../../../renderer/visitor/take-along/phone-code.tsx';
import { startWords } from '../../../../renderer/words/start-words.ts';
import { aSlip } from '../../../builders/a-slip.ts';

const say = startWords()('nl');
const drawn = (address: string) =>
  renderToStaticMarkup(
    createElement(WordsContext, { value: say }, createElement(PhoneCode, { slip: aSlip({ address }) })),
  );

describe('the code for a telephone', () => {
  it('offers the address as well', () => {
    expect(drawn('https://bieb.example/taal')).toContain(say('takeAlong.website', { site: 'bieb.example' }));
  });

  it('but not one that is longer than a telephone can read', () => {
    expect(drawn(`https://bieb.example/${'a'.repeat(3000)}`)).not.toContain('bieb.example');
  });
});
