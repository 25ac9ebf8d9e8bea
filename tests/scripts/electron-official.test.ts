import { describe, expect, it } from 'vitest';
import { giveUpWhenStalled, shortReason } from '../../scripts/setup/electron-official.mjs';

describe('the download of Electron', () => {
  it('is given up after its patience without a byte', () => {
    const ask = giveUpWhenStalled(() => 100, 20_000);
    expect(ask(19_000)).toBeUndefined();
    expect(ask(20_000)).toContain('20 s');
  });

  it('may be slow as long as it moves', () => {
    let size = 0;
    const ask = giveUpWhenStalled(() => size, 20_000);
    for (let at = 15_000; at < 300_000; at += 15_000) {
      size += 1;
      expect(ask(at)).toBeUndefined();
    }
    expect(ask(310_000)).toContain('no data');
  });

  it.each([
    ['TypeError: fetch failed\n  code: "ENOTFOUND"', 'ENOTFOUND'],
    ['TypeError: fetch failed\n    at node:internal', 'no connection'],
    ['Error: Response code 404', 'Error: Response code 404'],
    ['', 'the download failed'],
  ])('says in a few words why %j failed', (output, reason) => {
    expect(shortReason(output)).toBe(reason);
  });
});
