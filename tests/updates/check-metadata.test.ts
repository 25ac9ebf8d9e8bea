import { expect, test } from 'vitest';
import { checkMetadata } from '../../updates/check-metadata.ts';

/** A timestamp with so many signatures, as far as this looks at it. */
const timestamp = (signatures: number) =>
  Buffer.from(
    JSON.stringify({
      signed: { version: 1 },
      signatures: Array.from({ length: signatures }, (_, index) => ({ keyid: String(index), sig: '' })),
    }),
  );

test('a hundred signatures are looked at, and no more: each takes time', () => {
  checkMetadata('timestamp.json', timestamp(100));
  expect(() => checkMetadata('timestamp.json', timestamp(101))).toThrow('"timestamp.json" is not what');
});

test.each(['timestamp', '0.root.json', '../1.root.json', '1.Root.json', 'constructor'])(
  'a file called %j is no metadata',
  (name) => {
    expect(() => checkMetadata(name, timestamp(1))).toThrow('is no name of metadata');
  },
);
