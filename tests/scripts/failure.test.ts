import { describe, expect, it } from 'vitest';
import { nextStep } from '../../scripts/checks/conclude.mjs';
import { describeFailure, Failure } from '../../scripts/setup/say.mjs';

describe('a failure', () => {
  it('ends with the next step', () => {
    const lines = describeFailure(new Failure('It rains.', 'take an umbrella.')).split('\n');
    expect(lines).toEqual(['It rains.', 'Next step: take an umbrella.']);
  });

  it('that nobody foresaw still ends with a next step', () => {
    expect(describeFailure(new Error('boom')).split('\n').at(-1)).toMatch(/^Next step: /);
    expect(describeFailure('boom').split('\n').at(-1)).toMatch(/^Next step: /);
  });
});

describe('the sentence before the count', () => {
  const outcome = (name: string, failed: number) => ({
    check: { name, args: [], alone: `npx ${name}` },
    count: { passed: 1, failed, note: '' },
    failures: [],
  });

  it('names the first step that failed and how to run it', () => {
    const text = nextStep([outcome('types', 0), outcome('lint', 2), outcome('layers', 1)]);
    expect(text).toContain('"lint"');
    expect(text).toContain('`npx lint`');
    expect(text).toContain('2 steps');
  });

  it('is not there when all passed', () => {
    expect(nextStep([outcome('types', 0)])).toBeUndefined();
  });
});
