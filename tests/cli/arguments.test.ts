import { describe, expect, it } from 'vitest';
import { readArguments, todayFrom } from '../../cli/arguments.ts';
import { CommandError } from '../../cli/command-error.ts';

describe('the arguments of a command', () => {
  it('are positions and options, in any order', () => {
    const { positions, options } = readArguments(
      ['--json', 'a', '--today', '2026-11-24', 'b'],
      ['DIR', 'FLOW'],
      {
        json: 'boolean',
        today: 'string',
      },
    );
    expect(positions).toEqual(['a', 'b']);
    expect(options).toEqual({ json: true, today: '2026-11-24' });
  });

  it('may be given several times where the command says so', () => {
    const { options, lists } = readArguments(['x', '--key', 'a', '--key', 'b'], ['DIR'], { key: 'strings' });
    expect(options).toEqual({});
    expect(lists).toEqual({ key: ['a', 'b'] });
  });

  it.each([
    [[], 'DIR is missing.'],
    [['a', 'b'], '"b" is one argument too many.'],
    [['a', '--jsn'], "Unknown option '--jsn'"],
    [['a', '--today'], '--today'],
  ])('%j are refused in a sentence', (args, message) => {
    const read = () => readArguments(args, ['DIR'], { json: 'boolean', today: 'string' });
    expect(read).toThrow(CommandError);
    expect(read).toThrow(message);
  });
});

describe('today', () => {
  it('is the day that was given', () => {
    expect(todayFrom('2026-11-24')).toBe('2026-11-24');
  });

  it('is the day it is here when none was given', () => {
    const now = new Date();
    const day = String(now.getDate()).padStart(2, '0');
    const month = String(now.getMonth() + 1).padStart(2, '0');
    expect(todayFrom(undefined)).toBe(`${now.getFullYear()}-${month}-${day}`);
  });

  it.each(['24-11-2026', '2026-02-30', 'tomorrow', ''])('is not "%s"', (day) => {
    expect(() => todayFrom(day)).toThrow(`--today "${day}" is no date. Write it as 2026-11-03.`);
  });
});
