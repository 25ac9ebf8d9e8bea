import { expect, test } from 'vitest';
import { quietText } from '../../../renderer/staff/quiet-text.ts';
import { nl } from '../../../renderer/words/nl/staff.ts';
import { staffSayings } from '../../../renderer/words/staff-words.ts';

test('reminds of hours, and of an opening that was too short for a number of them; and of nothing', () => {
  const say = staffSayings('nl');
  expect(quietText(3, say)).toBe(nl.log.quiet_other.replace('{{count}}', '3'));
  expect(quietText(0, say)).toBe(nl.log.quietOpening);
  expect(quietText(null, say)).toBeNull();
});
