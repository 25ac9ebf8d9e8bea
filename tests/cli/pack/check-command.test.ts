import { describe, expect, it } from 'vitest';
import { CommandError } from '../../../cli/command-error.ts';
import { checkCommand } from '../../../cli/pack/check-command.ts';
import { aFolder, packFolder } from '../../builders/pack-folder.ts';
import { runCommand } from '../../builders/run-balie.ts';
import { TODAY } from '../../builders/today.ts';

const MISTAKE = { 'flows/huur/cases.yaml': '- { name: a case, answers: { huurt-u: ja }, outcome: wel }\n' };
const check = (folder: string, ...more: string[]) =>
  runCommand(checkCommand, folder, '--today', TODAY, ...more);

describe('pack check', () => {
  it('says that a good pack is good, with the paths of its flows', () => {
    expect(check(packFolder())).toEqual({
      status: 0,
      out: 'flow huur: 5 paths (of at most 20000)\n0 errors, 0 warnings. The pack is good.',
    });
  });

  it('ends with 1 for errors, each with its file, line and field', () => {
    const { status, out } = check(packFolder(MISTAKE));
    expect(status).toBe(1);
    expect(out).toContain('error: flows/huur/cases.yaml:1 [0].answers: ');
    expect(out).toContain('1 error, 0 warnings. Mend the errors');
  });

  it('ends with 0 when there are only warnings, and shows them', () => {
    const { status, out } = runCommand(checkCommand, packFolder(), '--today', '2027-05-20');
    expect(status).toBe(0);
    expect(out).toMatch(/^warning: .*review_by/m);
  });

  it('is for machines with --json', () => {
    const { status, out } = check(packFolder(), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      ok: true,
      errors: 0,
      warnings: 0,
      mostPaths: 20000,
      paths: [{ flow: 'huur', paths: 5 }],
      findings: [],
    });
  });

  it('is for machines with --json when there are errors too', () => {
    const { status, out } = check(packFolder(MISTAKE), '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      errors: 1,
      warnings: 0,
      mostPaths: 20000,
      paths: [],
      findings: [
        {
          severity: 'error',
          rule: 'case',
          file: 'flows/huur/cases.yaml',
          line: 1,
          field: '[0].answers',
          message: expect.stringContaining('"hoe-oud-bent-u"'),
        },
      ],
    });
  });

  it('refuses a folder that is not there, with status 2', () => {
    const refuse = () => check(`${aFolder()}/elsewhere`);
    expect(refuse).toThrow(CommandError);
    expect(refuse).toThrow(expect.objectContaining({ exitStatus: 2 }));
  });
});
