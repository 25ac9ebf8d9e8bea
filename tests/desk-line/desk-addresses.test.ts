import { expect, test } from 'vitest';
import { deskAddresses } from '../../desk-line/desk-addresses.ts';

const DESK = 'd';
const at = (last: number, port = 4_000) => ({ host: `10.0.0.${last}`, port });

test('where a desk was proven to be is tried first, then each other place in turn, the newest first', () => {
  const addresses = deskAddresses();
  expect(addresses.next(DESK)).toBeUndefined();
  expect(addresses.heardOf(DESK, at(1))).toBe(true);
  expect(addresses.heardOf(DESK, at(1))).toBe(false);
  addresses.heardOf(DESK, at(2));
  addresses.proven(DESK, at(1));
  expect([1, 2, 3, 4].map(() => addresses.next(DESK))).toEqual([at(1), at(2), at(1), at(1)]);
  addresses.keep(new Set());
  expect(addresses.next(DESK)).toBeUndefined();
});

test('a forged announcement in the name of a host takes no place of what that host said before', () => {
  const addresses = deskAddresses();
  addresses.heardOf(DESK, at(1, 5_000));
  expect(addresses.heardOf(DESK, at(1, 6_000))).toBe(true);
  expect([1, 2, 3].map(() => addresses.next(DESK)?.port)).toEqual([6_000, 5_000, 6_000]);
  // The desk says it again: of the others, that one goes which was said longest ago.
  expect(addresses.heardOf(DESK, at(1, 5_000))).toBe(false);
  addresses.heardOf(DESK, at(1, 7_000));
  expect(new Set([1, 2].map(() => addresses.next(DESK)?.port))).toEqual(new Set([5_000, 7_000]));
  // What proved itself comes first, whatever is said.
  addresses.proven(DESK, at(1, 5_000));
  for (let port = 8_000; port < 8_010; port++) addresses.heardOf(DESK, at(1, port));
  expect(addresses.next(DESK)).toEqual(at(1, 5_000));
});

test('a host has two places, however often it says another port, and a desk has eight', () => {
  const addresses = deskAddresses();
  for (let port = 1; port <= 1_000; port++) addresses.heardOf(DESK, at(1, port));
  expect([1, 2, 3].map(() => addresses.next(DESK)?.port)).toEqual([1_000, 999, 1_000]);
  for (let host = 2; host <= 60; host++) addresses.heardOf(DESK, at(host));
  const tried = new Set(Array.from({ length: 100 }, () => addresses.next(DESK)?.host));
  expect(tried.size).toBe(8);
  // The proven one is never pushed out.
  addresses.proven(DESK, at(1));
  for (let host = 100; host <= 200; host++) addresses.heardOf(DESK, at(host));
  expect(addresses.next(DESK)).toEqual(at(1));
});

test('what is no address on the network is not heard', () => {
  const addresses = deskAddresses();
  for (const wrong of [
    { host: '__proto__', port: 4_000 },
    { host: 'example.org', port: 4_000 },
    { host: '::1', port: 4_000 },
    at(1, 0),
    at(1, 70_000),
    at(1, 1.5),
    at(1, Number.NaN),
  ])
    expect(addresses.heardOf(DESK, wrong)).toBe(false);
  expect(addresses.next(DESK)).toBeUndefined();
});
