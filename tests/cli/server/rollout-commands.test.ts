import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addBranchCommand } from '../../../cli/server/branch-command.ts';
import { branchHoursCommand } from '../../../cli/server/branch-hours-command.ts';
import { addLibraryCommand } from '../../../cli/server/library-command.ts';
import {
  changeRolloutCommand,
  showRolloutsCommand,
  startRolloutCommand,
} from '../../../cli/server/rollout-commands.ts';
import { aSchedule } from '../../builders/a-service.ts';
import { runLongCommand } from '../../builders/run-balie.ts';

const data = mkdtempSync(join(tmpdir(), 'balie-server-'));
const inData = ['--data', data];
const ofDelft = ['--library', 'delft', ...inData];
const hours = join(data, 'hours.json');
beforeAll(async () => {
  await runLongCommand(addLibraryCommand, 'delft', '--name', 'Delft', ...inData);
  for (const branch of ['hal', 'zuid'])
    await runLongCommand(addBranchCommand, branch, '--library', 'delft', '--name', branch, ...inData);
  writeFileSync(hours, JSON.stringify([aSchedule()]));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

it.each([
  [startRolloutCommand, ['pakket', '8'], 'bieb/zelfredzaam'],
  [startRolloutCommand, ['bieb/pakket/x', '8'], 'bieb/zelfredzaam'],
  [startRolloutCommand, ['bieb/pakket', 'acht'], 'version'],
  [startRolloutCommand, ['bieb/anders', '8', '--share', '0'], 'share'],
  [startRolloutCommand, ['bieb/anders', '8', '--from', 'morgen'], 'Write it as 2026'],
  [startRolloutCommand, ['bieb/anders', '8', '--branch', 'zolder'], 'no branch "zolder"'],
  [startRolloutCommand, ['bieb/anders', '8', '--closed'], 'balie server branch hours'],
  [showRolloutsCommand, ['nergens'], 'Without an id'],
  [changeRolloutCommand('hold'), ['nergens'], 'no roll-out "nergens"'],
  [branchHoursCommand, ['zolder', '--file', hours], 'no branch "zolder"'],
  [branchHoursCommand, ['hal', '--file', join(data, 'server.db')], 'Write for instance'],
])('says what is wrong and what to do: %o %j', async (command, args, words) => {
  await expect(command([...args, ...ofDelft])).rejects.toThrow(words);
});

it('rolls a version out: a share of a branch after closing time, stopped, resumed, to all, and back', async () => {
  const show = async () => (await runLongCommand(showRolloutsCommand, ...ofDelft)).out;
  expect(await show()).toContain('There are no roll-outs');
  await runLongCommand(branchHoursCommand, 'hal', '--file', hours, ...ofDelft);
  const how = ['--share', '10', '--branch', 'hal', '--closed', '--from', '2026-12-01T07:00:00+01:00'];
  const started = await runLongCommand(startRolloutCommand, 'bieb/pakket', '8', ...how, ...ofDelft);
  const id = /roll-out (\S+)/.exec(started.out)?.[1] ?? '';
  expect(await show()).toContain(
    'bieb/pakket 8 (stable)  going  10% of hal  from 2026-12-01T06:00:00.000Z, shown when',
  );
  const hold = await runLongCommand(changeRolloutCommand('hold'), id, '--why', 'Een fout', ...ofDelft);
  expect(hold.out).toMatch(/ held .*Een fout$/);
  await runLongCommand(changeRolloutCommand('resume'), id, ...ofDelft);
  const widen = (...how: string[]) => runLongCommand(changeRolloutCommand('widen'), id, ...how, ...ofDelft);
  await expect(widen('--branch', 'zuid')).rejects.toThrow('balie server branch hours');
  await runLongCommand(branchHoursCommand, 'zuid', '--file', hours, ...ofDelft);
  expect((await widen('--branch', 'zuid')).out).toContain('going  10% of hal, zuid');
  await widen('--all');
  expect((await runLongCommand(showRolloutsCommand, id, ...ofDelft)).out).toContain(
    'going  100% of all branches',
  );
  const back = await runLongCommand(changeRolloutCommand('roll-back'), id, ...ofDelft);
  expect(back.out).toContain('balie repository rollback');
});
