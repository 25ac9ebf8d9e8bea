import { expect, it } from 'vitest';
import { rememberLastWalk } from '../../../electron/desk/last-walk.ts';

const MINUTE = 60_000;

it('remembers the last flow, how long it took and no answer, for half an hour', () => {
  let elapsed = 0;
  const walk = rememberLastWalk(() => elapsed);
  expect(walk.look()).toBeUndefined();
  walk.at({ kind: 'step', flow: 'aow', step: 'leeftijd', language: 'nl' });
  elapsed = 2 * MINUTE;
  walk.at({ kind: 'step', flow: 'aow', step: 'samen', language: 'nl' });
  elapsed = 6 * MINUTE; // They read what came out, together.
  walk.at({ kind: 'home', language: 'nl' });
  expect(walk.look()).toEqual({ flow: 'aow', language: 'nl', minutes: 6 });
  elapsed = 8 * MINUTE;
  walk.at({ kind: 'topic', topic: 'geld', language: 'nl' });
  expect(walk.look()).toMatchObject({ minutes: 6 });
  elapsed = 36 * MINUTE;
  expect(walk.look()).toBeDefined();
  elapsed += 1;
  expect(walk.look()).toBeUndefined();
});

it('counts anew for the next visitor, and forgets what was logged', () => {
  let elapsed = 0;
  const walk = rememberLastWalk(() => elapsed);
  const step = { kind: 'step', flow: 'aow', step: 'leeftijd', language: 'nl' } as const;
  walk.at(step);
  walk.visitOver();
  elapsed = 9 * MINUTE;
  walk.at(step);
  expect(walk.look()).toMatchObject({ minutes: 0 });
  walk.forget();
  expect(walk.look()).toBeUndefined();
});

it('knows in which language the last visit was read, for half an hour, also after its flow was logged', () => {
  let elapsed = 0;
  const walk = rememberLastWalk(() => elapsed);
  expect(walk.spoken()).toBeUndefined();
  walk.at({ kind: 'step', flow: 'aow', step: 'leeftijd', language: 'ar' });
  walk.forget();
  walk.visitOver();
  elapsed = 30 * MINUTE;
  expect(walk.spoken()).toBe('ar');
  walk.at({ kind: 'home', language: 'en' });
  expect(walk.spoken()).toBe('en');
  elapsed = 61 * MINUTE;
  expect(walk.spoken()).toBeUndefined();
});

it('knows nothing of before the machine slept, in which its clock stood still; after the lock of the app it does', () => {
  const walk = rememberLastWalk(() => 0);
  walk.at({ kind: 'step', flow: 'aow', step: 'leeftijd', language: 'ar' });
  walk.visitOver();
  expect([walk.look()?.flow, walk.spoken()]).toEqual(['aow', 'ar']);
  walk.machineLeft();
  expect([walk.look(), walk.spoken()]).toEqual([undefined, undefined]);
});
