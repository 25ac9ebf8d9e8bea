import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchUnwatched, type UnwatchedKiosk } from './unwatched-kiosk.ts';
import { withoutPolicy } from './without-policy.ts';

// What Chromium does otherwise while somebody is attached to a page: it shows no dialogs of its own, and lets
// a page hang.
let kiosk: UnwatchedKiosk;
beforeAll(async () => {
  kiosk = await launchUnwatched(withoutPolicy);
});
afterAll(() => kiosk?.close());

/** Has the page run a script, and gives what came of it within a few seconds. */
const inPage = (script: string) =>
  kiosk.inMain(({ webContents }, code) => {
    const contents = webContents.getAllWebContents()[0];
    return Promise.race([
      contents?.executeJavaScript(code, true),
      new Promise((late) => setTimeout(late, 5_000, 'no answer')),
    ]);
  }, script);

describe('with nobody attached to the page, and its policy taken away', () => {
  it.each([
    ['alert', "alert('Hello') === undefined", true],
    ['confirm', "confirm('Hello?')", false],
  ])('%s is answered at once, and nothing is shown', async (_, ask, answer) => {
    expect(await inPage(ask)).toBe(answer);
  });

  it('no developer tools open', async () => {
    const opened = await kiosk.inMain(async ({ webContents }) => {
      const contents = webContents.getAllWebContents()[0];
      contents?.openDevTools({ mode: 'detach' });
      await new Promise((settled) => setTimeout(settled, 500));
      return [contents?.isDevToolsOpened(), webContents.getAllWebContents().length];
    });
    expect(opened).toEqual([false, 1]);
  });

  it.runIf(process.platform === 'linux')('nothing listens but the door of this test itself', () => {
    expect(listeningPorts(kiosk.pid)).toHaveLength(1);
  });

  it('a page that hangs is taken away once somebody touches it, and a new visit begins', async () => {
    const before = await kiosk.inMain(({ webContents }) => {
      const contents = webContents.getAllWebContents()[0];
      void contents?.executeJavaScript('for (;;) if (performance.now() < 0) break').catch(() => undefined);
      return contents?.id;
    });
    const touched = () =>
      kiosk.inMain(({ webContents }) => {
        const all = webContents.getAllWebContents();
        for (const type of ['mouseDown', 'mouseUp'] as const)
          all[0]?.sendInputEvent({ type, x: 5, y: 5, button: 'left', clickCount: 1 });
        return all.map(({ id }) => id);
      });
    await expect.poll(touched, { timeout: 60_000, interval: 1_000 }).not.toContain(before);
    await expect.poll(() => inPage('document.querySelectorAll("h1").length'), { timeout: 20_000 }).toBe(1);
    expect(readFileSync(join(kiosk.account.dataDir, 'logs/balie.log'), 'utf8')).toContain(
      'visit-ended: hung',
    );
  });
});

/** The TCP ports on which a process or one of its children listens. */
function listeningPorts(pid: number): number[] {
  const inodes = new Set(familyOf(pid).flatMap(socketsOf));
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      // 0A: it listens.
      .filter((fields) => fields[3] === '0A' && inodes.has(fields[9] ?? ''))
      .map((fields) => Number.parseInt(fields[1]?.split(':')[1] ?? '', 16)),
  );
}

function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

function socketsOf(pid: number): string[] {
  const links = readdirSync(`/proc/${pid}/fd`).map((name) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${name}`);
    } catch {
      return ''; // Closed meanwhile.
    }
  });
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}
