// Harm is put in the place of every text of the sample bodies (routes-suite.ts): so every text that a route takes is in one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeApp } from '../../../server/app.ts';
import { makeLog } from '../../../server/http/log.ts';
import { openServerStore } from '../../../server/store/open-server-store.ts';
import { bodiesOf, NO_THINGS, ROUTE_ROLES } from './route-roles.ts';

type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};
type Doc = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly requestBody?: { readonly content?: Readonly<Record<string, { schema?: Schema }>> } }
        >
      >
    >
  >;
};

/** What a device sends is signed: a sample that is not is refused before its texts are read. Items that do harm have tests of their own. */
const isOfDevice = (route: string) => ROUTE_ROLES[route]?.who === 'device';

/** The places of free texts in what a schema allows, as `.schedules[].notes`. Those of which the schema names all values are none. */
function textsOf(schema: Schema, find: (ref: string) => Schema, place = ''): string[] {
  if (schema.$ref !== undefined) return textsOf(find(schema.$ref), find, place);
  const { anyOf = [], oneOf = [], allOf = [], properties = {}, items } = schema;
  return [
    ...(schema.type === 'string' && schema.enum === undefined && schema.const === undefined ? [place] : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((each) => textsOf(each, find, place)),
    ...Object.entries(properties).flatMap(([name, each]) => textsOf(each, find, `${place}.${name}`)),
    ...(items === undefined ? [] : textsOf(items, find, `${place}[]`)),
  ];
}

/** The places of texts in a body. */
function placesIn(body: unknown, place = ''): string[] {
  if (typeof body === 'string') return [place];
  if (Array.isArray(body)) return body.flatMap((each) => placesIn(each, `${place}[]`));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, each]) => placesIn(each, `${place}.${name}`));
}

it('has every text that a route takes in a sample of its body', async () => {
  const data = mkdtempSync(join(tmpdir(), 'balie-texts-'));
  const app = await makeApp(await openServerStore({ data }), makeLog({ write: () => undefined }));
  const doc = (await app.inject('/docs/openapi.json')).json<Doc>();
  await app.close();
  rmSync(data, { recursive: true, force: true });
  const find = (ref: string) =>
    ref
      .split('/')
      .slice(1)
      .reduce<unknown>((within, name) => (within as Record<string, unknown>)[name], doc) as Schema;
  let found = 0;
  const missing = Object.entries(doc.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content?.['application/json']?.schema;
      const route = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
      if (schema === undefined || isOfDevice(route)) return [];
      const sampled = new Set(bodiesOf(route, NO_THINGS).flatMap((body) => placesIn(body)));
      const texts = [...new Set(textsOf(schema, find))];
      found += texts.length;
      return texts.filter((text) => !sampled.has(text)).map((text) => `${route} ${text}`);
    }),
  );
  expect(found).toBeGreaterThan(100);
  expect(missing, 'Say it in a sample of tests/server/accounts/route-roles.ts.').toEqual([]);
});
