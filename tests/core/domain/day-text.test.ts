import { expect, it } from 'vitest';
import { dayText, siteText } from '../../../core/domain/day-text.ts';

it('writes a day as people do', () => expect(dayText('2026-11-03', 'nl')).toBe('3 november 2026'));

it.each([
  ['https://www.toeslagen.nl', 'toeslagen.nl'],
  ['http://digid.nl/hulp?x=1#y', 'digid.nl'],
  ['https://machtigen.digid.nl:8443/', 'machtigen.digid.nl:8443'],
  ['https://ik@example.nl/', 'example.nl'],
  ['geen adres', 'geen adres'],
])('says %s as %s', (url, site) => expect(siteText(url)).toBe(site));
