import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SaidLine } from '../../../renderer/ui/said.tsx';

type Words = { readonly text?: string };

function lineOf(words: Record<string, Words>, as?: 'small'): string {
  const text = (each: Words) => each.text;
  return renderToStaticMarkup(
    createElement(SaidLine<Words>, { words, language: 'en', text, ...(as && { as }) }),
  );
}

describe('a line of the content', () => {
  it('is a paragraph, or what it is told to be', () => {
    expect(lineOf({ en: { text: 'Come in.' } })).toBe('<p>Come in.</p>');
    expect(lineOf({ en: { text: 'Red' } }, 'small')).toBe('<small>Red</small>');
  });

  it('says which language it is in when that is another one', () => {
    expect(lineOf({ nl: { text: 'Kom.' } })).toBe('<p><bdi lang="nl" dir="ltr">Kom.</bdi></p>');
  });

  it.each([[{}], [{ en: {} }], [{ en: { text: '' } }]])(
    'is not there when there is nothing to say: %j',
    (words) => {
      expect(lineOf(words)).toBe('');
    },
  );
});
