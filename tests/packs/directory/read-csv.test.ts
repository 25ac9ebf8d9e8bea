import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../packs/directory/read-csv.ts';
import { aFolder } from '../../builders/pack-folder.ts';

/** What was told of each line of services.csv: the id of its row, or what is wrong. */
async function told(content: string): Promise<string[]> {
  const path = join(aFolder({ 'services.csv': content }), 'services.csv');
  const all: string[] = [];
  for await (const batch of readCsv({ path, table: 'service' }))
    for (const each of batch) {
      const what = each.kind === 'row' ? each.record['id'] : each.kind === 'fault' ? each.message : each.kind;
      all.push(`${each.place.line} ${String(what).replace(/[:,].*/, '')}`);
    }
  return all;
}

const HEAD = 'id,name,description\n';

describe('a row is told with the line on which it begins', () => {
  test.each<[string, string, string[]]>([
    ['cells of several lines', `${HEAD}a,A,"x\ny\n\nz"\nb,B,"x\ny"\nc\n`, ['2 a', '6 b', '8 has 1 cells']],
    ['empty lines', `\n\n${HEAD}\na,A,x\n\n\n\nb,B,"\n"\n\nc\n`, ['5 a', '9 b', '12 has 1 cells']],
    [
      'rows that cannot be read',
      `${HEAD}a,A,x\nq,Q"u"q,x\nr,R"u"r,x\nb,B,"x\ny"\n\nc\n`,
      ['2 a', '3 cannot be read', '4 cannot be read', '5 b', '8 has 1 cells'],
    ],
    [
      'a row that cannot be read, and begins lines before what is wrong',
      `${HEAD}\nq,"Q\nu",x"y\n\nb,B,x\nc\n`,
      ['3 cannot be read up to line 5', '6 b', '7 has 1 cells'],
    ],
    [
      'rows that a stray quote takes along, up to a later one',
      `${HEAD}a,A,x\nq,"Q"u,x\nr,R,x\ns,"S",x\nb,B,x\nc\n`,
      ['2 a', '3 cannot be read up to line 4', '5 cannot be read', '6 b', '7 has 1 cells'],
    ],
    [
      'rows between two stray quotes',
      `${HEAD}q,"Q,x\nr,R,x\ns,S"\nb,B,x\nc\n`,
      ['2 has 2 cells up to line 4', '5 b', '6 has 1 cells'],
    ],
    [
      'a stray quote in the last row',
      `${HEAD}a,A,x\nq,"Q"u,"x\ny"\n`,
      ['2 a', '3 cannot be read up to line 4'],
    ],
    ['a stray quote in a last row without an end', `${HEAD}q,Q"u,"x\ny"`, ['2 cannot be read up to line 3']],
  ])('%s', async (_, content, expected) => {
    expect(await told(content)).toEqual(expected);
    // The same file as Windows writes it, and as old Macs did.
    expect(await told(content.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(await told(content.replaceAll('\n', '\r'))).toEqual(expected);
    expect(await told(`\uFEFF${content}`)).toEqual(expected);
  });

  test.each(['', '\n\n'])('a file without anything in it: %j', async (content) => {
    expect(await told(content)).toEqual(['1 the file is empty']);
  });

  test('also where it is read in pieces', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `s${n},"Naam\r\nnaam",${'x'.repeat(n % 60)}\r\n`);
    const lines = await told([HEAD, ...rows, 'q,x"y,\r\n', ...rows].join(''));
    const begins = (from: number) => rows.map((_, n) => `${from + 2 * n} s${n}`);
    const expected = [...begins(2), '40002 cannot be read', ...begins(40_003)];
    expect(lines).toHaveLength(expected.length);
    expect(lines.filter((line, n) => line !== expected[n]).slice(0, 3)).toEqual([]);
  });

  test.each([
    ['behind empty lines', `${HEAD}a,A,x\n\n\nb,"B,x\nc,C,x\n`, ':5'],
    ['behind a row that cannot be read', `${HEAD}a,A,x\nq,Q"u,x\nb,B,x\nc,"C,x\nd,D,x\n`, ':5'],
    ['in which another quote stands', `${HEAD}a,A,x\n\nq,"Q"u,x\nb,B,x\n`, ':4'],
  ])('one without an end too: %s', async (_, content, line) => {
    await expect(told(content)).rejects.toThrow(`services.csv${line} cannot be read: from this line on`);
  });
});

test('the last row needs no end, and spaces behind it are no row that is cut off', async () => {
  expect(await told(`${HEAD}a,A,x`)).toEqual(['2 a']);
  expect(await told(`${HEAD}a,A,"x\ny"`)).toEqual(['2 a']);
  expect(await told(`${HEAD}a,A,x\n  `)).toEqual(['2 a', '3 has 1 cells']);
  expect(await told(`${HEAD}a,A\n`)).toEqual(['2 has 2 cells']);
  expect(await told(`${HEAD}a,A\nq,x"y`)).toEqual(['2 has 2 cells', '3 cannot be read']);
  await expect(told(`${HEAD}a,A,x\nb,"B\nB"`)).rejects.toThrow('services.csv:3 is cut off');
});
