import { expect, test } from 'vitest';
import type { ArticlePage, FlowPage, HomePage } from '../../../core/contract/pages.ts';
import { HelpAbout } from '../../../core/domain/desk/help-request.ts';
import { aboutOf, hasAnswers, withAnswers } from '../../../renderer/visitor/desk/help-about.ts';
import { move, NO_TICKET, type Place, type Visit } from '../../../renderer/visitor/visit.ts';
import { aFlow } from '../../builders/a-flow.ts';

const start: Visit = { places: [{ kind: 'home', page: { topics: [] } as unknown as HomePage }], moved: 'on' };
const flow = aFlow({
  start: 'eerste',
  questions: {
    eerste: { kind: 'yes-no', yes: 'tweede', no: 'klaar', dont_know: 'klaar' },
    tweede: { kind: 'yes-no', yes: 'klaar', no: 'klaar', dont_know: 'klaar' },
  },
  outcomes: { klaar: { verdict: 'info', steps: ['stap'], bring: [], contacts: [], articles: [], flows: [] } },
});
const page = { flow, topic: { id: 'geld' }, today: '2026-11-24', parameters: {} } as unknown as FlowPage;
const go = (visit: Visit, place: Place) => move(visit, { kind: 'go', place });
const inFlow = go(start, { kind: 'flow', page, answers: {} });
const answered = move(inFlow, { kind: 'answer', question: 'eerste', answer: 'ja' });
const atDesk = (visit: Visit) => go(visit, { kind: 'desk', ...NO_TICKET });

test('what was open last is told, and no answer', () => {
  expect(aboutOf(atDesk(start))).toEqual({ kind: 'nothing' });
  const at = { kind: 'flow', topic: 'geld', flow: 'huur', answers: null };
  expect(aboutOf(atDesk(inFlow))).toEqual({ ...at, step: 'eerste' });
  expect(aboutOf(atDesk(answered))).toEqual({ ...at, step: 'tweede' });
  const article = { article: { id: 'digid' }, topic: { id: 'digitaal' } } as unknown as ArticlePage;
  expect(aboutOf(atDesk(go(answered, { kind: 'article', page: article })))).toEqual({
    ...{ kind: 'article', topic: 'digitaal', article: 'digid' },
  });
  expect(aboutOf(atDesk(move(answered, { kind: 'home' })))).toEqual({ kind: 'nothing' });
});

test('of a flow that leads nowhere its topic is told, so that the desk can be asked', () => {
  const { eerste, ...rest } = flow.questions;
  const broken = { ...page, flow: { ...flow, questions: { ...rest, eerste: { ...eerste, yes: 'weg' } } } };
  const stuck = go(start, { kind: 'flow', page: broken as FlowPage, answers: { eerste: 'ja' } });
  expect(aboutOf(atDesk(stuck))).toEqual({ kind: 'topic', topic: 'geld' });
  expect(withAnswers(atDesk(stuck))).toEqual({ kind: 'topic', topic: 'geld' });
  expect(hasAnswers(atDesk(stuck))).toBe(false);
});

test('with a yes, the answers on the way go along, and no other ones', () => {
  expect(hasAnswers(atDesk(start))).toBe(false);
  expect(hasAnswers(atDesk(inFlow))).toBe(false);
  expect(hasAnswers(atDesk(answered))).toBe(true);
  expect(withAnswers(atDesk(start))).toEqual({ kind: 'nothing' });
  // "tweede" was answered before the first answer was changed: it is not on the way any more.
  const changed = go(start, { kind: 'flow', page, answers: { eerste: 'nee', tweede: 'ja' } });
  expect(withAnswers(atDesk(changed))).toMatchObject({ step: 'klaar', answers: { eerste: 'nee' } });
  const told = withAnswers(atDesk(changed));
  expect(told.kind === 'flow' && Object.keys(told.answers ?? {})).toEqual(['eerste']);
  expect(HelpAbout.safeParse(told).success).toBe(true);
});
