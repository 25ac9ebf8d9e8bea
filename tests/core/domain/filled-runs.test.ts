import { describe, expect, it } from 'vitest';
import type { Run } from '../../../core/domain/article.ts';
import { filled } from '../../../core/domain/fill.ts';
import { filledRuns } from '../../../core/domain/filled-runs.ts';
import { runsText } from '../../../core/domain/page-texts.ts';
import { aParameter, aStaleParameter } from '../../builders/a-parameter.ts';
import { TODAY } from '../../builders/today.ts';

const setting = {
  parameters: { 'huur.leeftijd': aParameter(18), 'huur.grens': aStaleParameter(900) },
  today: TODAY,
};
const strong = (text: string): Run => ({ text, strong: true });
const plain = (text: string): Run => ({ text });

describe('runs with their amounts written in', () => {
  it.each<[string, Run[], Run[]]>([
    [
      'keep what is strong',
      [strong('Huur'), plain(' vanaf {huur.leeftijd}.')],
      [strong('Huur'), plain(' vanaf 18 jaar.')],
    ],
    [
      'can have a strong amount',
      [plain('Vanaf '), strong('{huur.leeftijd}'), plain('.')],
      [plain('Vanaf '), strong('18 jaar'), plain('.')],
    ],
    [
      'lose a whole sentence, also where a part of it is strong',
      [
        strong('Huur.'),
        plain(' Tot '),
        strong('{huur.grens} in'),
        plain(' de maand. '),
        strong('Vraag'),
        plain(' het.'),
      ],
      [strong('Huur.'), plain(' '), strong('Vraag'), plain(' het.')],
    ],
    [
      'end with the last sentence that is left',
      [strong('Vraag het.'), plain(' Tot {huur.grens}.')],
      [strong('Vraag het.')],
    ],
    ['are none when nothing is left', [strong('Tot'), plain(' {huur.grens}.')], []],
    [
      'are plain around a hole that is partly strong',
      [strong('Vanaf {huur'), plain('.leeftijd}.')],
      [plain('Vanaf 18 jaar.')],
    ],
  ])('%s', (_, runs, expected) => {
    expect(filledRuns(runs, 'nl', setting)).toEqual(expected);
    expect(runsText(expected)).toBe(filled(runsText(runs), 'nl', setting));
  });
});
