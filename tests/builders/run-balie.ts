import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { vi } from 'vitest';

const BALIE = join(import.meta.dirname, '../../cli/balie.ts');

/** How a run of `balie` ended, and what it printed. */
export type Run = { readonly status: number | null; readonly out: string; readonly err: string };

/** Runs `balie` as a process of its own, in a folder if need be. */
export function runBalie(args: readonly string[], cwd?: string): Run {
  const run = spawnSync(process.execPath, [BALIE, ...args], { encoding: 'utf8', cwd });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

/** Runs a command in this process: its exit status, and what it printed. What it throws, this throws. */
export function runCommand(command: (args: string[]) => number, ...args: string[]): Omit<Run, 'err'> {
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  try {
    return { status: command(args), out: printed.join('\n') };
  } finally {
    log.mockRestore();
  }
}

/** The same for a command that takes its time. */
export async function runLongCommand(
  command: (args: string[]) => Promise<number>,
  ...args: string[]
): Promise<Omit<Run, 'err'>> {
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  try {
    return { status: await command(args), out: printed.join('\n') };
  } finally {
    log.mockRestore();
  }
}
