import { expect, test } from 'vitest';
import { FromDesk, FromKiosk } from '../../../../core/contract/desk/help-line.ts';
import { aRequest } from '../../../builders/a-help-request.ts';

const told = (request: unknown) => ({ kind: 'told', number: 1, request, taken: 'nobody', desk: null });
const about = { kind: 'flow', topic: 'geld', flow: 'toeslag', step: 'huur', answers: null };

test('a request holds ids, a number and a language, and nothing that it does not name', () => {
  expect(FromKiosk.safeParse(told(aRequest())).success).toBe(true);
  expect(FromKiosk.safeParse(told({ ...aRequest(), about })).success).toBe(true);
  for (const wrong of [
    { ...aRequest(), name: 'Jansen' },
    { ...aRequest(), id: 'x' },
    { ...aRequest(), ticket: 0 },
    { ...aRequest(), language: 'Nederlands' },
    { ...aRequest(), about: { kind: 'topic', topic: 'Mijn schulden zijn hoog' } },
    { ...aRequest(), about: { kind: 'topic', topic: '__proto__' } },
    { ...aRequest(), about: { kind: 'topic', topic: 'geld', answers: {} } },
    {
      ...aRequest(),
      about: {
        ...about,
        answers: Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`v${at}`, 'ja'])),
      },
    },
  ])
    expect(FromKiosk.safeParse(told(wrong)).success).toBe(false);
  const harmful = {
    ...aRequest(),
    about: { ...about, answers: JSON.parse('{"__proto__": "ja", "huur": "nee"}') },
  };
  const read = FromKiosk.parse(told(harmful));
  expect(JSON.stringify(read)).not.toContain('__proto__');
  expect(({} as { ja?: unknown }).ja).toBeUndefined();
});

test('a desk says three words, and who it is', () => {
  const { id } = aRequest();
  for (const word of ['take', 'release', 'done'])
    expect(FromDesk.safeParse({ kind: 'word', word, request: id }).success).toBe(true);
  for (const wrong of [
    { kind: 'word', word: 'open', request: id },
    { kind: 'word', word: 'take', request: '__proto__' },
    { kind: 'desk', number: 100 },
    { kind: 'constructor' },
    JSON.parse(`{"__proto__": {"kind": "pulse"}}`),
    told(null),
  ])
    expect(FromDesk.safeParse(wrong).success).toBe(false);
});
