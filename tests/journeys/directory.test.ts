import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceFilters, ServicesPage } from '../../core/contract/directory.ts';
import type { Service } from '../../core/domain/directory/service.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { anAttribute } from '../builders/a-service.ts';
import { judgeScreen } from './judge-screen.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { ODD, type OwnDirectory, ownDirectory } from './own-directory.ts';
import { toOutcome, toTakeAlong } from './to-take-along.ts';
import { begin, heading, starting, touch } from './walk-through.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await launchKiosk({ idleSeconds: 600 });
  await begin(kiosk.page());
});
afterAll(() => kiosk?.close());

/** What the channel says of these filters now. */
function told(page: Page, filters: ServiceFilters): Promise<ServicesPage> {
  return page.evaluate(
    (wanted) =>
      (
        globalThis as unknown as {
          balie: { invoke: (channel: string, input: unknown) => Promise<ServicesPage> };
        }
      ).balie.invoke('directory:list', { filters: wanted, page: 0 }),
    filters,
  );
}
const shown = (page: Page) =>
  page
    .locator('[data-service]')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-service')));
const status = (page: Page, total: number) =>
  page
    .getByRole('status')
    .filter({
      hasText: new RegExp(
        `^${(total === 1 ? nl.directory.count_one : nl.directory.count_other).replace('{{count}}', `${total}`)}$`,
      ),
    })
    .waitFor();

