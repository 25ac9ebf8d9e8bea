import type { Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MOST_SPOKEN } from '../../core/domain/speech.ts';
import { en } from '../../renderer/words/en/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { kioskAllDay } from './kiosk-all-day.ts';
import { type Kiosk, type KioskOptions, launchKiosk } from './launch-kiosk.ts';
import { begin, heading, starting, touch } from './walk-through.ts';

/** A process that starts, or ends, on a busy machine. */
const PATIENT = { timeout: 20_000 };

const atAttract = kioskAllDay({ idleSeconds: 600 });

async function visiting(start = atAttract): Promise<Kiosk> {
  const kiosk = await start();
  await begin(kiosk.page());
  return kiosk;
}

/** A kiosk of its own: what it is told to wait is the matter. */
async function launch(options: KioskOptions): Promise<Kiosk> {
  const kiosk = await launchKiosk(options);
  onTestFinished(() => kiosk.close());
  return kiosk;
}

/** Asks main for the sound of a text, and measures it in the page: bytes would be slow to bring here. */
function heard(page: Page, text: string, language: string) {
  return page.evaluate(
    async ([said, code]) => {
      const spoken = await window.balie.invoke('speech:say', { text: said, language: code });
      if (spoken.kind !== 'sound') return { kind: spoken.kind, seconds: 0, loudness: 0 };
      const values = new Int16Array(
        spoken.samples.buffer,
        spoken.samples.byteOffset,
        spoken.samples.byteLength / 2,
      );
      const power = values.reduce((sum, value) => sum + value * value, 0) / values.length;
      return { kind: spoken.kind, seconds: values.length / spoken.rate, loudness: Math.sqrt(power) };
    },
    [text, language] as const,
  );
}

/** The processes that read aloud. */
const speakers = ({ app }: Kiosk) =>
  app.evaluate((electron) =>
    electron.app
      .getAppMetrics()
      .filter(({ name, serviceName }) => [name, serviceName].includes('balie-speech'))
      .map(({ pid }) => pid),
  );

/** Notes what main is asked to say from now on; main answers as ever. */
async function saidFromNow({ app }: Kiosk): Promise<() => Promise<unknown[]>> {
  await app.evaluate(({ ipcMain }) => {
    type Answer = (event: unknown, name: string, input: unknown) => unknown;
    const doors: Map<string, Answer> = Reflect.get(ipcMain, '_invokeHandlers');
    const said: unknown[] = [];
    Object.assign(globalThis, { said });
    for (const [door, answer] of doors)
      doors.set(door, (event, name, input) => {
        if (name === 'speech:say') said.push(input);
        return answer(event, name, input);
      });
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'said') as unknown[]);
}

const audible = ({ app }: Kiosk) =>
  app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().some((contents) => contents.isCurrentlyAudible()),
  );

const marked = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLElement>('[data-spoken]')?.textContent);

