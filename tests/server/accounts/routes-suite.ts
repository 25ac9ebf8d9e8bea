import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUEST_HEADER } from '../../../core/contract/administration/account.ts';
import { DIRECTORY_ROUTES } from '../../../core/contract/administration/directory.ts';
import { includesRole, LibraryRole, Role } from '../../../core/contract/administration/role.ts';
import type { Route } from '../../../core/contract/administration/route.ts';
import { Refusal } from '../../../core/contract/sync/batch.ts';
import { openSession } from '../../../server/accounts/sessions.ts';
import { makeApp } from '../../../server/app.ts';
import { makeLog } from '../../../server/http/log.ts';
import { openServerStore } from '../../../server/store/open-server-store.ts';
import { aBrowser, aSignedInBrowser } from '../../builders/a-browser.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';
import { readRoutes } from '../../builders/read-routes.ts';
import { bodiesOf, NO_THINGS, ROUTE_ROLES, type RouteRoles, type Things } from './route-roles.ts';
import { MARK, MONTH_OF_DELFT, makeThingsOfDelft, PUBLISHED, publishPackOfDelft } from './things-of-delft.ts';

/** What stands in what Delft has, and in nothing of any other library. */
const OF_DELFT = new RegExp(`${MARK}|"${MONTH_OF_DELFT}"`);

type Browser = ReturnType<typeof aBrowser>;

/** What somebody types who means harm: SQL, HTML, headers, names of JavaScript, letters that are none. */
const HARM = [
  `'; DROP TABLE accounts; --`,
  `' OR '1'='1`,
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  'a\r\nset-cookie: balie=stolen\r\n\r\n<html>',
  'a\u0000b',
  '\ud800',
  '{{constructor.constructor("return 1")()}}',
  '__proto__',
  '../../server.key',
  'x'.repeat(9_000),
];

