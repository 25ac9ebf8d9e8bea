import { expect, it } from 'vitest';
import { type MonthCount, useReport } from '../../../../core/domain/report/use-report.ts';

const flow = { pack: 'zelf', flow: 'huur', language: 'nl' };
const count = (type: string, body: MonthCount['body'], number: number): MonthCount => ({
  type,
  body,
  number,
});

it('adds up the languages of a flow, and says where people stop', () => {
  const { flows } = useReport([
    count('flow-started', flow, 30),
    count('flow-started', { ...flow, language: 'en' }, 12),
    count('step-left', { ...flow, step: 'income' }, 9),
    count('step-left', { ...flow, step: 'age' }, 8),
    count('outcome-reached', { ...flow, step: 'yes' }, 20),
    count('outcome-reached', { ...flow, language: 'en', step: 'yes' }, 5),
  ]);
  expect(flows).toEqual([
    {
      ...{ pack: 'zelf', flow: 'huur', started: 42 },
      left: [
        { id: 'income', number: 9 },
        { id: 'age', number: 8 },
      ],
      reached: [{ id: 'yes', number: 25 }],
    },
  ]);
});

it('hides a small number, and another one by which it would be found', () => {
  const [use] = useReport([
    count('flow-started', flow, 32),
    count('step-left', { ...flow, step: 'income' }, 3),
    count('outcome-reached', { ...flow, step: 'no' }, 9),
    count('outcome-reached', { ...flow, step: 'yes' }, 20),
  ]).flows;
  expect(use?.left).toEqual([{ id: 'income', number: 'few' }]);
  expect(use?.reached).toEqual([
    { id: 'yes', number: 20 },
    { id: 'no', number: 'hidden' },
  ]);
});

it('counts flows of the same name in two packs apart, the most used first', () => {
  const { flows } = useReport([
    count('flow-started', flow, 6),
    count('flow-started', { ...flow, pack: 'ander' }, 8),
    count('step-left', { ...flow, pack: 'derde', step: 'a' }, 7),
  ]);
  expect(flows.map(({ pack }) => pack)).toEqual(['ander', 'zelf', 'derde']);
});

it('says by language what was searched in vain and read aloud, and what was opened and printed', () => {
  const report = useReport([
    count('search-empty', { language: 'nl' }, 14),
    count('search-empty', { language: 'ar' }, 2),
    count('read-aloud', { language: 'nl' }, 9),
    count('language-chosen', { language: 'en' }, 21),
    count('printed', { paper: 'a4', language: 'nl' }, 3),
    count('printed', { paper: 'a4', language: 'en' }, 4),
    count('topic-opened', { pack: 'zelf', topic: 'money', language: 'nl' }, 50),
    count('from-a-newer-kiosk', { something: 'else' }, 50),
  ]);
  expect(report.searches).toEqual([
    { id: 'nl', number: 14 },
    { id: 'ar', number: 'few' },
  ]);
  expect(report.readAloud).toEqual([{ id: 'nl', number: 9 }]);
  expect(report.languages).toEqual([{ id: 'en', number: 21 }]);
  expect(report.printed).toEqual([{ id: 'a4', number: 7 }]);
  expect(report.topics).toEqual([{ pack: 'zelf', id: 'money', number: 50 }]);
});
