import { describe, expect, it } from 'vitest';
import type { FlowPage, HomePage } from '../../../core/contract/pages.ts';
import {
  canGoBack,
  here,
  move,
  type Place,
  screenName,
  type Visit,
} from '../../../renderer/visitor/visit.ts';
import { aFlow } from '../../builders/a-flow.ts';

const home: Place = {
  kind: 'home',
  page: {
    languages: ['nl'],
    fictional: false,
    topics: [],
    directory: false,
    troubles: [],
  } satisfies HomePage,
};
const start: Visit = { places: [home], moved: 'on' };

const flow = aFlow({
  start: 'eerste',
  questions: {
    eerste: { kind: 'yes-no', yes: 'tweede', no: 'klaar', dont_know: 'klaar' },
    tweede: { kind: 'yes-no', yes: 'klaar', no: 'klaar', dont_know: 'klaar' },
  },
  outcomes: { klaar: { verdict: 'info', steps: ['stap'], bring: [], contacts: [], articles: [], flows: [] } },
});
const page = { flow, today: '2026-11-24', parameters: {} } as unknown as FlowPage;
const inFlow = move(start, { kind: 'go', place: { kind: 'flow', page, answers: {} } });
const answered = move(inFlow, { kind: 'answer', question: 'eerste', answer: 'ja' });

describe('a visit', () => {
  it('begins at home, from where there is no way back', () => {
    expect(here(start)).toBe(home);
    expect(canGoBack(start)).toBe(false);
    expect(move(start, { kind: 'back' })).toBe(start);
  });

  it('goes to a place and back again', () => {
    const desk = move(start, { kind: 'go', place: { kind: 'desk', ticket: 12, place: null } });
    expect(here(desk)).toEqual({ kind: 'desk', ticket: 12, place: null });
    expect(canGoBack(desk)).toBe(true);
    expect(here(move(desk, { kind: 'back' }))).toBe(home);
  });

  it('goes home from anywhere, leaving the places behind', () => {
    expect(move(answered, { kind: 'home' })).toEqual({ places: [home], moved: 'back' });
  });

  it('searches in one place, and comes back to it with what was typed', () => {
    const searching = move(start, { kind: 'go', place: { kind: 'search', typed: { text: 'huur' } } });
    expect(screenName(here(searching))).toBe('search');
    expect(move(searching, { kind: 'go', place: { kind: 'search', typed: { text: '' } } })).toBe(searching);
    const found = move(searching, { kind: 'go', place: { kind: 'desk', ticket: null, place: null } });
    expect(here(move(found, { kind: 'back' }))).toEqual({ kind: 'search', typed: { text: 'huur' } });
  });

  it('stands at what failed as at a place: back from it, nothing else is gone', () => {
    const failed = move(answered, { kind: 'go', place: { kind: 'failed' } });
    expect(screenName(here(failed))).toBe('failed');
    expect(here(move(failed, { kind: 'back' }))).toMatchObject({ kind: 'flow', answers: { eerste: 'ja' } });
    const first = move(start, { kind: 'go', place: { kind: 'failed' } });
    expect(canGoBack(first)).toBe(true);
    expect(move(first, { kind: 'home' }).places).toEqual([home]);
  });

  it('does not meet what failed again on the way back, and still has what was typed before it', () => {
    const desk: Place = { kind: 'desk', ticket: 12, place: null };
    const failed = move(inFlow, { kind: 'go', place: { kind: 'failed' } });
    expect(move(failed, { kind: 'go', place: desk }).places).toEqual([...inFlow.places, desk]);
    const searching = move(start, { kind: 'go', place: { kind: 'search', typed: { text: 'huur' } } });
    const lost = move(searching, { kind: 'go', place: { kind: 'failed' } });
    expect(here(move(lost, { kind: 'go', place: { kind: 'search', typed: { text: '' } } }))).toEqual(
      here(searching),
    );
  });

  it('takes an answer in a flow, and none elsewhere', () => {
    expect(here(answered)).toMatchObject({ kind: 'flow', answers: { eerste: 'ja' } });
    expect(move(start, { kind: 'answer', question: 'eerste', answer: 'ja' })).toBe(start);
  });

  it('takes back the last answer first, and leaves the flow only before the first question', () => {
    const once = move(answered, { kind: 'back' });
    expect(here(once)).toMatchObject({ kind: 'flow', answers: {} });
    expect(here(move(once, { kind: 'back' }))).toBe(home);
  });

  it('goes back out of a flow that leads nowhere, where its screen can say only that it failed', () => {
    const { eerste, ...rest } = flow.questions;
    const broken = { ...page, flow: { ...flow, questions: { ...rest, eerste: { ...eerste, yes: 'weg' } } } };
    const stuck: Place = { kind: 'flow', page: broken as FlowPage, answers: { eerste: 'ja' } };
    expect(here(move(move(start, { kind: 'go', place: stuck }), { kind: 'back' }))).toBe(home);
  });

  it('starts a flow again without leaving it', () => {
    expect(here(move(answered, { kind: 'again' }))).toMatchObject({ kind: 'flow', answers: {} });
    expect(move(start, { kind: 'again' })).toBe(start);
  });

  it('names every screen by what stands on it, in letters, digits and hyphens', () => {
    expect(
      [home, here(inFlow), here(answered), { kind: 'desk', ticket: null, place: null } as const].map(
        screenName,
      ),
    ).toEqual(['home', `${flow.id}-eerste`, `${flow.id}-tweede`, 'desk']);
  });
});