/** Every route against every role, against another library, against pages from elsewhere and against harmful texts. */
export function describeRoutes(name: string, database: () => Promise<string | undefined>): void {
  describe(name, () => {
    let server: OwnServer;
    let address: string;
    let things: Things;
    beforeAll(async () => {
      server = await startOwnServer(await database());
      address = server.addresses[0];
      await publishPackOfDelft(server.data);
      things = await makeThingsOfDelft(server.store);
    });
    afterAll(() => server.remove());

    const rows = Object.entries(ROUTE_ROLES);
    const withRole = rows.filter(
      (row): row is [string, RouteRoles & { who: Role }] => Role.safeParse(row[1].who).success,
    );
    const split = (route: string) => route.split(' ') as [string, string];

    /** Asks for a route; `?library=` is for an operator. */
    const ask = (
      browser: Browser,
      route: string,
      {
        query = '',
        headers = {},
        body,
      }: { query?: string; headers?: Record<string, string>; body?: unknown } = {},
    ) => {
      const [method, pattern] = split(route);
      const asked = ROUTE_ROLES[route]?.ask?.(things) ?? {};
      const path = asked.path ?? pattern;
      const named = path.includes('?') ? query.replace('?', '&') : query;
      return browser.ask(method, path + named, body ?? asked.body, headers);
    };
    /** Why a request was refused before its route had it; undefined when it was not. */
    const refusal = async (response: Response) => {
      const said = Refusal.safeParse(await response.json().catch(() => undefined));
      expect(response.status).toBeLessThan(500);
      if (!said.success) return undefined;
      const { why, message } = said.data;
      if (why === 'not-signed-in' || (why === 'not-allowed' && message.startsWith('This needs the role')))
        return why;
      return undefined;
    };

    it('has each route in the table of roles, and none that is not there', async () => {
      const data = mkdtempSync(join(tmpdir(), 'balie-routes-'));
      const app = await makeApp(await openServerStore({ data }), makeLog({ write: () => undefined }));
      const missing =
        'A route has no row in tests/server/accounts/route-roles.ts, or a row no route. Say there who may use it.';
      expect(readRoutes(app), missing).toEqual(Object.keys(ROUTE_ROLES).sort());
      await app.close();
      rmSync(data, { recursive: true, force: true });
    });

    it.each(withRole)(
      '%s: for its role and those above it, and for nobody else',
      async (route, { who, own }) => {
        expect(await refusal(await ask(aBrowser(address), route))).toBe('not-signed-in');
        for (const role of Role.options) {
          const browser = await aSignedInBrowser(server.store, address, role);
          const query = role === 'operator' && own !== true ? '?library=delft' : '';
          const expected = includesRole(role, who) ? undefined : 'not-allowed';
          expect(await refusal(await ask(browser, route, { query })), role).toBe(expected);
        }
      },
    );

    it.each(rows.filter(([, { who }]) => who === 'everybody'))(
      '%s: for everybody, and says nothing of a library',
      async (route, { published }) => {
        const reply = await ask(aBrowser(address), route);
        expect(await refusal(reply.clone())).toBeUndefined();
        const text = await told(reply);
        if (published !== true) expect(text).not.toMatch(OF_DELFT);
        else expect(text).toMatch(OF_DELFT);
        // The sample came to this route. The files of a build have names that nobody knows before.
        if (!route.endsWith('/assets/*')) expect(text).not.toContain('There is nothing here.');
      },
    );

    it('lets nobody with a session do what devices do', async () => {
      const browser = await aSignedInBrowser(server.store, address, 'operator');
      for (const [route] of rows.filter(([, { who }]) => who === 'device'))
        expect((await ask(browser, route)).status, route).toBe(401);
    });

    /** What an answer says, but for the ids that it was asked about. */
    const told = async (response: Response) =>
      Object.values(things).reduce((text, id) => text.replaceAll(id, ''), await response.text());

    /** All rows of Delft, in every table that has a library. */
    const rowsOfDelft = async () => {
      const { db } = server.store;
      const found: Record<string, unknown> = {};
      for (const table of await db.introspection.getTables()) {
        if (!table.columns.some((column) => column.name === 'library')) continue;
        const { rows: all } =
          await sql`SELECT * FROM ${sql.table(table.name)} WHERE library = 'delft'`.execute(db);
        found[table.name] = all.map((row) => JSON.stringify(row)).sort();
      }
      return found;
    };

    it.each(withRole)(
      '%s: another library gets nothing of it, and changes nothing',
      async (route, { own }) => {
        things = await makeThingsOfDelft(server.store);
        const before = await rowsOfDelft();
        expect(JSON.stringify(before)).toContain(MARK);
        for (const role of LibraryRole.options) {
          const browser = await aSignedInBrowser(server.store, address, role, 'gouda');
          expect(await told(await ask(browser, route)), role).not.toMatch(OF_DELFT);
          const again = await aSignedInBrowser(server.store, address, role, 'gouda');
          const named = await ask(again, route, { query: '?library=delft' });
          expect(named.status, role).toBe(403);
        }
        // An operator who means Gouda gets nothing of Delft either.
        const operator = await aSignedInBrowser(server.store, address, 'operator');
        const query = own === true ? '' : '?library=gouda';
        expect(await told(await ask(operator, route, { query }))).not.toMatch(OF_DELFT);
        expect(await rowsOfDelft()).toEqual(before);
      },
    );

    /** What Delft has, without what is written down of every question. */
    const thingsOfDelft = async () => {
      const { audit, ...found } = await rowsOfDelft();
      expect(audit).toBeDefined();
      return found;
    };
    const marked = withRole.filter(([, row]) => row.unmarked === undefined && row.published !== true);
    it.each(marked)('%s: has what another library must not see or change', async (route, { who, own }) => {
      things = await makeThingsOfDelft(server.store);
      const browser = await aSignedInBrowser(server.store, address, who);
      if (own === true) {
        const account = { id: things.account, library: 'delft' };
        browser.cookies.set('balie', (await openSession(server.store.db, account, new Date())).token);
      }
      const before = await thingsOfDelft();
      const reply = await ask(browser, route);
      expect(reply.status).toBe(200);
      if (route.startsWith('GET')) expect(await told(reply)).toMatch(OF_DELFT);
      else expect(await thingsOfDelft()).not.toEqual(before);
    });

    it.each(withRole.filter(([, { published }]) => published === true))(
      '%s: what is published, for any library',
      async (route) => {
        for (const library of ['delft', 'gouda']) {
          const reply = await ask(await aSignedInBrowser(server.store, address, 'reader', library), route);
          expect(reply.status).toBe(200);
          const isPicture = reply.headers.get('content-type') === 'image/png';
          expect(await reply.text()).toContain(isPicture ? 'PNG' : PUBLISHED);
        }
      },
    );

    it('what is set aside of a library is counted for nobody else, and judged again by nobody else', async () => {
      things = await makeThingsOfDelft(server.store);
      const [list, judge] = ['GET /api/v1/set-aside', 'POST /api/v1/set-aside/judgements'];
      const asked = async (route: string, library?: string) =>
        (await ask(await aSignedInBrowser(server.store, address, 'administrator', library), route)).json();
      expect(await asked(list, 'gouda')).toEqual({ groups: [] });
      expect(await asked(judge, 'gouda')).toEqual({ counted: 0 });
      expect(await asked(list)).toMatchObject({ groups: [{ why: 'not-understood' }] });
      expect((await asked(judge)) as object).not.toEqual({ counted: 0 });
    });

    it('gives an operator nothing without the name of a library, or with the name of none', async () => {
      for (const [route, { own }] of withRole.filter(([, row]) => row.own !== true)) {
        expect(own).toBeUndefined();
        const browser = await aSignedInBrowser(server.store, address, 'operator');
        expect(await told(await ask(browser, route)), route).not.toMatch(OF_DELFT);
        for (const query of [
          '?library=nowhere',
          '?library=delft&library=gouda',
          '?library=%27%20OR%201=1',
          '?library=',
        ]) {
          const { status } = await ask(browser, route, { query });
          expect([400, 404], `${route}${query}`).toContain(status);
        }
      }
    });

    const changes = rows.filter(
      ([route, { who }]) =>
        !route.startsWith('GET') && who !== 'device' && route !== 'POST /api/v1/enrolments',
    );
    it.each(changes)(
      '%s: refuses what a page from elsewhere had the browser send',
      async (route, { page }) => {
        const before = await rowsOfDelft();
        const role = Role.safeParse(ROUTE_ROLES[route]?.who).data ?? 'reader';
        for (const headers of [
          { origin: 'https://evil.example' },
          { origin: 'null' },
          { origin: address.replace('http:', 'https:') },
          { 'sec-fetch-site': 'cross-site' },
          { 'sec-fetch-site': 'same-site' },
        ]) {
          const browser = await aSignedInBrowser(server.store, address, role);
          const reply = await ask(browser, route, { headers });
          expect([reply.status, await reply.text()], JSON.stringify(headers)).toEqual([
            403,
            expect.stringContaining(page ?? 'from the pages of this server'),
          ]);
        }
        const browser = await aSignedInBrowser(server.store, address, role);
        const [method, path] = split(route);
        const cookie = `balie=${browser.cookies.get('balie')}`;
        for (const type of ['text/plain', 'application/json', 'application/x-www-form-urlencoded']) {
          const reply = await fetch(address + path, {
            method,
            headers: { cookie, 'content-type': type },
            body: '{}',
          });
          expect(reply.status, type).toBe(403); // without the header of its own
        }
        const accounts = 'accounts' in before ? before['accounts'] : [];
        expect((await rowsOfDelft())['accounts']).toEqual(expect.arrayContaining(accounts as unknown[]));
      },
    );

    it('answers no page that reaches it under a foreign name', async () => {
      const { port } = new URL(address);
      const browser = await aSignedInBrowser(server.store, address, 'administrator');
      const status = await new Promise((resolve, reject) => {
        const headers = {
          host: `evil.example:${port}`,
          cookie: `balie=${browser.cookies.get('balie')}`,
          [REQUEST_HEADER]: '1',
        };
        request(`${address}/api/v1/accounts`, { headers }, (reply) => resolve(reply.resume().statusCode))
          .on('error', reject)
          .end();
      });
      expect(status).toBe(403);
    });

    it.each(rows.filter(([, { ask: asks }]) => asks?.(NO_THINGS).body !== undefined))(
      '%s: takes any text for a text',
      async (route, { who, page }) => {
        const tables = (await server.store.db.introspection.getTables()).map((table) => table.name);
        const role = Role.safeParse(who).data ?? 'reader';
        /** Made anew for each request: what the one before brought in is no other one's to take. */
        const harmed = (harm: string) => bodiesOf(route, things).flatMap((body) => [...withHarm(body, harm)]);
        for (const harm of HARM)
          for (const [index] of harmed(harm).entries()) {
            const harmful = harmed(harm)[index];
            const browser = await aSignedInBrowser(
              server.store,
              address,
              role === 'operator' ? 'operator' : role,
            );
            const reply = await ask(browser, route, { body: harmful });
            const told = `${JSON.stringify(harmful).slice(0, 200)}: ${reply.status}`;
            expect(reply.status, told).toBeLessThan(500);
            expect(reply.headers.get('content-type'), told).toContain(
              page === undefined ? 'application/json' : 'text/html',
            );
            expect(reply.headers.get('x-content-type-options'), told).toBe('nosniff');
            expect(reply.headers.getSetCookie().join(), told).not.toContain('stolen');
          }
        expect((await server.store.db.introspection.getTables()).map((table) => table.name)).toEqual(tables);
      },
    );

    it.each(rows.filter(([route]) => route.includes('/:')))(
      '%s: takes any text in its address for a text',
      async (route, { who }) => {
        const [method, pattern] = split(route);
        // Some of these texts are ids that a service may have, and got one in the tests above.
        await server.store.db.deleteFrom('directory_services').execute();
        const browser = await aSignedInBrowser(server.store, address, Role.safeParse(who).data ?? 'reader');
        for (const harm of HARM.filter((each) => each !== '\ud800')) {
          const path = pattern.replaceAll(/:[a-z]+/g, encodeURIComponent(harm));
          const reply = await browser.ask(method, path, ROUTE_ROLES[route]?.ask?.(things).body);
          expect([400, 404, 414, 431], `${path.slice(0, 80)}: ${reply.status}`).toContain(reply.status);
        }
      },
    );

    it('takes any text in the question behind an address for a text', async () => {
      const { paths } = (await (await fetch(`${address}/docs/openapi.json`)).json()) as {
        paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>>;
      };
      const browser = await aSignedInBrowser(server.store, address, 'operator');
      let asked = 0;
      for (const [place, { get }] of Object.entries(paths)) {
        const route = `GET ${place.replaceAll(/\{(\w+)\}/g, ':$1')}`;
        for (const { name } of get?.parameters?.filter((each) => each.in === 'query') ?? [])
          for (const harm of HARM.filter((each) => each !== '\ud800')) {
            const question = new URLSearchParams({ library: 'delft', [name]: harm });
            const reply = await ask(browser, route, { query: `?${question}` });
            const told = `${route} ${name}=${harm.slice(0, 40)}: ${reply.status}`;
            expect(reply.status, told).toBeLessThan(500);
            expect(reply.headers.getSetCookie().join(), told).not.toContain('stolen');
            if (!(reply.headers.get('content-type') ?? '').includes('json'))
              expect(await reply.text(), told).not.toContain('<script>alert(1)');
            asked += 1;
          }
      }
      expect(asked).toBeGreaterThan(20);
    });

    it('reads no body that is larger than it needs', async () => {
      const mostBytes = new Map(
        Object.values<Route>(DIRECTORY_ROUTES).map((route) => [
          `${route.method} ${route.path}`,
          route.mostBytes,
        ]),
      );
      for (const [route, { who }] of rows.filter(([each]) => !each.startsWith('GET'))) {
        const browser = await aSignedInBrowser(server.store, address, 'operator');
        const size = mostBytes.get(route) ?? (Role.safeParse(who).success ? 64 : 300) * 1024;
        const body = JSON.stringify({ text: 'x'.repeat(size) });
        expect((await ask(browser, route, { query: '?library=delft', body })).status, route).toBe(413);
      }
    });
  });
}

/** A body again and again, each time with the harm in the place of another of its texts; and as the name of a field. */
function* withHarm(value: unknown, harm: string): Generator<unknown> {
  if (typeof value === 'string') yield harm;
  else if (Array.isArray(value))
    for (const [index, each] of value.entries())
      for (const harmed of withHarm(each, harm)) yield value.with(index, harmed);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value))
      for (const harmed of withHarm(each, harm)) yield { ...value, [key]: harmed };
    yield { ...value, [harm]: harm };
  }
}
