import { describe, expect, it } from 'vitest';
import {
  DESK_IDLE,
  HELPED_TIMES,
  helpedRule,
  idlePhase,
  idleRule,
  USUAL_IDLE,
} from '../../../core/domain/idle.ts';

const second = 1000;

describe('a kiosk that nobody touches', () => {
  it('stays quiet, then counts down in whole seconds, then is over', () => {
    const rule = { quietSeconds: 10, warningSeconds: 3 };
    expect(idlePhase(rule, 0)).toEqual({ kind: 'active' });
    expect(idlePhase(rule, 10 * second - 1)).toEqual({ kind: 'active' });
    expect(idlePhase(rule, 10 * second)).toEqual({ kind: 'warning', secondsLeft: 3 });
    expect(idlePhase(rule, 11 * second)).toEqual({ kind: 'warning', secondsLeft: 2 });
    expect(idlePhase(rule, 13 * second - 1)).toEqual({ kind: 'warning', secondsLeft: 1 });
    expect(idlePhase(rule, 13 * second)).toEqual({ kind: 'over' });
    expect(idlePhase(rule, 1e9)).toEqual({ kind: 'over' });
  });

  it('gives a visitor at least 20 seconds to react (WCAG 2.2.1)', () => {
    expect(USUAL_IDLE.warningSeconds).toBeGreaterThanOrEqual(20);
  });
});

describe('a rule from the seconds of quiet alone', () => {
  it.each([
    [90, 30],
    [30, 30],
    [5, 5],
    [0.5, 1],
    [0, 1],
  ])('%s seconds of quiet: a warning of %s', (quietSeconds, warningSeconds) => {
    expect(idleRule(quietSeconds)).toEqual({ quietSeconds, warningSeconds });
  });
});

it('waits longer while somebody helps, warns just as long, and ends as well', () => {
  const rule = helpedRule({ quietSeconds: 10, warningSeconds: 3 });
  expect(rule).toEqual({ quietSeconds: 10 * HELPED_TIMES, warningSeconds: 3 });
  expect(idlePhase(rule, (10 * HELPED_TIMES + 3) * second)).toEqual({ kind: 'over' });
});

it('is no longer at the desk, where staff look together with a visitor: the log would be open for hours', () => {
  expect(helpedRule(DESK_IDLE)).toEqual(DESK_IDLE);
  expect(helpedRule(USUAL_IDLE).quietSeconds).toBe(DESK_IDLE.quietSeconds);
});