describe('reading aloud', () => {
  it('makes real sound in six languages in a process of its own, which goes with the visit', async () => {
    const running = await visiting();
    const page = running.page();
    expect(await speakers(running)).toEqual([]);
    const short = await heard(page, 'Dag.', 'nl');
    const long = await heard(page, 'Dag, waar kunnen wij u vandaag mee helpen?', 'nl');
    expect(short.loudness).toBeGreaterThan(300);
    expect(long.seconds).toBeGreaterThan(2 * short.seconds);
    for (const language of ['en', 'ar', 'uk', 'pl', 'tr']) {
      const said = await heard(page, language === 'ar' ? 'بيت كبير' : 'Amsterdam 112', language);
      expect(said, language).toMatchObject({ kind: 'sound' });
      expect(said.loudness, language).toBeGreaterThan(300);
    }
    const [pid, ...others] = await speakers(running);
    expect(pid).toBeGreaterThan(0);
    expect(others).toEqual([]);
    await running.nextVisit(() => touch(page, nl.bar.stop));
    await expect.poll(() => speakers(running), PATIENT).toEqual([]);
    expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH');
  });

  it('says why when there is no sound, and refuses what is too long', async () => {
    const page = (await visiting()).page();
    expect(await heard(page, 'dag', 'fa')).toMatchObject({ kind: 'no-voice' });
    expect(await heard(page, '🙂🙂', 'nl')).toMatchObject({ kind: 'nothing' });
    await expect(heard(page, 'a'.repeat(MOST_SPOKEN + 1), 'nl')).rejects.toThrow('refused');
    await expect(heard(page, '', 'nl')).rejects.toThrow('refused');
  });

  it('reads a screen: the heading first, then what follows, marked while it is heard; and stops when told to', async () => {
    const running = await visiting();
    const page = running.page();
    await touch(page, nl.speech.read);
    await page.waitForFunction(
      (title) => document.querySelector('h1[data-spoken]')?.textContent === title,
      nl.home.title,
    );
    await expect.poll(() => audible(running), PATIENT).toBe(true);
    await page.locator('p[data-spoken]').waitFor();
    await page.locator('button[data-spoken]').waitFor({ timeout: 60_000 });
    expect(await marked(page)).toContain('Geld');
    await touch(page, nl.speech.stop);
    expect(await marked(page)).toBeUndefined();
    await expect.poll(() => audible(running), PATIENT).toBe(false);
    await page.getByRole('button', { name: nl.speech.read, exact: true }).waitFor();
  });

  it('reads a sheet over the screen, without its own buttons, and is quiet when the sheet goes', async () => {
    const running = await visiting();
    const page = running.page();
    await starting(page, 'Geld en toeslagen').click();
    await starting(page, 'Huurtoeslag').first().click();
    await touch(page, nl.flow.why);
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: nl.speech.read, exact: true }).click();
    await sheet.locator('h2[data-spoken]').waitFor();
    await sheet.locator('p[data-spoken]').waitFor({ timeout: 60_000 });
    await expect.poll(() => audible(running), PATIENT).toBe(true);
    await touch(page, nl.flow.understood);
    await sheet.waitFor({ state: 'detached' });
    await expect.poll(() => audible(running), PATIENT).toBe(false);
    await page.getByRole('button', { name: nl.speech.read, exact: true }).waitFor();
  });

  it('stops when another screen comes, and reads the steps of a list, words beside a pictogram too', async () => {
    const page = (await visiting()).page();
    await touch(page, nl.speech.read);
    await page.locator('h1[data-spoken]').waitFor();
    await touch(page, nl.bar.desk);
    await page.getByRole('button', { name: nl.speech.read, exact: true }).waitFor();
    expect(await marked(page)).toBeUndefined();
    await touch(page, nl.speech.read);
    await page.locator('li[data-spoken]').waitFor({ timeout: 60_000 });
    await touch(page, nl.speech.stop);
  });

  it('reads out what was typed, and says so when there is nothing to read', async () => {
    const running = await visiting();
    const page = running.page();
    await touch(page, nl.search.button);
    await heading(page, nl.search.title).waitFor();
    await page.getByRole('textbox').fill('hulp bij een brief van de gemeente');
    await touch(page, nl.speech.readTyped);
    await expect.poll(() => audible(running), PATIENT).toBe(true);
    await page.getByRole('button', { name: nl.speech.readTyped, exact: true }).waitFor();
    await page.getByRole('textbox').fill('?!');
    await touch(page, nl.speech.readTyped);
    await page.getByRole('status').filter({ hasText: nl.speech.nothing }).waitFor();
  });
});

describe('reading aloud and the end of a visit', () => {
  it('keeps the visit alive while it is heard', async () => {
    const page = (await visiting(() => launch({ idleSeconds: 2 }))).page();
    await touch(page, nl.speech.read);
    await page.locator('button[data-spoken]').waitFor({ timeout: 60_000 });
    // More than two seconds of heading and lead have been heard by then, and nobody was warned.
    expect(await page.getByRole('dialog').count()).toBe(0);
    await touch(page, nl.speech.stop);
    await page.getByRole('dialog').waitFor();
  });

  it('warns and counts down in sound too, in the language of the visitor, and that does not keep the visit alive', async () => {
    const running = await launch({ idleSeconds: 11, language: 'en' });
    const said = await saidFromNow(running);
    await begin(running.page(), en);
    await running.page().getByRole('heading', { name: en.idle.title }).waitFor();
    await expect.poll(() => audible(running), PATIENT).toBe(true);
    await expect.poll(() => speakers(running).then(({ length }) => length), PATIENT).toBe(1);
    await running.nextVisit(async () => undefined);
    const left = (count: number) => en.idle.left_other.replace('{{count}}', String(count));
    expect(await said()).toEqual([
      { text: `${en.idle.title} ${left(11)}`, language: 'en' },
      { text: left(5), language: 'en' },
    ]);
    await expect.poll(() => speakers(running), PATIENT).toEqual([]);
  });
});
