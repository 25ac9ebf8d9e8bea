import { expect, it, vi } from 'vitest';
import type { PrintResult } from '../../../core/contract/print.ts';
import { printTurns } from '../../../electron/print/print-turns.ts';

/** A print that ends when it is told to, with what came of it. */
function aPrint() {
  let end: (result: PrintResult) => void = () => undefined;
  const act = vi.fn((_: AbortSignal) => new Promise<PrintResult>((resolve) => (end = resolve)));
  return { act, end: (result: PrintResult) => end(result) };
}

it('prints one at a time: another is not waited for', async () => {
  const turns = printTurns();
  const [first, second, third] = [aPrint(), aPrint(), aPrint()];
  const printing = turns.take(first.act);
  expect(await turns.take(second.act)).toBe('failed');
  expect(second.act).not.toHaveBeenCalled();
  first.end('printed');
  expect(await printing).toBe('printed');
  const next = turns.take(third.act);
  third.end('paper-out');
  expect(await next).toBe('paper-out');
});

it('waits for what was cancelled to be taken back', async () => {
  const turns = printTurns();
  const [first, second] = [aPrint(), aPrint()];
  const printing = turns.take(first.act);
  turns.cancel();
  expect(first.act.mock.calls[0]?.[0].aborted).toBe(true);
  const next = turns.take(second.act);
  expect(second.act).not.toHaveBeenCalled();
  first.end('cancelled');
  expect(await printing).toBe('cancelled');
  await vi.waitFor(() => expect(second.act).toHaveBeenCalled());
  second.end('printed');
  expect(await next).toBe('printed');
});

it('prints nothing that was cancelled while it waited', async () => {
  const turns = printTurns();
  const [first, second] = [aPrint(), aPrint()];
  const printing = turns.take(first.act);
  turns.cancel();
  const next = turns.take(second.act);
  turns.cancel();
  first.end('cancelled');
  expect(await printing).toBe('cancelled');
  expect(await next).toBe('cancelled');
  expect(second.act).not.toHaveBeenCalled();
});

it('lets what waits be cancelled, however long the other is being taken back', async () => {
  const turns = printTurns();
  const [first, second] = [aPrint(), aPrint()];
  const printing = turns.take(first.act);
  turns.cancel();
  const next = turns.take(second.act);
  turns.cancel();
  expect(await next).toBe('cancelled');
  expect(second.act).not.toHaveBeenCalled();
  // It is still the turn of the first.
  first.end('cancelled');
  expect(await printing).toBe('cancelled');
});

it('goes on after a print that failed in an unknown way', async () => {
  const turns = printTurns();
  await expect(turns.take(() => Promise.reject(new Error('no letters')))).rejects.toThrow('no letters');
  expect(await turns.take(async () => 'printed')).toBe('printed');
});
