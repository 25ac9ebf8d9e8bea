import { expect, it } from 'vitest';
import { checkMarkdown } from '../../../../core/domain/check/check-markdown.ts';
import { checkPack } from '../../../../core/domain/check-pack.ts';
import { aSource } from '../../../builders/a-source.ts';
import { TODAY } from '../../../builders/today.ts';

const PAGE = 'articles/huur-uitleg/nl.md';
const source = aSource();
const files = source.files.map((file) =>
  file.path === PAGE ? { ...file, shownAsWritten: [{ line: 7, message: 'No table. Write a list.' }] } : file,
);
const withTable = { ...source, files };
const found = { rule: 'markdown', file: PAGE, line: 7, message: 'No table. Write a list.' };

it('says of an article what a screen would show as signs', () => {
  expect(checkMarkdown(source)).toEqual([]);
  expect(checkMarkdown(withTable)).toEqual([expect.objectContaining({ ...found, severity: 'error' })]);
});

it('lets no author publish it', () => {
  const { pack, findings } = checkPack(withTable, { today: TODAY });
  expect(pack).toBeUndefined();
  expect(findings).toEqual([expect.objectContaining(found)]);
});

it('takes no page away of a pack that was published before the rule', () => {
  const { pack, findings } = checkPack(withTable, { today: TODAY, published: true });
  expect(pack).toBeDefined();
  expect(findings).toEqual([expect.objectContaining({ ...found, severity: 'warning' })]);
});
