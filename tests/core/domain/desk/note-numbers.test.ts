import { expect, it } from 'vitest';
import { runsIn, stretchesIn } from '../../../../core/domain/desk/note-numbers.ts';

it('takes digits together with what is written against them, and no opening hours', () => {
  expect(runsIn('bel 06 - 12 of (2) 3.4')).toEqual(['0612', '234']);
  expect(runsIn('kamer 3 9.00-12.30, 4')).toEqual(['3', '4']);
});

it('takes each stretch between two that have room beside them', () => {
  expect(stretchesIn('17 06-12345678').sort()).toEqual(['0612345678', '12345678', '17', '170612345678']);
  expect(stretchesIn('1) 2 - 3')).toEqual(['1', '12', '123', '2', '23', '3']);
});

it('takes no part of a time or a day, unless it holds a long group', () => {
  expect(stretchesIn('12-03 14.30')).toEqual(['1203', '12031430', '1430']);
  expect(stretchesIn('1.0612345678')).toEqual(['10612345678', '0612345678']);
});

it('takes no opening hours by themselves', () => {
  expect(stretchesIn('2 09.00-17.00')).toEqual(['2', '209001700']);
});

it('takes other signs too when asked', () => {
  expect(stretchesIn('1:2', /\d:\d/g)).toEqual(['1', '12', '2']);
});
