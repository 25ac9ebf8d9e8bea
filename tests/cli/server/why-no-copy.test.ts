import { expect, it } from 'vitest';
import { whyNoCopy } from '../../../cli/server/why-no-copy.ts';

it('says which pg_dump is needed when it is older than the database', () => {
  const told = whyNoCopy({
    stderr:
      'pg_dump: error: aborting because of server version mismatch\npg_dump: detail: server version: 16.4 (Debian 16.4-1.pgdg120+1); pg_dump version: 15.8 (Debian 15.8-0+deb12u1)\n',
  });
  expect(told).toContain('pg_dump 15.8 does not copy a PostgreSQL 16.4: it must be at least as new');
  expect(whyNoCopy({ stderr: 'pg_dump: error: server version: 17.0; pg_dump version: 15.5' })).toContain(
    'PostgreSQL 17.0:',
  );
});

it('hands on what else pg_dump says', () => {
  expect(whyNoCopy({ stderr: 'pg_dump: error: no space\n' })).toBe(
    'pg_dump says: pg_dump: error: no space Nothing was copied.',
  );
});

it.each([
  ['ENOENT', 'spawn pg_dump', 'pg_dump is not there.'],
  ['ENOENT', 'copyfile', 'not finished: it says so. Mend that, then'],
  ['EACCES', 'open', 'not finished: it says so. Mend that, then'],
  ['ENOSPC', 'write', 'not finished: it says so. Make room, then'],
  ['SQLITE_FULL', undefined, 'not finished: it says so. Make room, then'],
])('blames %s at "%s" on nothing else', (code, syscall, told) => {
  expect(whyNoCopy(Object.assign(new Error('it says so'), { code, syscall }))).toContain(told);
});

it('explains no error that nobody expects', () => {
  expect(whyNoCopy(new TypeError('of a bug'))).toBeUndefined();
});
