import { describe, expect, test } from 'vitest';
import { aDirectory } from '../../../builders/a-directory.ts';
import { aService } from '../../../builders/a-service.ts';
import { aStore, everyRow } from '../../../builders/a-store.ts';
import { importFiles, servicesIn } from '../../../builders/import-directory.ts';

describe('hostile JSON', () => {
  const GOOD = JSON.stringify(aService());
  test.each<[string, string | Uint8Array, string]>([
    ['nested too deep', `[${GOOD},${'['.repeat(100_000)}${']'.repeat(100_000)}]`, '$[1]: is nested too deep'],
    ['a huge text', `[${GOOD},{"id":"${'x'.repeat(1_200_000)}"}]`, '$[1]: is larger than 1000000 bytes'],
    ['no JSON between', `[${GOOD},{id:1}]`, '$[1]: is no JSON'],
    ['brackets of two kinds', `[${GOOD},{"id":[1}]]`, '$[1]: is no JSON'],
    ['a name that every object has', `[${GOOD},{"__proto__":{"name":"x"},"id":"y"}]`, '$[1].'],
    [
      'half a character',
      `[${GOOD},${JSON.stringify(aService({ id: 'b', alert: '\ud800' }))}]`,
      '$[1].alert: has characters that are no text',
    ],
    [
      'another encoding inside',
      Buffer.concat([Buffer.from(`[${GOOD},{"id":"`), Buffer.from([0xe9]), Buffer.from('"}]')]),
      '$[1]: is not in UTF-8',
    ],
    ['a byte order mark', `\uFEFF[${GOOD}]`, ''],
    [
      'escapes and brackets in texts',
      `[${JSON.stringify(aService({ alert: 'Zeg "]}" \\ of \\" {[' }))}]`,
      '',
    ],
  ])('%s', async (_, content, line) => {
    const { services, lines } = await importFiles(aStore('content'), { 'services.json': content });
    expect(services).toBeGreaterThanOrEqual(1);
    if (line === '') expect(lines).toEqual([]);
    else expect(lines.join('\n')).toContain(`services.json ${line}`);
  });

  test('is read the same however it is cut into pieces', async () => {
    const service = aService({ alert: `${'\\"[{é'.repeat(30_000)}`.slice(0, 19_000) });
    const text = JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ ...service, id: `s${n}` })));
    const db = aStore('content');
    expect((await importFiles(db, { 'services.json': text })).lines).toEqual([]);
    expect(servicesIn(db)).toHaveLength(200);
    expect(servicesIn(db)[199]?.alert).toBe(service.alert);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['cut off', `[${GOOD},{"id":`, 'cut off'],
    ['cut off between', `[${GOOD},`, 'cut off'],
    ['empty', '', 'cut off'],
    ['no JSON at all', '<html>', 'no JSON list'],
    ['going on behind its end', `[${GOOD}] x`, 'goes on behind its end'],
    ['without a comma', `[${GOOD}${GOOD}]`, ''],
    ['with a comma too many', `[${GOOD},,${GOOD}]`, 'out of place'],
    ['UTF-16', Buffer.from(`\uFEFF[${GOOD}]`, 'utf16le'), 'not in UTF-8'],
  ])('%s: the old directory stays', async (_, content, message) => {
    const db = aDirectory([aService({ id: 'oud' })]);
    const before = everyRow(db);
    if (message === '') {
      // Two records in one: neither can be read, and nothing is left.
      expect(await importFiles(db, { 'services.json': content })).toMatchObject({ services: 0, dropped: 1 });
    } else await expect(importFiles(db, { 'services.json': content })).rejects.toThrow(message);
    expect(everyRow(db)).toEqual(before);
  });
});
