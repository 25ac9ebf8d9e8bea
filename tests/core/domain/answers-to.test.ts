import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answersTo } from '../../../core/domain/answers-to.ts';
import type { Setting } from '../../../core/domain/condition.ts';
import type { Flow } from '../../../core/domain/flow.ts';
import { walk } from '../../../core/domain/walk.ts';
import { aFlow } from '../../builders/a-flow.ts';
import { aYesNo } from '../../builders/a-question.ts';
import { randomFlow } from '../../builders/random-flow.ts';
import { TODAY } from '../../builders/today.ts';
import { shippedPack } from '../../flows/shipped-pack.ts';

const SETTING = { today: TODAY, parameters: {} };

it('leads to every node by the first way there is', () => {
  const flow = aFlow({
    questions: { een: aYesNo('twee', 'niet'), twee: aYesNo('wel', 'niet') },
    outcomes: ['wel', 'niet'],
  });
  const found = answersTo(flow, SETTING);
  expect(found.get('een')).toEqual({});
  expect(found.get('twee')).toEqual({ een: 'ja' });
  expect(found.get('wel')).toEqual({ een: 'ja', twee: 'ja' });
  expect(found.get('niet')).toEqual({ een: 'ja', twee: 'nee' });
});

it('says nothing of what cannot be reached', () => {
  const flow = aFlow({
    questions: { een: aYesNo('niet', 'niet'), los: aYesNo('niet', 'niet') },
    outcomes: ['niet'],
  });
  expect([...answersTo(flow, SETTING).keys()].sort()).toEqual(['balie', 'een', 'niet']);
});

it('leads exactly there, in any flow and in every flow that ships', () => {
  const leads = (flow: Flow, setting: Setting) => {
    for (const [id, answers] of answersTo(flow, setting)) expect(walk(flow, answers, setting).at.id).toBe(id);
  };
  fc.assert(fc.property(randomFlow({ parameters: false, most: 5 }), (flow) => leads(flow, SETTING)));
  const { flows, parameters } = shippedPack();
  for (const { flow } of flows) leads(flow, { today: TODAY, parameters });
});
