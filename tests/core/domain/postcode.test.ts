import { describe, expect, it } from 'vitest';
import { badPostcodesIn, isPostcode } from '../../../core/domain/postcode.ts';

describe('a postcode', () => {
  it('is four figures and two capitals that are given out', () => {
    expect(['1000AA', '1234SB'].every(isPostcode)).toBe(true);
    expect(['1234SA', '1234SD', '1234SS', '1234A', '12345AB', '0123AB', ''].some(isPostcode)).toBe(false);
  });

  it.each([
    ['Kerkstraat 1, 0123 AB Waterrijk', ['0123 AB']],
    ['Postbus 12, 1234SA Waterrijk en 1234\u00a0SD Oost.', ['1234SA', '1234\u00a0SD']],
    ['(9999 SS)', ['9999 SS']],
    ['Kerkstraat 1, 12345 AB Waterrijk, of 0123 AB', ['12345 AB', '0123 AB']],
    ['Kerkstraat 1, 3512 jk Waterrijk en 3512ab  Oost', ['3512 jk', '3512ab']],
  ])('that cannot be one is found in running text: %s', (text, found) => {
    expect(badPostcodesIn(text, 'nl')).toEqual(found);
  });

  it.each([
    'Kerkstraat 1, 1234 AB Waterrijk, of 1234AB.',
    'De Wmo 2015 SAmen',
    'Bel 0800-0123 AB',
    'Formulier 10123 AB of 0123 ABC',
    'De wet 2015 is van 1234 ab.',
    'Het kenmerk is NL0123 AB.',
    '{huur.grens} 0123',
    'In 2015 in Utrecht, sinds 2016 is Den Haag er ook, 1000 km Oost, 2017 op Texel.',
    'Formulier 12345 AB ligt klaar.',
    'Bel 1400 vr Ochtend, 1500 mm Regen, 1500 kg Zand, 1500 cm Hout, 1500 ml Water. Lokaal 2100 di Vrijdag, 1300 ma Middag, 1400 za Avond.',
    'Op 1000 am Monday, 1000 pm Tuesday, in 1200 la Haye, 1300 le Havre en 1400 el Prado.',
    'Formulier 12345 NL Versie. Bel 10200 NS Klantenservice.',
  ])('is not looked for in: %s', (text) => {
    expect(badPostcodesIn(text, 'nl')).toEqual([]);
  });

  it.each([
    ['de', '1500 im Monat'],
    ['es', '1200 el Estado'],
    ['fr', '1200 le Havre, 2500 et Paris, 12345 DE Berlin'],
    ['pl', '1500 zł Miesięcznie, 2000 od Stycznia'],
  ])('in other languages has two capitals, and other words are as short: %s, "%s"', (language, text) => {
    expect(badPostcodesIn(text, language)).toEqual([]);
    expect(badPostcodesIn('Kerkstraat 1, 0123 AB Waterrijk', language)).toEqual(['0123 AB']);
  });

  it.each(['nl', 'en'])('in %s is found with small letters', (language) => {
    expect(badPostcodesIn('Kerkstraat 1, 3512 jk Waterrijk', language)).toEqual(['3512 jk']);
  });
});
