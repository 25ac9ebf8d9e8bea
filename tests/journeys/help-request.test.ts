// A visitor at a kiosk asks somebody of the desk to come: both apps, and the network in between.
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { en } from '../../renderer/words/en/screens.ts';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl as help } from '../../renderer/words/nl/help.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { give, PIN, setPin, signIn } from './admin-door.ts';
import { openDisplay } from './displays.ts';
import { byKeys } from './hands.ts';
import { makeHelpBranch } from './help-branch.ts';
import { judgeScreen } from './judge-screen.ts';
import { APP_FOLDER, launchKiosk } from './launch-kiosk.ts';
import { tellWaiting } from './tell-waiting.ts';
import { answer, arrived, begin, heading, starting, touch } from './walk-through.ts';

test('the desk hears of it, whatever it does; the visitor hears who comes; answers go only with a yes; and what is revoked is cut off', async () => {
  const branch = makeHelpBranch(
    { number: 4, desk: { floor: 'up', way: 'left', near: 'entrance' } },
    { number: 2, desk: null },
  );
  onTestFinished(branch.remove);
  setPin(branch.desk);
  setPin(branch.kiosk);
  // The plan is read every second; nothing else here waits for that.
  const env = { BALIE_SYNC_SECONDS: '1' };
  const kiosk = await launchKiosk({ dataDir: branch.kiosk, env });
  onTestFinished(() => kiosk.close());
  const visitor = kiosk.page();
  await begin(visitor);
  await touch(visitor, nl.bar.desk);
  await heading(visitor, nl.desk.title).waitFor();
  // No desk yet: the way to walk, and a number.
  const main = visitor.locator('main');
  for (const text of [nl.desk.floor.up, nl.desk.way.left, nl.desk.near.entrance, nl.desk.ticket])
    expect(await main.textContent()).toContain(text);
  expect(await visitor.getByRole('button', { name: nl.help.call }).count()).toBe(0);

  const desk = await launchKiosk({ dataDir: branch.desk, profile: 'desk', env });
  onTestFinished(() => desk.close());
  const staff = desk.page();
  await visitor.getByRole('button', { name: nl.help.call }).waitFor();
  await judgeScreen(visitor);
  await touch(visitor, nl.bar.home);
  await starting(visitor, 'Geld en toeslagen').click();
  await starting(visitor, 'Huurtoeslag').first().click();
  await visitor.locator('[data-answer]').first().waitFor();
  const asked = (await visitor.locator('h1').textContent()) ?? '';
  await answer(visitor, 1);
  const step = (await visitor.locator('h1').textContent()) ?? '';
  await touch(visitor, nl.bar.desk);
  await touch(visitor, nl.help.call);
  await visitor.getByRole('dialog').waitFor();
  await judgeScreen(visitor);
  await touch(visitor, nl.help.share.no);
  await heading(visitor, nl.help.asking).waitFor();

  // A desk that is locked says where, and not what about.
  const alert = staff.getByRole('alert');
  await alert.getByText(help.ringsAt.replace('{{number}}', '4')).waitFor();
  // Two more ask: how many, and who waits longest first; and then they are helped.
  await tellWaiting(desk, [4, null, 7]);
  await alert.getByText(help.ringsMany.replace('{{number}}', '3')).waitFor();
  await alert.getByText(`scherm 4, ${help.someScreen}, scherm 7.`).waitFor();
  await judgeScreen(staff);
  await tellWaiting(desk, [4]);
  await alert.getByText(help.ringsAt.replace('{{number}}', '4')).waitFor();
  expect(await staff.locator('body').textContent()).not.toContain('Huurtoeslag');
  expect(await staff.getByRole('button', { name: help.open, exact: true }).count()).toBe(0);
  await give(staff, PIN);
  // The desk does all of it by keys alone, once the screen that came has taken the focus.
  await arrived(staff);
  const press = (name: string) => byKeys(staff, staff.getByRole('button', { name, exact: true }));
  await press(help.open);
  const card = staff.locator('li[data-state]');
  await card.getByText(step).waitFor();
  expect(await card.textContent()).not.toContain(asked);
  await judgeScreen(staff);
  await press(help.take);
  await heading(visitor, nl.help.coming).waitFor();
  expect(await main.textContent()).toContain(nl.help.comingFrom.replace('{{number}}', '2'));
  await judgeScreen(visitor);
  await staff.locator('li[data-state=mine]').waitFor();
  // On another screen it is said as well, and from there is the way back to it.
  await touch(visitor, nl.desk.back);
  await judgeScreen(visitor);
  await visitor.getByRole('status').getByText(nl.help.coming).waitFor({ state: 'attached' });
  await touch(visitor, nl.help.onTheWay);
  await heading(visitor, nl.help.coming).waitFor();
  await judgeScreen(staff);
  await press(help.done);
  await visitor.getByRole('button', { name: nl.help.call }).waitFor();
  await staff.getByText(help.none).waitFor();
  await judgeScreen(staff);

  // With a yes, the answers go along; at the end of the visit they go from the desk. It rings over an open sheet as well, and whoever
  // opens it keeps how they see the screen.
  await openDisplay(staff);
  await touch(staff, '150%');
  const letters = () => staff.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const chosen = await letters();
  await touch(visitor, nl.help.call);
  await touch(visitor, nl.help.share.yes);
  await touch(staff, help.open);
  await staff.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await letters()).toBe(chosen);
  await staff.getByRole('region', { name: help.answers }).getByText(asked).waitFor();
  await judgeScreen(staff);
  const next = await kiosk.nextVisit(() => touch(visitor, nl.bar.stop));
  await staff.getByText(help.none).waitFor();

  // An admin who looks at a pack on the kiosk asks nobody: the screens are those of visitors, and no desk rings.
  await signIn(next);
  await touch(next, admin.preview.name);
  await next.getByLabel(admin.preview.path).fill(join(APP_FOLDER, 'assets/packs/zelfredzaam'));
  await touch(next, admin.preview.open);
  await next.locator('[data-preview="read"]').waitFor();
  await touch(next, admin.preview.visit);
  await touch(next, nl.bar.desk);
  await heading(next, nl.desk.title).waitFor();
  expect(await next.getByRole('button', { name: nl.help.call }).count()).toBe(0);
  const about = { kind: 'topic', topic: 'geld' } as const;
  expect(
    await next.evaluate((asked) => window.balie.invoke('help:ask', { language: 'nl', about: asked }), about),
  ).toEqual({ kind: 'no-desk' });
  const after = await kiosk.nextVisit(() => next.evaluate(() => window.balie.invoke('session:end', {})));
  await begin(after);
  await touch(after, nl.bar.desk);
  await after.getByRole('button', { name: nl.help.call }).waitFor();
  await staff.getByText(help.none).waitFor();
  const last = await kiosk.nextVisit(() => touch(after, nl.bar.stop));

  // In English, from the first screen: nothing was chosen, so nothing is asked about answers.
  await touch(last, en.languageName);
  await heading(last, en.home.title).waitFor();
  await touch(last, en.bar.desk);
  await touch(last, en.help.call);
  await staff.getByText(help.nothing).waitFor();
  // The server says that the kiosk is revoked: the desk forgets it, and the kiosk says where to walk.
  branch.revokeKiosk();
  await staff.getByText(help.none).waitFor();
  await heading(last, en.desk.title).waitFor();
});
