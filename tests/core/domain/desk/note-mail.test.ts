import { expect, it } from 'vitest';
import { hasMailAddress } from '../../../../core/domain/desk/note-mail.ts';

it.each([
  ...['jan (at) gmail. com', 'jan apenstaart gmail. com', 'jan at gmail . com', 'jan [at] mijn_mail.nl'],
  ...['jan(at)gmail', 'jan (at) bieb . nl', 'jan at home. nl', 'jan apenstaartje ziggo .nl'],
  ...[
    'jan apestaartje gmail.com',
    'jan apestaart bieb.nl',
    'jan.jansen gmail.com',
    'jan_jansen ziggo punt nl',
  ],
  ...['jan [at] bieb [punt] nl', 'jan (at) bieb (dot) com', 'jan at bieb punt nl', 'jan at bieb dot nl'],
])('is an address for mail: %s', (note) => {
  expect(hasMailAddress(note)).toBe(true);
});

it.each([
  ...['kreeg (at) uitgelegd. Daarna mail', 'kreeg (at) uitgelegd. De rest later', 'printen at home. en dan'],
  ...['uitleg apenstaartje toetsenbord. Gelukt', 'het apenstaartje vinden. Net op tijd'],
  ...['apestaartje op het toetsenbord', 'filled in at duo.nl', 'o.a. gmail.com', 'i.v.m gmail.com uitleg'],
  ...['e-mail gmail.com ingesteld', 'www.bieb.com gmail.com', 'bieb.com gmail.com'],
])('is none: %s', (note) => {
  expect(hasMailAddress(note)).toBe(false);
});
