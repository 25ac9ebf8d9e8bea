import { expect, it } from 'vitest';
import { enrolmentLink, readEnrolmentLink } from '../../../../core/contract/sync/enrolment-link.ts';

const CODE = '7K2M-Q9XB-41TD';

it('holds the address of a server and a code, and gives both back', () => {
  for (const server of ['https://server.example', 'http://127.0.0.1:8080/', 'https://a.example/balie/'])
    expect(readEnrolmentLink(` ${enrolmentLink(server, CODE)}\n`)).toEqual({ server, code: CODE });
});

it.each([
  CODE,
  '',
  'https://server.example',
  'https://server.example#',
  `ftp://server.example#${CODE}`,
  `https://a b#${CODE}`,
])('is not what stands in %j', (text) => expect(readEnrolmentLink(text)).toBeUndefined());
