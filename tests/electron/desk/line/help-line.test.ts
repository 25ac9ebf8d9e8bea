import { describe, expect, test } from 'vitest';
import type { HelpSeen } from '../../../../core/domain/desk/help-asking.ts';
import { type HelpLine, openHelpLine } from '../../../../electron/desk/line/help-line.ts';
import type { LineReply, LineRequest } from '../../../../electron/desk/line/line-process.ts';
import { aRequest } from '../../../builders/a-help-request.ts';
import { aLog } from '../../../builders/a-log.ts';

const DESK = 'd'.repeat(43);

/** A line whose process is the test: what it was asked, and a way to say something, or to end. */
function aLine(peers: readonly string[] = [DESK]) {
  const processes: { asked: LineRequest[]; tell: (reply: LineReply) => void; end: () => void }[] = [];
  const seen: HelpSeen[] = [];
  const boards: { waiting: number; rings: boolean }[] = [];
  const laters: (() => void)[] = [];
  let [now, number] = [peers, null as number | null];
  const line = openHelpLine({
    ...{ profile: 'kiosk', dataDir: '/data', log: aLog() },
    peers: () => now,
    number: () => number,
    later: (act) => void laters.push(act),
    seen: (told) => void seen.push(told),
    board: (board, rings) => void boards.push({ waiting: board.length, rings }),
    start: () => {
      const asked: LineRequest[] = [];
      let hear: (reply: LineReply) => void = () => undefined;
      let ended: () => void = () => undefined;
      processes.push({ asked, tell: (reply) => hear(reply), end: () => ended() });
      return {
        post: (request) => void asked.push(request),
        onReply: (heard) => {
          hear = heard;
        },
        onExit: (heard) => {
          ended = heard;
        },
      };
    },
  });
  const be = (others: readonly string[], figure: number | null = null) => {
    now = others;
    number = figure;
    line.look();
  };
  return { line, processes, seen, boards, laters, be };
}

const about = { kind: 'nothing' } as const;

describe('the process of the line', () => {
  test('is there only while there is somebody to speak with', () => {
    const { line, processes, be } = aLine([]);
    line.look();
    expect(processes).toEqual([]);
    be([DESK]);
    line.look();
    expect(processes[0]?.asked).toEqual([
      { kind: 'open', dataDir: '/data', profile: 'kiosk', peers: [DESK], number: null },
    ]);
    be([DESK], 4);
    expect(processes[0]?.asked[1]).toEqual({ kind: 'settle', peers: [DESK], number: 4 });
    processes[0]?.tell({ kind: 'seen', seen: { kind: 'ready' } });
    expect(line.seen()).toEqual({ kind: 'ready' });
    // Revoked, or nobody else is left.
    be([]);
    expect(processes[0]?.asked[2]).toEqual({ kind: 'leave' });
    expect(line.seen()).toEqual({ kind: 'no-desk' });
    processes[0]?.tell({ kind: 'seen', seen: { kind: 'ready' } });
    expect(line.seen()).toEqual({ kind: 'no-desk' });
    expect(processes).toHaveLength(1);
  });

  test('that ends by itself is started again, a while later', () => {
    const { line, processes, laters, seen } = aLine();
    line.look();
    processes[0]?.tell({ kind: 'seen', seen: { kind: 'ready' } });
    processes[0]?.end();
    expect(seen.at(-1)).toEqual({ kind: 'no-desk' });
    line.look();
    expect(processes).toHaveLength(1);
    for (const act of laters) act();
    expect(processes).toHaveLength(2);
  });

  test.each(['asking', 'coming', 'walk'] as const)(
    'that ends while the visitor is told "%s": walk, until nothing is asked any more',
    (kind) => {
      const ended = () => {
        const { line, processes, laters, seen } = aLine();
        line.look();
        line.ask({ ticket: 3, language: 'nl', about });
        processes[0]?.tell({
          kind: 'seen',
          seen: kind === 'coming' ? { kind, number: null } : { kind },
        });
        processes[0]?.end();
        expect(seen.at(-1)).toEqual({ kind: 'walk' });
        for (const act of laters) act();
        processes[1]?.tell({ kind: 'seen', seen: { kind: 'ready' } });
        expect(line.seen()).toEqual({ kind: 'walk' });
        return line;
      };
      const acts = [
        (line: HelpLine) => line.withdraw(),
        (line: HelpLine) => line.visitOver(),
        (line: HelpLine) => line.ask({ ticket: 3, language: 'nl', about }),
      ];
      for (const act of acts) {
        const line = ended();
        act(line);
        expect(line.seen()).toEqual({ kind: 'ready' });
      }
    },
  );

  test('goes with a visit that asked, and what it asked with it; another visit changes nothing', () => {
    const { line, processes } = aLine();
    line.look();
    line.visitOver();
    expect(processes).toHaveLength(1);
    line.ask({ ticket: 3, language: 'nl', about });
    const asked = processes[0]?.asked[1];
    expect(asked).toMatchObject({ kind: 'ask', request: { ticket: 3, language: 'nl', about } });
    expect(asked?.kind === 'ask' && asked.request.id).toMatch(/^[0-9a-f-]{36}$/);
    line.visitOver();
    expect(processes[0]?.asked[2]).toEqual({ kind: 'leave' });
    expect(processes[1]?.asked[0]?.kind).toBe('open');
    expect(JSON.stringify(processes[1]?.asked)).not.toContain('"ticket"');
    // The end of a process that was told to leave is no fault.
    processes[0]?.end();
    line.look();
    expect(processes).toHaveLength(2);
  });

  test('tells what is at the desk, and hears what is pressed there', () => {
    const { line, processes, boards } = aLine();
    line.look();
    const request = aRequest();
    const entry = {
      kiosk: 'k',
      number: 1,
      request,
      state: 'waiting',
      other: null,
      since: 0,
      cutAt: null,
    } as const;
    processes[0]?.tell({ kind: 'board', board: [entry], rings: true });
    expect(line.board()).toEqual([entry]);
    line.press(request.id, 'take');
    expect(processes[0]?.asked.at(-1)).toEqual({ kind: 'press', request: request.id, word: 'take' });
    line.withdraw();
    expect(processes[0]?.asked.at(-1)).toEqual({ kind: 'withdraw' });
    processes[0]?.end();
    expect(boards).toEqual([
      { waiting: 1, rings: true },
      { waiting: 0, rings: false },
    ]);
  });
});
