import { expect, it } from 'vitest';
import { pickMissing } from '../../scripts/setup/system-libraries.mjs';

it('finds what dpkg does not have installed, under either name', () => {
  const answer = 'xvfb installed\nlibgbm1 config-files\nlibcups2t64 installed\n';
  expect(pickMissing(['xvfb', 'libgbm1', 'libcups2', 'libnss3'], answer)).toEqual(['libgbm1', 'libnss3']);
});
