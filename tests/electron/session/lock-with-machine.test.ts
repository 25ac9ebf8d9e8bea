import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { lockWithMachine, type MachineEvents } from '../../../electron/session/lock-with-machine.ts';

function aMachine(isQuiet: boolean) {
  const machine = new EventEmitter();
  let locked = 0;
  lockWithMachine(
    machine as unknown as MachineEvents,
    () => isQuiet,
    () => void locked++,
  );
  return { machine, locked: () => locked };
}

it.each(['suspend', 'lock-screen'])('ends what goes on at once on %s', (event) => {
  const { machine, locked } = aMachine(false);
  machine.emit(event);
  expect(locked()).toBe(1);
});

it('leaves a screen alone at which nobody is', () => {
  const { machine, locked } = aMachine(true);
  machine.emit('suspend');
  expect(locked()).toBe(0);
});
