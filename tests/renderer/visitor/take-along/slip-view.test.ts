import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SlipView } from '../../../../renderer/visitor/take-along/slip-view.tsx';
import { aSlip } from '../../../builders/a-slip.ts';

describe('a slip on the screen', () => {
  it('says where a place is on a line of its own under its name', () => {
    expect(renderToStaticMarkup(createElement(SlipView, { slip: aSlip() }))).toContain(
      '<b>De gemeente</b><span>Stadsplein 1</span><span>Zij helpen met de huur.</span>',
    );
  });
});