describe('the directory', () => {
  it('opens from a topic, with the services of that topic and their number', async () => {
    const page = kiosk.page();
    await starting(page, 'Geld en toeslagen').click();
    await page.locator('[data-near]').click();
    await heading(page, nl.directory.title).waitFor();
    const chosen = await page.locator('[data-chosen]').getAttribute('data-chosen');
    expect(chosen).toBe('topic');
    const { total, services } = await told(page, { topic: 'geld' });
    expect(total).toBeGreaterThan(0);
    await status(page, total);
    expect(await shown(page)).toEqual(services.map(({ id }) => id));
  });

  it('counts all that follows, what is not loaded yet too', async () => {
    const page = kiosk.page();
    const { total, services } = await told(page, { topic: 'geld' });
    expect(total).toBeGreaterThan(services.length);
    const more = page.getByRole('button', { name: new RegExp(nl.more_other.replace('{{count}}', '\\d+')) });
    await more.waitFor();
    const inSight = await page.locator('[data-service]').evaluateAll((cards) => {
      const edge = cards[0]?.closest('ul')?.parentElement?.parentElement?.parentElement;
      const bottom = edge?.getBoundingClientRect().bottom ?? 0;
      return cards.filter((card) => card.getBoundingClientRect().bottom <= bottom + 24).length;
    });
    expect(inSight).toBeLessThan(services.length);
    expect(await more.textContent()).toBe(nl.more_other.replace('{{count}}', `${total - inSight}`));
  });

  it('shows all when the choice is let go, and loads the next page at the end', async () => {
    const page = kiosk.page();
    await page.locator('[data-chosen=topic]').click();
    const { total, services } = await told(page, {});
    await status(page, total);
    expect(total).toBeGreaterThan(2 * services.length);
    await touch(page, nl.directory.more);
    await page
      .locator('[data-service]')
      .nth(2 * services.length - 1)
      .waitFor();
    expect(new Set(await shown(page)).size).toBe(2 * services.length);
  });

  it('comes back from a service to the list as it was', async () => {
    const page = kiosk.page();
    const before = await shown(page);
    const last = page.locator('[data-service]').last();
    await last.click();
    await page.getByRole('button', { name: nl.takeAlong.open }).waitFor();
    await touch(page, nl.bar.back);
    await heading(page, nl.directory.title).waitFor();
    expect(await shown(page)).toEqual(before);
    const box = await last.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(page.viewportSize()?.height ?? 1920);
  });

  it('chooses by what is free and open now, and says of each what the clock says', async () => {
    const page = kiosk.page();
    await touch(page, nl.directory.choose);
    // The way on is in sight from the start, below all that can be chosen.
    const on = page.getByRole('dialog').getByRole('button').last();
    expect(
      await on.evaluate((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      }),
    ).toBe(true);
    expect(await on.textContent()).toBe(
      nl.directory.show_other.replace('{{count}}', `${(await told(page, {})).total}`),
    );
    await page.locator('[data-offer=free]').click();
    await page.locator('[data-offer=openNow]').click();
    await page.locator('[data-offer=openNow][aria-pressed=true]').waitFor();
    const { total, services } = await told(page, { free: true, openNow: true });
    await touch(page, nl.directory.close);
    await status(page, total);
    expect(await shown(page)).toEqual(services.map(({ id }) => id));
    expect(await page.locator('[data-service] [data-opening=closed]').count()).toBe(0);
    expect(await page.locator('[data-service] [data-opening=open]').count()).toBe(services.length);
  });

  it('says which choice to let go when nothing fits, and lets it go', async () => {
    const page = kiosk.page();
    await touch(page, nl.directory.choose);
    await page.locator('[data-offer=topic]').first().click();
    await page.locator('[data-offer=language]').last().click();
    await page.locator('[data-offer=neighbourhood]').first().click();
    await page.locator('[data-offer=wheelchair]').click();
    await touch(page, nl.directory.close);
    await page.getByRole('heading', { name: nl.directory.none }).waitFor();
    const by = await page
      .locator('[data-chosen]')
      .evaluateAll((chips) => chips.map((chip) => chip.getAttribute('data-chosen')));
    expect(by).toEqual(['topic', 'openNow', 'free', 'wheelchair', 'language', 'neighbourhood']);
    const screen = page.viewportSize() ?? { width: 1080, height: 1920 };
    const way = await page.locator('[data-none] button').first().boundingBox();
    expect(way?.y).toBeGreaterThan(screen.height > screen.width ? screen.height / 2 : 0);
    const chosen = await page.locator('[data-chosen]').count();
    await page.locator('[data-none] button').first().click();
    await page.waitForFunction(
      (before) => document.querySelectorAll('[data-chosen]').length < before,
      chosen,
    );
  });

  it('takes a service along: its slip names it', async () => {
    const page = kiosk.page();
    await touch(page, nl.bar.home);
    await starting(page, 'Geld en toeslagen').click();
    await page.locator('[data-near]').click();
    await page.locator('[data-service]').first().click();
    await page.locator('main h1').waitFor();
    await page.getByRole('button', { name: nl.takeAlong.open }).waitFor();
    const name = await page.locator('main h1').textContent();
    // The code of the page is the one that taking along shows.
    const code = page.getByRole('img', { name: nl.takeAlong.code });
    const onPage = await code.locator('path').getAttribute('d');
    expect(onPage?.length).toBeGreaterThan(1000);
    await toTakeAlong(page);
    expect(await page.getByRole('region', { name: nl.takeAlong.preview }).textContent()).toContain(name);
    await touch(page, nl.takeAlong.phone);
    expect(await page.getByRole('dialog').locator('svg[role=img] path').getAttribute('d')).toBe(onPage);
    await touch(page, nl.takeAlong.close);
  });

  it('opens from home, with all services', async () => {
    const page = kiosk.page();
    await touch(page, nl.bar.home);
    await heading(page, nl.home.title).waitFor();
    await page.locator('[data-near]').click();
    await heading(page, nl.directory.title).waitFor();
    await status(page, (await told(page, {})).total);
    expect(await page.locator('[data-chosen]').count()).toBe(0);
  });

  it('is where an outcome sends to: a few that help soonest, and the way to all of them', async () => {
    const page = kiosk.page();
    await touch(page, nl.bar.home);
    await toOutcome(page);
    await page.locator('[data-near-places] [data-service]').first().waitFor();
    const few = await shown(page);
    const { total, services } = await told(page, { category: 'geldhulp' });
    expect(few.length).toBe(3);
    expect(total).toBeGreaterThan(3);
    expect(services.map(({ id }) => id)).toEqual(expect.arrayContaining(few));
    await touch(page, nl.directory.show_other.replace('{{count}}', `${total}`));
    await heading(page, nl.directory.title).waitFor();
    await status(page, total);
    // Why these are here can be seen, and be let go.
    await page.locator('[data-chosen=category]').click();
    await status(page, (await told(page, {})).total);
    await touch(page, nl.bar.back);
    await page.locator('[data-near-places] [data-service]').first().click();
    await page.getByRole('heading', { name: nl.directory.where }).first().waitFor();
  });

  it('names the same places on the slip of the outcome', async () => {
    const page = kiosk.page();
    await touch(page, nl.bar.back);
    await page.locator('[data-near-places] [data-service]').first().waitFor();
    const few = await shown(page);
    const { services } = await told(page, { category: 'geldhulp' });
    const names = services.flatMap(({ id, name }) => (few.includes(id) ? (name['nl'] ?? '') : []));
    expect(names.length).toBe(few.length);
    await toTakeAlong(page);
    const slip = await page.getByRole('region', { name: nl.takeAlong.preview }).textContent();
    for (const name of names) expect(slip).toContain(name);
  });

  it('says that something went wrong when there is no answer, and whose fault that is not', async () => {
    const page = kiosk.page();
    await touch(page, nl.bar.home);
    await page.locator('[data-near]').click();
    await heading(page, nl.directory.title).waitFor();
    await touch(page, nl.directory.choose);
    await page.getByRole('dialog').waitFor();
    // Main turns away whoever calls more often in a second than any screen does. On a busy machine these calls come in more than one
    // second, and the question is answered: so it is asked again, until there is nothing left to touch.
    await page.evaluate(async () => {
      const offer = () => document.querySelector<HTMLElement>('[data-offer=free]');
      for (let free = offer(); free !== null; free = offer()) {
        const calls = Array.from({ length: 300 }, () => window.balie.invoke('session:activity', {}));
        free.click();
        await Promise.allSettled(calls);
        // A question that another one follows is let go: it needs its second for an answer.
        await new Promise((next) => setTimeout(next, 1000));
      }
    });
    await heading(page, nl.failed.title).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await judgeScreen(page);
  });
});

