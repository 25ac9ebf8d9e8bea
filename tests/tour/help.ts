import { ar } from '../../renderer/words/ar/screens.ts';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl as help } from '../../renderer/words/nl/help.ts';
import { nl, type ScreenWords } from '../../renderer/words/nl/screens.ts';
import { give, PIN, setPin, signIn } from '../journeys/admin-door.ts';
import { makeHelpBranch } from '../journeys/help-branch.ts';
import { type Kiosk, launchKiosk } from '../journeys/launch-kiosk.ts';
import { tellWaiting } from '../journeys/tell-waiting.ts';
import { begin, heading, touch } from '../journeys/walk-through.ts';
import { picture } from './picture.ts';

/** Asking the desk to come, at the kiosk in two languages and at the desk. */
export async function helpTour(): Promise<void> {
  const branch = makeHelpBranch(
    { number: 4, desk: { floor: 'up', way: 'left', near: 'entrance' } },
    { number: 2, desk: null },
  );
  setPin(branch.desk);
  setPin(branch.kiosk);
  const desk = await launchKiosk({ dataDir: branch.desk, profile: 'desk' });
  try {
    await give(desk.page(), PIN);
    await tellWaiting(desk, [4, null, 7]);
    await desk.page().getByText(help.ringsMany.replace('{{number}}', '3')).waitFor();
    await picture(desk.page(), 'desk-rings-many');
    await tellWaiting(desk, []);
    const kiosk = await launchKiosk({ dataDir: branch.kiosk, language: 'ar' });
    try {
      await asking(kiosk, desk, ar, 'right-to-left');
      await kiosk.nextVisit(() => touch(kiosk.page(), ar.bar.stop));
    } finally {
      await kiosk.close();
    }
    const dutch = await launchKiosk({ dataDir: branch.kiosk });
    try {
      await asking(dutch, desk, nl, 'dutch');
      const next = await dutch.nextVisit(() => touch(dutch.page(), nl.bar.stop));
      await signIn(next);
      await touch(next, admin.place.name);
      await heading(next, admin.place.title).waitFor();
      await picture(next, 'admin-place');
    } finally {
      await dutch.close();
    }
  } finally {
    await desk.close();
    branch.remove();
  }
}

async function asking(kiosk: Kiosk, desk: Kiosk, words: ScreenWords, name: string): Promise<void> {
  const [page, staff] = [kiosk.page(), desk.page()];
  await begin(page, words);
  await page.locator('li[data-tint=money] button').click();
  await page
    .locator('main section button')
    .filter({ hasText: /Huurtoeslag|Rent/ })
    .first()
    .click();
  await page.locator('[data-answer]').first().click();
  await touch(page, words.bar.desk);
  await page.getByRole('button', { name: words.help.call }).waitFor();
  await picture(page, `help-ready-${name}`);
  await touch(page, words.help.call);
  await page.getByRole('dialog').waitFor();
  await picture(page, `help-share-${name}`);
  await touch(page, words.help.share.yes);
  await heading(page, words.help.asking).waitFor();
  await picture(page, `help-asking-${name}`);
  // It rings over another part of the desk; where the list is open already, it is just there.
  const isListed = (await staff.getByRole('heading', { level: 1, name: help.title }).count()) > 0;
  if (!isListed) {
    await staff.getByRole('button', { name: help.open, exact: true }).waitFor();
    await picture(staff, `desk-rings-${name}`);
    await touch(staff, help.open);
  }
  await staff.getByRole('region', { name: help.answers }).waitFor();
  await picture(staff, `desk-request-${name}`);
  await touch(staff, help.take);
  await heading(page, words.help.coming).waitFor();
  await picture(page, `help-coming-${name}`);
  await staff.locator('li[data-state=mine]').waitFor();
  await picture(staff, `desk-goes-${name}`);
  await touch(staff, help.done);
  await page.getByRole('button', { name: words.help.call }).waitFor();
}
