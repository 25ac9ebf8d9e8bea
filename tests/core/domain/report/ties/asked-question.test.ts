import { expect, test } from 'vitest';
import { kindsOf } from '../../../../../core/domain/report/ties/asked-question.ts';
import { aQuestion } from '../../desk/a-question.ts';

const asked = (branch: string, category: 'course' | 'information', channel: 'desk' | 'phone') => ({
  branch,
  question: aQuestion({ category, channel }),
});

test('what came together at one branch is a kind at every branch, with how often it came there', () => {
  const all = [
    asked('noord', 'course', 'desk'),
    asked('noord', 'course', 'desk'),
    asked('bus', 'information', 'phone'),
  ];
  expect(kindsOf(all, ['noord', 'bus'], ['category', 'channel'])).toEqual([
    { branch: 'noord', values: { category: 'course', channel: 'desk' }, number: 2 },
    { branch: 'bus', values: { category: 'course', channel: 'desk' }, number: 0 },
    { branch: 'noord', values: { category: 'information', channel: 'phone' }, number: 0 },
    { branch: 'bus', values: { category: 'information', channel: 'phone' }, number: 1 },
  ]);
});

test('what is not asked about makes no other kind', () => {
  const all = [asked('noord', 'course', 'desk'), asked('noord', 'course', 'phone')];
  expect(kindsOf(all, ['noord'], ['category'])).toEqual([
    { branch: 'noord', values: { category: 'course' }, number: 2 },
  ]);
});

test('of nothing there are no kinds', () => {
  expect(kindsOf([], ['noord'], ['category'])).toEqual([]);
});
