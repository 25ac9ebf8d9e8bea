import { describe, expect, it } from 'vitest';
import { type Finding, fieldText, findingText } from '../../../../core/domain/check/finding.ts';

describe('a field', () => {
  it.each([
    [[], ''],
    [['start'], 'start'],
    [['questions', 'hoe-oud-bent-u', 'next', 1, 'go'], 'questions.hoe-oud-bent-u.next[1].go'],
    [[0, 'answers', 'huurt-u'], '[0].answers.huurt-u'],
    [['huur.leeftijd', 'values', 0], 'huur.leeftijd.values[0]'],
  ])('%j reads %s', (field, text) => {
    expect(fieldText(field)).toBe(text);
  });
});

describe('a finding on one line', () => {
  const finding: Finding = {
    severity: 'error',
    rule: 'next',
    file: 'flows/huur/flow.yaml',
    field: 'start',
    message: 'No.',
  };

  it('has the file, the line, the field and the message', () => {
    expect(findingText({ ...finding, line: 23 })).toBe('flows/huur/flow.yaml:23 start: No.');
  });

  it('leaves out a line or a field that there is not', () => {
    expect(findingText(finding)).toBe('flows/huur/flow.yaml start: No.');
    expect(findingText({ ...finding, line: 23, field: '' })).toBe('flows/huur/flow.yaml:23: No.');
    expect(findingText({ ...finding, field: '' })).toBe('flows/huur/flow.yaml: No.');
  });
});
