import type { PowerMonitor } from 'electron';

/** What the machine says of itself, as far as it is heard here. */
export type MachineEvents = Pick<PowerMonitor, 'on'>;

/**
 * When the machine goes to sleep, or somebody locks its own screen, whoever works here has gone: `lock` is called at once, for nobody knows
 * who wakes it. Time that a machine sleeps does not count for the idle clock. Where nobody is, there is nothing to lock; `left` hears of it all
 * the same.
 */
export function lockWithMachine(
  machine: MachineEvents,
  isQuiet: () => boolean,
  lock: () => void,
  left: () => void,
): void {
  const leave = () => {
    if (!isQuiet()) lock();
    left();
  };
  machine.on('suspend', leave);
  // Windows and macOS tell this; a Linux desktop tells only that it goes to sleep.
  machine.on('lock-screen', leave);
}