/** One that says all that a page has a place for; open on Wednesdays, and the day of these tests is a Tuesday. */
const WHOLE: Service = {
  id: 'alles-erop',
  name: 'Alles erop',
  description: 'U kunt hier uw formulieren invullen. Iemand kijkt met u mee.',
  status: 'active',
  assured_date: '2026-11-03',
  eligibility_description: 'Voor iedereen die in Voorbeeld woont.',
  minimum_age: 18,
  service_areas: [{ id: 'oost', name: 'Buurt Oost' }],
  application_process: 'U belt eerst voor een afspraak.',
  wait_time: 'U kunt binnen een week komen.',
  fees_description: 'U betaalt voor koffie.',
  cost_options: [{ id: 'koffie', amount: 1.5, currency: 'EUR', option: 'voor een kop koffie' }],
  required_documents: [{ id: 'pas', document: 'Uw identiteitskaart' }],
  languages: [{ id: 'tr', code: 'tr' }],
  phones: [{ id: 'bel', number: '099 000 58 21' }],
  url: 'https://alles.example/erop',
  schedules: [
    { id: 'woensdag', freq: 'WEEKLY' as const, byday: 'WE', opens_at: '09:00', closes_at: '17:00' },
  ],
  service_at_locations: [
    {
      id: 'alles-daar',
      location: {
        id: 'huis',
        location_type: 'physical',
        name: 'Het huis van Oost',
        transportation: 'Neem bus 3 tot de halte Molenweg.',
        addresses: [{ id: 'adres', address_1: 'Molenweg 5', city: 'Voorbeeld', region: 'Oost' }],
        accessibility: [{ id: 'lift', description: 'Er is een lift.' }],
      },
    },
  ],
  organization: { id: 'het-huis', name: 'Stichting Het Huis' },
  attributes: [anAttribute('topic', 'ontmoeten'), anAttribute('mark', 'fictional')],
};

