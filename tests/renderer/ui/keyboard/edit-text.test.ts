import { describe, expect, it } from 'vitest';
import { MOST_TYPED } from '../../../../core/domain/most-typed.ts';
import { insert, removeBefore, replaceBefore } from '../../../../renderer/ui/keyboard/edit-text.ts';

const at = (text: string, from = text.length, to = from) => ({ text, from, to });

describe('typing', () => {
  it('puts a sign at the caret, which stays behind it', () => {
    expect(insert(at('hur', 2), 'u')).toEqual(at('huur', 3));
    expect(insert(at(''), 'h')).toEqual(at('h', 1));
  });

  it('types over what is selected', () => {
    expect(insert(at('toeslag', 0, 4), 'n')).toEqual(at('nlag', 1));
  });

  it('takes nothing more than fits, and leaves the caret where it was', () => {
    const full = at('a'.repeat(MOST_TYPED), 3);
    expect(insert(full, 'b')).toEqual(full);
    expect(insert(at('a'.repeat(MOST_TYPED), 3, 4), 'b').text).toHaveLength(MOST_TYPED);
  });
});

describe('erasing', () => {
  it('takes the character before the caret, or what is selected', () => {
    expect(removeBefore(at('huur', 2))).toEqual(at('hur', 1));
    expect(removeBefore(at('huur', 1, 3))).toEqual(at('hr', 1));
    expect(removeBefore(at('huur', 0))).toEqual(at('huur', 0));
    expect(removeBefore(at(''))).toEqual(at('', 0));
  });

  it('takes a character whole: with its marks, and a picture of several code points', () => {
    expect(removeBefore(at('e\u0301'))).toEqual(at('', 0));
    expect(removeBefore(at('بَ'))).toEqual(at('', 0));
    expect(removeBefore(at('a👩‍👧')).text).toBe('a');
  });
});

describe('an accent that is chosen for a letter that stands there already', () => {
  it('takes its place', () => {
    expect(replaceBefore(at('caf e', 3), 'v')).toEqual(at('cav e', 3));
    expect(replaceBefore(at('cafe'), 'é')).toEqual(at('café', 4));
  });

  it('of two signs leaves the letter where it is when only one fits', () => {
    const full = at('ل'.repeat(MOST_TYPED));
    expect(replaceBefore(full, 'لا')).toEqual(full);
  });

  it('is typed when there is nothing before the caret', () => {
    expect(replaceBefore(at('', 0), 'é')).toEqual(at('é', 1));
  });
});
