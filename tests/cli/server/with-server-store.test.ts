import { expect, it, onTestFinished, vi } from 'vitest';
import { withServerStore } from '../../../cli/server/with-server-store.ts';
import { aDataFolder } from '../../builders/a-store.ts';

it.each([
  ['postgres://balie:s3cret@127.0.0.1:1/balie', true],
  ['postgres://balie@127.0.0.1:1/balie?password=s3cret', true],
  ['postgres://balie@127.0.0.1:1/balie', false],
])(
  'says that everybody on the computer can read a password in the address, and never the password: %s',
  async (database, warns) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => said.mockRestore());
    const args = { positions: [], options: { data: aDataFolder(), database }, lists: {} };
    const opened = withServerStore(args, async () => undefined);
    await expect(opened).rejects.toThrow('does not answer');
    await expect(opened).rejects.not.toThrow('s3cret');
    const lines = said.mock.calls.map(([line]) => String(line));
    expect(lines.map((line) => line.includes('.pgpass'))).toEqual(warns ? [true] : []);
    expect(lines.join()).not.toContain('s3cret');
  },
);