describe('services that something is the matter with, and one that says all there is', () => {
  let own: OwnDirectory;
  let odd: Kiosk;
  beforeAll(async () => {
    own = ownDirectory([...ODD, WHOLE]);
    odd = await launchKiosk({ dataDir: own.dataDir, idleSeconds: 600 });
    const page = odd.page();
    await begin(page);
    await page.locator('[data-near]').click();
    await heading(page, nl.directory.title).waitFor();
    while ((await page.getByRole('button', { name: nl.directory.more, exact: true }).count()) > 0) {
      const before = await page.locator('[data-service]').count();
      await touch(page, nl.directory.more);
      await page.locator('[data-service]').nth(before).waitFor();
    }
  });
  afterAll(async () => {
    await odd?.close();
    own?.remove();
  });

  /** What the card in the list says, and then the screen that it opens; back in the list afterwards. */
  async function both(
    id: string,
    look: (page: Page) => Promise<void> = async () => undefined,
  ): Promise<{ card: string; screen: string; title: string }> {
    const page = odd.page();
    const place = page.locator(`[data-service="${id}"]`);
    const card = (await place.textContent()) ?? '';
    await place.click();
    await page.locator('[data-service]').first().waitFor({ state: 'detached' });
    const title = (await page.locator('main h1').textContent()) ?? '';
    const screen = (await page.locator('main').textContent()) ?? '';
    await look(page);
    await touch(page, nl.bar.back);
    await heading(page, nl.directory.title).waitFor();
    return { card, screen, title };
  }

  it('the one says what they do, who may come, what it costs, what to bring, how to get there, when it opens, whom to call', async () => {
    let code = '';
    const { card, screen, title } = await both('alles-erop', async (page) => {
      const shown = page.getByRole('img', { name: nl.takeAlong.code });
      await shown.locator('path').waitFor();
      code = await shown.locator('path').evaluate((path) => path.getAttribute('d') ?? '');
    });
    const opens = /Nu dicht\..*9:00 uur/;
    expect([title, card]).toEqual(['Alles erop', expect.stringMatching(opens)]);
    expect(screen).toMatch(opens);
    const said = [
      ...['Stichting Het Huis', 'U kunt hier uw formulieren invullen.', nl.directory.who, 'Voorbeeld woont.'],
      ...[
        nl.directory.ageFrom.replace('{{from}}', '18'),
        nl.directory.area.replace('{{areas}}', 'Buurt Oost'),
        nl.directory.cost,
        'U betaalt voor koffie.',
        '€ 1,50',
      ],
      ...[nl.directory.bring, 'Uw identiteitskaart', nl.directory.apply, 'U belt eerst', 'binnen een week'],
      ...[nl.directory.where, 'Het huis van Oost', 'Molenweg 5, Voorbeeld', 'Neem bus 3', 'Er is een lift.'],
      ...[nl.directory.languages, 'Turks', nl.directory.phone, '099 000 58 21', 'alles.example'],
      ...[nl.directory.hours, '3 november 2026', nl.directory.fictionalLead],
    ];
    expect(said.filter((text) => !screen.replaceAll('\u00a0', ' ').includes(text))).toEqual([]);
    expect(code.length).toBeGreaterThan(1000);
  });

  it('one with an alert says so in the list, and what it is on its page', async () => {
    const { card, screen } = await both('omleiding');
    expect(card).toContain(nl.directory.alert);
    expect(screen).toContain('De straat is opgebroken');
    expect(screen).toContain(nl.directory.hours);
  });

  it('one that is closed for a time says so, and gives no hours', async () => {
    const { card, screen } = await both('verbouwing');
    expect(card).toContain(nl.directory.temporarilyClosed);
    expect(screen).toContain(nl.directory.temporarilyClosedLead);
    expect(screen).toContain('Wij verbouwen');
    expect(screen).not.toContain(nl.directory.hours);
    expect(screen).not.toContain(nl.directory.today);
  });

  it('one that was assured long ago says so, and shows nothing that may be wrong by now', async () => {
    const { card, screen, title } = await both('lang-geleden', judgeScreen);
    expect(card).toContain(nl.outdated.badge);
    expect(title).toBe(nl.outdated.title);
    expect(screen).not.toContain('binnenlopen');
  });

  it('one without a topic and without anything but a name is a whole page, in the colour of the house', async () => {
    const { screen, title } = await both('zonder-onderwerp');
    expect(title).toBe('Zonder onderwerp');
    expect(screen).toContain(nl.directory.noDescription);
    const grounds = await odd
      .page()
      .locator('[data-service="zonder-onderwerp"] [aria-hidden]')
      .first()
      .evaluate((ground) => {
        const own = getComputedStyle(ground);
        return [own.backgroundColor, own.color];
      });
    // --strong-tint and --strong-deep.
    expect(grounds).toEqual(['rgb(228, 240, 236)', 'rgb(8, 64, 60)']);
  });

  it('one that a newer directory took away says so, and shows the way home', async () => {
    const page = odd.page();
    own.replace([...ODD, WHOLE].filter(({ id }) => id !== 'omleiding'));
    await page.locator('[data-service="omleiding"]').click();
    await heading(page, nl.missing.title).waitFor();
    await judgeScreen(page);
    await touch(page, nl.missing.home);
    await heading(page, nl.home.title).waitFor();
  });
});
