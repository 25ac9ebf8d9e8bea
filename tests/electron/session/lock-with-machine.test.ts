import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { lockWithMachine, type MachineEvents } from '../../../electron/session/lock-with-machine.ts';

function aMachine(isQuiet: boolean) {
  const machine = new EventEmitter();
  let [locked, left] = [0, 0];
  lockWithMachine(
    machine as unknown as MachineEvents,
    () => isQuiet,
    () => void locked++,
    () => void left++,
  );
  return { machine, locked: () => locked, left: () => left };
}

it.each(['suspend', 'lock-screen'])('ends what goes on at once on %s', (event) => {
  const { machine, locked, left } = aMachine(false);
  machine.emit(event);
  expect([locked(), left()]).toEqual([1, 1]);
});

it('leaves a screen alone at which nobody is, and tells all the same that the machine was left', () => {
  const { machine, locked, left } = aMachine(true);
  machine.emit('suspend');
  expect([locked(), left()]).toEqual([0, 1]);
});
