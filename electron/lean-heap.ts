import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap of this process small. It makes little garbage, and a collection of a heap of a few megabytes is not
 * felt; without this the part for what is new grows to eight megabytes in a first visit and stays so. What each flag
 * brings is in decision 23. A flag that this V8 does not know changes nothing.
 */
export function keepHeapLean(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--optimize-for-size');
  // Machine code made in a hurry for what runs now and then; what runs often gets better code anyway.
  setFlagsFromString('--no-sparkplug');
}
