import { expect, test } from 'vitest';
import { ADMIN_CHANNELS } from '../../../core/contract/admin.ts';
import { CHANNELS } from '../../../core/contract/ipc.ts';

test('a visitor may knock and give a PIN; all else behind that door is for an admin', () => {
  const forVisitors = Object.entries(ADMIN_CHANNELS).filter(([, { role }]) => role !== 'admin');
  expect(forVisitors.map(([name]) => name).sort()).toEqual(['admin:door', 'admin:sign-in']);
  for (const [name, { role }] of Object.entries(CHANNELS))
    if (role === 'admin') expect(name).toMatch(/^(admin|preview|place|staff):/);
});

test('what goes in is digits, and nothing that is not named', () => {
  const { input } = ADMIN_CHANNELS['admin:sign-in'];
  expect(input.safeParse({ pin: '482913' }).success).toBe(true);
  for (const wrong of [{ pin: '4829' }, { pin: 482913 }, { pin: '48291x' }, { pin: '482913', more: 1 }, {}])
    expect(input.safeParse(wrong).success).toBe(false);
});
