import { expect, it } from 'vitest';
import { untilNextHandovers } from '../../../core/domain/sync-schedule.ts';
import { startHandoverContact } from '../../../electron/updates/handover-contact.ts';
import { oneAtATime, type Spoken } from '../../../electron/updates/server-line.ts';
import { aLog } from '../../builders/a-log.ts';

const MINUTE = 60_000;
const FAILED: Spoken = { ok: false, fault: 'unreachable', message: 'nobody there' };

/** A desk with a clock that the test sets, and a server that has what it took at the moment of its exchange. */
function aDesk() {
  let elapsed = 0;
  const ticks: (() => void)[] = [];
  const untold: string[] = [];
  const atServer: string[] = [];
  const tries: number[] = [];
  const log = aLog();
  const desk = {
    ...{ untold, atServer, tries, log },
    isThere: true,
    goesOn: false,
    /** What the exchange waits for before it ends. */
    held: undefined as Promise<void> | undefined,
  };
  const exchange = async (): Promise<Spoken> => {
    tries.push(elapsed / MINUTE);
    if (!desk.isThere) return FAILED;
    atServer.push(...untold.splice(0));
    await desk.held;
    return { ok: true };
  };
  const line = oneAtATime({
    ...{ tell: exchange, tellHandovers: exchange },
    enrol: async () => ({ ok: true }),
  });
  const contact = startHandoverContact({
    tell: line.tellHandovers,
    look: () => ({ isUntold: untold.length > 0, goesOn: desk.goesOn }),
    untilNext: (failures) => untilNextHandovers(failures, 0.5),
    often: (act) => void ticks.push(act),
    elapsed: () => elapsed,
    log,
  });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return Object.assign(desk, {
    ...{ contact, settled },
    give: (id: string) => {
      untold.push(id);
      contact.told();
    },
    /** So many minutes pass, in steps of ten seconds. `isOpen`: the page shows handovers. */
    pass: async (minutes: number, isOpen = false) => {
      for (let step = 0; step < minutes * 6; step++) {
        elapsed += MINUTE / 6;
        if (isOpen) contact.looked();
        for (const tick of ticks) tick();
        await settled();
      }
    },
  });
}

it('tells of a handover within minutes after the network was gone for a moment', async () => {
  const desk = aDesk();
  desk.isThere = false;
  desk.give('first');
  await desk.settled();
  expect([desk.atServer, desk.log.lines]).toEqual([[], ['handovers-not-told: nobody there']]);
  desk.isThere = true;
  await desk.pass(1);
  expect(desk.atServer).toEqual(['first']);
  await desk.pass(600);
  expect(desk.tries).toEqual([0, 1]);
});

it('tries less and less often while nobody is there, and ten minutes apart in the end', async () => {
  const desk = aDesk();
  desk.isThere = false;
  desk.give('first');
  await desk.settled();
  await desk.pass(40);
  expect(desk.tries).toEqual([0, 1, 3, 8, 18, 28, 38]);
  desk.give('second'); // It is tried at once, and soon again.
  await desk.settled();
  await desk.pass(1);
  expect(desk.tries.slice(7)).toEqual([40, 41]);
});

it('tells of one that was given while another is told and is past its exchange', async () => {
  const desk = aDesk();
  let end = () => {};
  desk.held = new Promise((resolve) => {
    end = resolve;
  });
  desk.give('first');
  await desk.settled();
  expect(desk.atServer).toEqual(['first']);
  desk.give('second');
  end();
  await desk.settled();
  expect([desk.atServer, desk.tries]).toEqual([
    ['first', 'second'],
    [0, 0],
  ]);
});

it('tells after a start of what was left of before', async () => {
  const desk = aDesk();
  desk.untold.push('of before');
  await desk.pass(1);
  expect(desk.atServer).toEqual(['of before']);
});

it('asks every minute how far handovers are while somebody looks at them and one goes on', async () => {
  const desk = aDesk();
  await desk.pass(5, true);
  expect(desk.tries).toEqual([]);
  desk.goesOn = true;
  await desk.pass(3, true);
  expect(desk.tries).toHaveLength(3);
  await desk.pass(1); // Once more, just after they left it.
  const tries = desk.tries.length;
  await desk.pass(60);
  expect(desk.tries).toHaveLength(tries);
});
